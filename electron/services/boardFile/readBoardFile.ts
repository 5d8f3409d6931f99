import type { AssetId } from '../../../shared/base/ids.ts';
import type { PlainDocument } from '../../../shared/contract/boards.ts';
import { TroubleError } from '../../../shared/contract/trouble.ts';
import { assetOfName, checkImage, MOST_IMAGE_BYTES } from '../assets/assetStore.ts';
import { ENTRY, LIMITS, MIMETYPE, readManifest, type BoardFile, type Limits, type Manifest, type Playback } from './container.ts';
import { parseJson, readPlainDocument, readPlainDocumentBytes } from './readPlainDocument.ts';
import { readZipEntries } from './zipEntries.ts';

/** A `.doek` file as it was read: everything in it is checked, but the playback, which is checked when it is used. */
export type ReadBoardFile = BoardFile & {
  readonly manifest: Manifest;
  /** The JSON of the document, when it is that of the file unchanged. */
  readonly json: Buffer | null;
};

/** Ten times what it usually takes: it is read at once, while everything else waits. */
const MOST_FIRST_BYTES = 4 * 1024 * 1024;

/**
 * Reads a `.doek` file whole, or not at all.
 * @throws TroubleError file.unreadable, file.foreign (no board), file.damaged (cut short, altered), file.tooLarge, file.tooNew
 */
export async function readBoardFile(path: string, limits: Limits = LIMITS): Promise<ReadBoardFile> {
  const entries = await readZipEntries(path, (name) => mostBytes(name, limits), limits);
  const bytesOf = (name: string): Buffer => {
    const bytes = entries.get(name);
    if (!bytes) throw new TroubleError('file.damaged', name);
    return bytes;
  };
  const text = (name: string): string => bytesOf(name).toString('utf8');
  if (text(ENTRY.mimetype) !== MIMETYPE) throw new TroubleError('file.foreign', '');
  const manifest = readManifest(text(ENTRY.manifest));
  if (!manifest) throw new TroubleError('file.damaged', ENTRY.manifest);
  const json = bytesOf(ENTRY.document);
  const { document, asWritten } = await readPlainDocumentBytes(json);
  const thumbnail = entries.get(ENTRY.thumbnail) ?? null;
  if (thumbnail) checkImage(thumbnail);
  return {
    manifest, document, json: asWritten ? json : null, seq: manifest.seq, playback: playbackOf(entries, manifest), assets: assetsOf(entries), thumbnail,
    people: entries.get(ENTRY.people) ?? null,
  };
}

/** What of a large board is painted first, or null when the file has none that can be read; costs a few ms, whatever its size. */
export async function readFirstMarks(path: string): Promise<PlainDocument | null> {
  try {
    const entries = await readZipEntries(path, (name) => (name === ENTRY.firstMarks ? MOST_FIRST_BYTES : null), LIMITS);
    const bytes = entries.get(ENTRY.firstMarks);
    return bytes ? readPlainDocument(parseJson(bytes.toString('utf8'))) : null;
  } catch {
    return null;
  }
}

/** The mark of a `.doek` file, or null when there is none that can be read. */
export async function readFileMark(path: string): Promise<string | null> {
  try {
    const entries = await readZipEntries(path, (name) => (name === ENTRY.manifest ? LIMITS.small : null), LIMITS);
    return readManifest(entries.get(ENTRY.manifest)?.toString('utf8') ?? '')?.mark ?? null;
  } catch {
    return null;
  }
}

function mostBytes(name: string, limits: Limits): number | null {
  switch (name) {
    case ENTRY.document: case ENTRY.start: case ENTRY.journal: return limits.json;
    case ENTRY.mimetype: case ENTRY.manifest: case ENTRY.thumbnail: case ENTRY.people: return limits.small;
    default: return assetIn(name) ? MOST_IMAGE_BYTES : null;
  }
}

const assetIn = (name: string): AssetId | null => (name.startsWith(ENTRY.assets) ? assetOfName(name.slice(ENTRY.assets.length)) : null);

function playbackOf(entries: ReadonlyMap<string, Buffer>, { startSeq }: Manifest): Playback | null {
  const start = entries.get(ENTRY.start);
  const journal = entries.get(ENTRY.journal);
  if (startSeq === null || !start || !journal) return null;
  return { start: parseJson(start.toString('utf8')), startSeq, journal: journal.toString('latin1') };
}

function assetsOf(entries: ReadonlyMap<string, Buffer>): BoardFile['assets'] {
  return [...entries].flatMap(([path, bytes]) => {
    const asset = assetIn(path);
    if (!asset) return [];
    checkImage(bytes);
    return [{ asset, name: path.slice(ENTRY.assets.length), bytes }];
  });
}
