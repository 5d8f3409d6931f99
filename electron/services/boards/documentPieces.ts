import { setImmediate as nextTurn } from 'node:timers/promises';
import type { InkId } from '../../../shared/base/ids.ts';
import type { Board } from '../../../shared/board/board.ts';
import { marksOf } from '../../../shared/board/buckets.ts';
import type { PlainDocument } from '../../../shared/contract/boards.ts';
import type { InkText } from '../../../shared/ink/inkCodec.ts';

/** Ink by id as an open board holds it: also that of strokes that were taken away and may come back. */
export type InkStore = ReadonlyMap<InkId, InkText>;

/** About how much text is made at once, so that windows and phones never wait for a big board to be written. */
const PIECE_LENGTH = 200_000;

/** The JSON of a plain document in pieces; between two pieces the process does whatever else waits. */
export async function* documentPieces({ board, inks }: PlainDocument): AsyncGenerator<string> {
  const { buckets, ...rest } = board;
  yield `{"board":${JSON.stringify(rest).slice(0, -1)},"buckets":{`;
  yield* recordPieces(buckets);
  yield '}},"inks":{';
  yield* recordPieces(inks);
  yield '}}';
}

async function* recordPieces(record: { readonly [key: string]: unknown }): AsyncGenerator<string> {
  let piece = '';
  let comma = '';
  for (const key in record) {
    piece += `${comma}${JSON.stringify(key)}:${JSON.stringify(record[key])}`;
    comma = ',';
    if (piece.length < PIECE_LENGTH) continue;
    yield piece;
    piece = '';
    await nextTurn();
  }
  yield piece;
}

/** The document of a board with the ink of the strokes that stand on it, and no other. */
export function documentOf(board: Board, inks: InkStore): PlainDocument {
  const used: Record<InkId, InkText> = {};
  for (const mark of marksOf(board)) {
    const text = mark.kind === 'stroke' ? inks.get(mark.ink) : undefined;
    if (mark.kind === 'stroke' && text !== undefined) used[mark.ink] = text;
  }
  return { board, inks: used };
}
