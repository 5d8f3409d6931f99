import { setTimeout as rest } from 'node:timers/promises';
import { practiceBoard } from '../../../shared/board/practiceBoard.ts';
import { jsonInTurns } from '../files/jsonPieces.ts';
import { readPlainDocumentBytes } from './readPlainDocument.ts';

const STROKES = 40;
const ROUNDS = 8;
/** Between two rounds, ms: what the app has to do goes first. */
const REST_MS = 25;
/** So long after the start windows have what they asked for, ms. */
const AFTER_MS = 1500;

/** Reads and answers a small board a few times, for nobody: the first file that is opened is then read twice as fast. */
export async function practiseReading(): Promise<void> {
  const json = Buffer.from(JSON.stringify(practiceBoard(STROKES)));
  for (let round = 0; round < ROUNDS; round++) {
    const { document } = await readPlainDocumentBytes(json);
    await jsonInTurns({ ok: true, value: document });
    await rest(REST_MS, undefined, { ref: false });
  }
}

/** Practises once the app has started; it never keeps the app from ending. */
export function practiseReadingSoon(): void {
  setTimeout(() => { void practiseReading(); }, AFTER_MS).unref();
}
