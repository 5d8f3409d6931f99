import { randomBytes } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { asId, idFromBytes, type AssetId, type BoardId } from '../../shared/base/ids.ts';
import type { Locale } from '../../shared/board/board.ts';
import type { MeasureEm } from '../../shared/board/lettering.ts';
import type { PlainDocument } from '../../shared/contract/boards.ts';
import { TroubleError } from '../../shared/contract/trouble.ts';
import { readExcalidraw, type Imported, type ImportTools } from '../../shared/importing/excalidraw.ts';
import { remarksOfCsv, remarksOfText } from '../../shared/importing/remarkRows.ts';
import { boardOfRemarks } from '../../shared/importing/remarks.ts';
import type { BoardFile } from '../services/boardFile/container.ts';
import { readBoardFile } from '../services/boardFile/readBoardFile.ts';
import { parseJson, readPlainDocument } from '../services/boardFile/readPlainDocument.ts';
import { checkImage } from '../services/assets/assetStore.ts';
import { errnoOf } from '../services/files/fileTrouble.ts';
import type { InputKind } from './arguments.ts';

/** A board as it was read, with everything that goes along into a `.doek` file. */
export type Input = {
  readonly content: BoardFile;
  /** What of a foreign file could not be taken over, by kind. */
  readonly skipped: Imported['skipped'];
};

/** Far above any board, below what a text can be in memory. */
const MOST_BYTES = 400 * 1024 * 1024;

/** Text of unknown make: UTF-8 or UTF-16 by its mark, else UTF-8, else what Dutch Windows writes. */
function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

async function readBytes(path: string): Promise<Buffer> {
  try {
    const found = await stat(path);
    if (found.size > MOST_BYTES) throw new TroubleError('file.tooLarge', `${Math.round(found.size / 1e6)} MB`);
    return await readFile(path);
  } catch (error) {
    throw error instanceof TroubleError ? error : new TroubleError('file.unreadable', errnoOf(error));
  }
}

const plain = (document: PlainDocument): BoardFile => ({ document, seq: 0, playback: null, assets: [], thumbnail: null, people: null });

/** Pictures of a foreign file under the names that a container gives them; those that are none are left out. */
function assetsOf(imported: Imported): BoardFile['assets'] {
  return imported.assets.flatMap(({ asset, base64 }) => {
    const bytes = Buffer.from(base64, 'base64');
    try {
      return [{ asset, name: `${asset}.${checkImage(bytes).extension}`, bytes }];
    } catch {
      return [];
    }
  });
}

/** An imported board, looked over like any other that comes from outside. */
function taken(imported: Imported): Input {
  const assets = assetsOf(imported);
  const lost = imported.assets.length - assets.length;
  const skipped = lost > 0 ? { ...imported.skipped, image: (imported.skipped['image'] ?? 0) + lost } : imported.skipped;
  return { content: { ...plain(readPlainDocument(imported.document)), assets }, skipped };
}

const isScene = (value: unknown): boolean => typeof value === 'object' && value !== null && 'type' in value && value.type === 'excalidraw';

/**
 * Reads a board from a file of any kind.
 * @param measure for lettering that comes as bare text
 * @throws TroubleError file.unreadable, file.damaged, file.foreign, file.tooLarge, file.tooNew
 */
export async function readInput(path: string, kind: InputKind, locale: Locale, measure: MeasureEm): Promise<Input> {
  if (kind === 'doek') return { content: await readBoardFile(path), skipped: {} };
  const text = decodeText(await readBytes(path));
  const tools: ImportTools = {
    seed: { id: idFromBytes<BoardId>(randomBytes(16)), title: basename(path, extname(path)).slice(0, 200), locale, createdMs: Date.now() },
    measure,
    newId: () => idFromBytes<AssetId>(randomBytes(16)),
  };
  switch (kind) {
    case 'excalidraw': return taken(readExcalidraw(parseJson(text), tools));
    case 'json': {
      const value = parseJson(text);
      return isScene(value) ? taken(readExcalidraw(value, tools)) : { content: plain(readPlainDocument(value)), skipped: {} };
    }
    case 'csv': return taken(boardOfRemarks(remarksOfCsv(text), tools));
    case 'txt': return taken(boardOfRemarks(remarksOfText(text), tools));
  }
}

/** The bytes of a picture that came with a board. */
export function assetReader(content: BoardFile): (asset: AssetId) => Promise<Uint8Array | null> {
  const bytes = new Map(content.assets.map(({ asset, bytes: data }) => [asId<AssetId>(asset), data]));
  return (asset) => Promise.resolve(bytes.get(asset) ?? null);
}
