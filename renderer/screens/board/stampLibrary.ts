import '../../../shared/stamps/allDrawings.ts';
import { drawnStamp, drawnStamps } from '../../../shared/stamps/drawn.ts';
import { libraryStamp, outlinesFile, readLibraryIndex, readLibraryOutlines, type LibraryEntry } from '../../../shared/stamps/library.ts';
import type { Stamp } from '../../../shared/stamps/stamp.ts';

/** The large collection of stamps, read when somebody looks for one. */
export type StampLibrary = {
  readonly entries: readonly LibraryEntry[];
  /** The outline of a library stamp in a box of 100; undefined until its group has been read. */
  readonly outlineOf: (id: string) => string | undefined;
};

/** The stamps that were drawn for the app. */
export const OWN_STAMPS: readonly Stamp[] = drawnStamps;

const folder = (): string => new URL('resources/stamps', document.baseURI).href;

async function readJson(file: string): Promise<unknown> {
  const answer = await fetch(`${folder()}/${file}`);
  if (!answer.ok) throw new Error(`${file}: ${answer.status}`);
  return answer.json();
}

let reading: Promise<StampLibrary> | null = null;

/** Reads the whole collection, once: the names first, then the outlines group by group. */
export function readStampLibrary(): Promise<StampLibrary> {
  reading ??= (async () => {
    const { groups, entries } = readLibraryIndex(await readJson('index.json'));
    const outlines = await Promise.all(groups.map(async ({ key }) => readLibraryOutlines(await readJson(outlinesFile(key)))));
    const all = new Map(outlines.flatMap((group) => [...group]));
    return { entries, outlineOf: (id) => all.get(id) };
  })();
  reading.catch(() => { reading = null; });
  return reading;
}

/** A stamp of either collection as a drawing. */
export function stampNamed(id: string, library: StampLibrary | null): Stamp | undefined {
  const own = drawnStamp(id);
  if (own) return own;
  const entry = library?.entries.find((candidate) => candidate.id === id);
  const outline = library?.outlineOf(id);
  return entry && outline !== undefined ? libraryStamp(entry, outline) : undefined;
}
