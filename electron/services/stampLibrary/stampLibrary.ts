import { mkdir, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isId, type StampId } from '../../../shared/base/ids.ts';
import type { KeptStamp, NewStamp, StampCard, StampList, StampsTaken } from '../../../shared/contract/stamps.ts';
import { TroubleError } from '../../../shared/contract/trouble.ts';
import { errnoOf } from '../files/fileTrouble.ts';
import { isThere, renamePatiently, writeSafely } from '../files/writeSafely.ts';
import { checkedStamp, MOST_STAMP_CHARS, readStamp, stampJson } from './stampFile.ts';
import { readStamps, stampsText } from './stampsFile.ts';

/** The stamps that were kept on this laptop, one file each, so that a damaged one takes no other with it. */
export type StampLibrary = {
  /** Newest first. A file that cannot be read is set aside, never thrown away, and counted. */
  readonly list: () => Promise<StampList>;
  /** @throws TroubleError stamp.unknown */
  readonly get: (id: StampId) => Promise<KeptStamp>;
  /** @throws TroubleError file.damaged, stamp.tooLarge, image.unreadable; the system's error when it cannot be written */
  readonly keep: (stamp: NewStamp) => Promise<StampId>;
  readonly rename: (id: StampId, name: string) => Promise<void>;
  readonly remove: (id: StampId) => Promise<void>;
  /** Takes a removed stamp back. @throws TroubleError stamp.unknown */
  readonly restore: (id: StampId) => Promise<void>;
  /** All stamps as the text of one file. */
  readonly whole: () => Promise<string>;
  /** Takes in what `whole` gave elsewhere: all of it or nothing. @throws TroubleError as `readStamps` */
  readonly take: (bytes: Buffer) => Promise<StampsTaken>;
};

export type StampLibraryDeps = {
  /** Absolute; made when the first stamp is kept. */
  readonly folder: string;
  readonly now: () => number;
  readonly newId: () => StampId;
};

const ENDING = '.json';
/** A card as it was read from a file, and how to tell that the file is still that one. */
type Known = { readonly card: StampCard; readonly mtimeMs: number; readonly size: number };

/** Opens the library of a folder; it is read when somebody asks. */
export function openStampLibrary({ folder, now, newId }: StampLibraryDeps): StampLibrary {
  const removed = join(folder, 'removed');
  const aside = join(folder, 'aside');
  const known = new Map<string, Known>();
  let setAside = 0;
  const pathOf = (id: StampId): string => join(folder, `${id}${ENDING}`);

  const write = async (stamp: KeptStamp): Promise<void> => {
    const text = JSON.stringify(stampJson(stamp));
    if (text.length > MOST_STAMP_CHARS) throw new TroubleError('stamp.tooLarge', `${text.length}`);
    await mkdir(folder, { recursive: true });
    await writeSafely(pathOf(stamp.id), text);
  };

  const read = async (path: string): Promise<KeptStamp> => {
    const { size } = await stat(path);
    if (size > 2 * MOST_STAMP_CHARS) throw new TroubleError('file.damaged', `${size}`);
    const text = await readFile(path, 'utf8');
    let json: unknown;
    try {
      json = JSON.parse(text);
    } catch {
      throw new TroubleError('file.damaged', 'JSON');
    }
    return readStamp(json);
  };

  const moveTo = async (to: string, path: string, name: string): Promise<void> => {
    await mkdir(to, { recursive: true });
    // What was laid there before under that name stays too.
    const free = (await isThere(join(to, name))) ? `${now()}-${name}` : name;
    await renamePatiently(path, join(to, free));
  };

  /** The card of a file, or null when it is none: damaged ones are set aside, newer ones wait for a newer app. */
  const cardOf = async (name: string): Promise<StampCard | null> => {
    const path = join(folder, name);
    try {
      const { mtimeMs, size } = await stat(path);
      const before = known.get(name);
      if (before?.mtimeMs === mtimeMs && before.size === size) return before.card;
      const { id, name: title, keptMs } = await read(path);
      if (`${id}${ENDING}` !== name) throw new TroubleError('file.damaged', 'id');
      const card = { id, name: title, keptMs };
      known.set(name, { card, mtimeMs, size });
      return card;
    } catch (error) {
      // A file that another window removed a moment ago, or that the system does not let through now, is not damaged.
      if (errnoOf(error) !== '') return null;
      if (error instanceof TroubleError && error.trouble.code === 'file.tooNew') return null;
      await moveTo(aside, path, name);
      setAside++;
      return null;
    }
  };

  const list = async (): Promise<StampList> => {
    const names = (await readdir(folder).catch(() => [] as string[])).filter((name) => name.endsWith(ENDING) && isId(name.slice(0, -ENDING.length)));
    const stamps: StampCard[] = [];
    for (const name of names) {
      const card = await cardOf(name);
      if (card) stamps.push(card);
    }
    return { stamps: stamps.sort((a, b) => b.keptMs - a.keptMs || (a.id < b.id ? -1 : 1)), setAside };
  };

  const get = async (id: StampId): Promise<KeptStamp> => {
    try {
      return await read(pathOf(id));
    } catch (error) {
      throw errnoOf(error) === 'ENOENT' ? new TroubleError('stamp.unknown', id) : error;
    }
  };

  const needThere = async (path: string, id: StampId): Promise<void> => {
    if (!(await isThere(path))) throw new TroubleError('stamp.unknown', id);
  };

  return {
    list,
    get,
    async keep(stamp) {
      const id = newId();
      await write({ id, keptMs: now(), ...checkedStamp(stamp) });
      return id;
    },
    rename: async (id, name) => write({ ...(await get(id)), name }),
    async remove(id) {
      await needThere(pathOf(id), id);
      await mkdir(removed, { recursive: true });
      await renamePatiently(pathOf(id), join(removed, `${id}${ENDING}`));
    },
    async restore(id) {
      const from = join(removed, `${id}${ENDING}`);
      await needThere(from, id);
      await renamePatiently(from, pathOf(id));
    },
    async whole() {
      const stamps: KeptStamp[] = [];
      for (const { id } of (await list()).stamps) stamps.push(await get(id));
      return stampsText(stamps);
    },
    async take(bytes) {
      const stamps = readStamps(bytes);
      const there = new Set((await list()).stamps.map(({ id }) => id));
      const fresh = stamps.filter(({ id }) => !there.has(id));
      for (const stamp of fresh) await write(stamp);
      return { added: new Set(fresh.map(({ id }) => id)).size, known: stamps.length - fresh.length };
    },
  };
}
