import { stat } from 'node:fs/promises';
import * as v from 'valibot';
import { pagesOf, type Board } from '../../../shared/board/board.ts';
import type { BoardCard } from '../../../shared/contract/boards.ts';
import { readIfThere, writeSafely } from '../files/writeSafely.ts';
import type { BoardFolder } from './boardFolder.ts';

const ownFile = v.object({
  path: v.string(),
  /** The marks that were last written to it or read from it, newest first, so that the same file is known again. */
  marks: v.array(v.string()),
  /** The last change that it holds for sure. */
  seq: v.number(),
});

/** The `.doek` file that a board keeps to. */
export type OwnFile = v.InferOutput<typeof ownFile>;

const cardSchema = v.object({ title: v.string(), template: v.string(), changedMs: v.number(), pages: v.number(), file: v.nullable(ownFile) });

/** What is kept beside a board so that it can be listed without reading it. */
export type StoredCard = v.InferOutput<typeof cardSchema>;

/** The card of a board as it is now. */
export function storedCard(board: Board, changedMs: number, file: OwnFile | null): StoredCard {
  return { title: board.title, template: board.template, changedMs, pages: pagesOf(board).length, file };
}

/** Reads the card of a board, or null when there is none that can be read: the board is then read instead. */
export async function readCard(folder: BoardFolder): Promise<StoredCard | null> {
  try {
    const parsed = v.safeParse(cardSchema, JSON.parse((await readIfThere(folder.card))?.toString('utf8') ?? 'null'));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}

/** Writes the card of a board. */
export async function writeCard(folder: BoardFolder, card: StoredCard): Promise<void> {
  await writeSafely(folder.card, JSON.stringify(card));
}

/** The card as the start screen shows it; a board whose card cannot be read shows its id as title. */
export async function shownCard(folder: BoardFolder, card: StoredCard | null, unfinished: boolean): Promise<BoardCard> {
  const picturedMs = await stat(folder.thumbnail).then(({ mtimeMs }) => mtimeMs, () => null);
  return {
    id: folder.board,
    title: card?.title ?? folder.board,
    template: card?.template ?? '',
    changedMs: card?.changedMs ?? 0,
    pages: card?.pages ?? 0,
    picturedMs,
    unfinished,
    filePath: card?.file?.path ?? null,
  };
}
