import { readdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { isId, type BoardId } from '../../../shared/base/ids.ts';
import type { GivenOut, PeopleChange, PeopleDue, PeopleErased, PeoplePart } from '../../../shared/contract/people.ts';
import { TroubleError, type TroubleCode } from '../../../shared/contract/trouble.ts';
import type { FileKeeper } from '../boardFile/fileKeeper.ts';
import { readCard } from '../boards/boardCard.ts';
import type { BoardFolder } from '../boards/boardFolder.ts';
import type { BoardStore } from '../boards/boardStore.ts';
import { removePrints } from '../exports/printFolder.ts';
import { removeForGood } from '../files/removeForGood.ts';
import type { SettingsFile } from '../settings/settingsFile.ts';
import { changePeople } from './changePeople.ts';
import { LentPeople, type Loan } from './lentPeople.ts';
import { boardFilesIn, foldersWithPeople, stripPeople } from './peopleCopies.ts';
import { destroyKey, getPeople, putPeople, type PeoplePlace } from './peopleFile.ts';

export type PeopleWorld = {
  readonly dataFolder: string;
  readonly store: BoardStore;
  readonly keeper: FileKeeper;
  readonly settings: Pick<SettingsFile, 'get'>;
  readonly now: () => number;
};

/** More of what went out than this is not remembered; the oldest goes. */
const MOST_GIVEN = 200;

/** Keeps the people of all boards, one deed at a time, and forgets them when they are to be forgotten. */
export class PeopleKeeper {
  readonly #world: PeopleWorld;
  #last: Promise<unknown> = Promise.resolve();
  readonly #lent = new LentPeople();

  constructor(world: PeopleWorld) {
    this.#world = world;
  }

  /** @throws TroubleError people.damaged when this laptop cannot read them */
  get(board: BoardId): Promise<PeoplePart> {
    return this.#inTurn(async () => (await getPeople(this.#placeOf(this.#world.store.get(board).folder))).part);
  }

  /**
   * The people for something that names them. Whoever gets them says how it is stopped and that it is over: erasing waits.
   * @throws TroubleError people.damaged when this laptop cannot read them
   */
  lend(board: BoardId): Promise<Loan> {
    return this.#inTurn(async () => this.#lent.lend(board, (await getPeople(this.#placeOf(this.#world.store.get(board).folder))).part));
  }

  /**
   * Changes the people of an open board in one turn, so that nothing that happens meanwhile is undone by it.
   * @throws TroubleError people.damaged, people.agreed, people.tooMuch, disk.*
   */
  change(board: BoardId, change: PeopleChange): Promise<PeoplePart> {
    return this.#inTurn(async () => {
      const { folder } = this.#world.store.get(board);
      const place = this.#placeOf(folder);
      const { part: now, given } = await getPeople(place);
      const part = changePeople(now, change);
      if (part === now) return now;
      await putPeople(place, { part, given }, await this.#sharesKey(folder));
      // The encrypted part travels in the board's file, which is behind now.
      this.#world.keeper.outdate(board);
      return part;
    });
  }

  /** Remembers, with the people themselves, that something with their names in it left the app. */
  noteGiven(board: BoardId, kind: GivenOut['kind'], name: string): Promise<void> {
    return this.#inTurn(async () => {
      const place = this.#placeOf(this.#world.store.folderOf(board));
      const { part, given } = await getPeople(place);
      if (part.people.length > 0) await putPeople(place, { part, given: [{ kind, name, atMs: this.#world.now() }, ...given.filter((other) => other.name !== name || other.kind !== kind)].slice(0, MOST_GIVEN) });
    });
  }

  /** Boards whose day has come, each once, also those in the app's bin; parts of other laptops cannot be read and are left out. */
  due(): Promise<readonly PeopleDue[]> {
    return this.#inTurn(async () => {
      const today = dayOf(this.#world.now());
      const due = new Map<string, PeopleDue>();
      for (const folder of await foldersWithPeople(this.#world.dataFolder)) {
        if (!isId(folder.board) || folder.keyId === null || due.has(folder.keyId)) continue;
        const kept = await getPeople(this.#placeOf(folder)).catch(() => null);
        if (!kept || kept.part.eraseOn === '' || kept.part.eraseOn > today) continue;
        // Nobody is kept any more, and nothing went out: there is nothing to forget or to throw away.
        if (kept.part.people.length === 0 && kept.given.length === 0) continue;
        const title = (await readCard(folder))?.title ?? '';
        due.set(folder.keyId, { board: folder.board, title, eraseOn: kept.part.eraseOn, people: kept.part.people.length });
      }
      return [...due.values()].sort((a, b) => (a.eraseOn < b.eraseOn ? -1 : 1));
    });
  }

  /**
   * Destroys the key of a board's people first: should anything after that fail, what is left is unreadable. Then
   * what is being made with their names is stopped, and the part itself goes from every working copy, from the bin, from
   * `.doek` files that boards keep to and from second copies.
   * From then on it goes through to the end: what went out is known only here, and what failed is named as out of reach.
   * @throws the system's error when the key is still there
   */
  erase(board: BoardId): Promise<PeopleErased> {
    return this.#inTurn(async () => {
      const all = await foldersWithPeople(this.#world.dataFolder);
      // The bin comes after the boards: what is asked for is on the list, or was.
      const own = all.find((folder) => folder.board === board);
      if (!own) return { outOfReach: [], given: [], stopped: 0 };
      const given = await getPeople(this.#placeOf(own)).then((kept) => kept.given, () => []);
      const { keyId } = own;
      if (keyId !== null) {
        await destroyKey(this.#placeOf(own).keys, keyId).catch(async (error: unknown) => {
          // One that was overwritten and could not be removed opens nothing any more.
          if (await getPeople(this.#placeOf(own)).then(() => true, () => false)) throw error;
        });
      }
      const same = keyId === null ? [own] : all.filter((folder) => folder.keyId === keyId);
      const ended = await this.#lent.stop([...new Set(same.map((folder) => folder.board))]);
      const late = ended.flatMap((out) => (out === null ? [] : [{ ...out, atMs: this.#world.now() }]));
      const missed: string[] = [];
      for (const folder of same) {
        await removePart(folder).catch(() => { missed.push(folder.people); });
        await removePrints(this.#world.dataFolder, folder.board).catch(() => undefined);
      }
      return { outOfReach: [...missed, ...(await this.#eraseFiles(same, keyId))], given: eachOnce([...late, ...given]), stopped: ended.length - late.length };
    });
  }

  /** Takes the part out of the files that these working copies keep to, and out of second copies; gives those that could not be reached. */
  async #eraseFiles(folders: readonly BoardFolder[], keyId: string | null): Promise<readonly string[]> {
    const { store, keeper, settings } = this.#world;
    const missed = new Set<string>();
    const strip = async (path: string): Promise<void> => { if (keyId !== null) await stripPeople(path, keyId).catch(() => { missed.add(path); }); };
    for (const folder of folders) {
      // The keeper's own turns keep two writings of an open board's file apart.
      const isOpen = store.openBoards.includes(folder.board) && folder.root === store.folderOf(folder.board).root;
      const left = isOpen ? await keeper.rewrite(folder.board).catch(() => null) : null;
      if (left) for (const path of left) missed.add(path);
      else {
        const file = (await readCard(folder))?.file;
        if (!file) continue;
        await strip(file.path);
        // When it is there again, the next opening of its board writes it anew.
        if (missed.has(file.path) && folder.root === store.folderOf(folder.board).root) await store.setFile(folder.board, { ...file, seq: -1 });
      }
    }
    const second = settings.get().secondCopyFolder;
    if (second === null) return [...missed];
    const copies = await boardFilesIn(second).catch(() => null);
    if (copies === null && ![...missed].some((path) => dirname(path) === second)) missed.add(second);
    for (const path of copies ?? []) {
      if (keyId === null || missed.has(path)) continue;
      await stripPeople(path, keyId).catch((error: unknown) => {
        if (!(error instanceof TroubleError && isNoCopy(error.trouble.code))) missed.add(path);
      });
    }
    return [...missed];
  }

  /** Whether another board has this key too: one of the two was made from a file of the other. */
  async #sharesKey({ root, board }: BoardFolder): Promise<boolean> {
    const all = await foldersWithPeople(this.#world.dataFolder);
    const keyId = all.find((folder) => folder.root === root)?.keyId ?? null;
    return keyId !== null && all.some((folder) => folder.keyId === keyId && folder.board !== board);
  }

  #placeOf({ people }: BoardFolder): PeoplePlace {
    // Keys lie apart from the boards, so that a copied board folder names nobody.
    return { file: people, keys: join(this.#world.dataFolder, 'keys') };
  }

  #inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const turn = this.#last.then(work);
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}

/** What went out, newest first, each once: what is written over is one thing to throw away. */
function eachOnce(given: readonly GivenOut[]): readonly GivenOut[] {
  return given.filter(({ kind, name }, index) => given.findIndex((other) => other.kind === kind && other.name === name) === index);
}

/** A file of another kind or a torn one is nobody's copy; one that cannot be read, or not by this version, may be. */
function isNoCopy(code: TroubleCode): boolean {
  return code === 'file.foreign' || code === 'file.damaged';
}

/** The file, and whatever a writing that was cut short left of it. */
async function removePart(folder: BoardFolder): Promise<void> {
  await removeForGood(folder.people);
  const begun = `.${basename(folder.people)}.`;
  for (const name of await readdir(folder.root)) if (name.startsWith(begun) && name.endsWith('.tmp')) await rm(join(folder.root, name), { force: true });
}

/** The day here at that time, as `2027-11-20`. */
function dayOf(ms: number): string {
  const at = new Date(ms);
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}
