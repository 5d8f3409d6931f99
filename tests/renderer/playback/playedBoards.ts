import fc from 'fast-check';
import { asId, type BoardId, type InkId, type MarkId, type PageId } from '../../../shared/base/ids.ts';
import { applyCommand } from '../../../shared/board/applyCommand.ts';
import type { Board } from '../../../shared/board/board.ts';
import { applyChange, type Change } from '../../../shared/board/change.ts';
import { CommandRefused, type Command } from '../../../shared/board/commands.ts';
import { emptyBoard } from '../../../shared/board/emptyBoard.ts';
import { packInk } from '../../../shared/ink/ink.ts';
import { encodeInk } from '../../../shared/ink/inkCodec.ts';
import type { PlayedEntry } from '../../../shared/journal/playedEntry.ts';
import { beginReel, type Reel } from '../../../renderer/playback/reel.ts';
import { anyCommand } from '../../shared/board/randomCommands.ts';

export const START = emptyBoard({ id: asId<BoardId>('kiel'), title: 'Kiel', locale: 'nl', createdMs: 1 });

export type Step = Command | 'undo' | 'redo';

/** A board that came about by steps; refused commands leave no trace. */
export type Played = { readonly entries: readonly PlayedEntry[]; readonly boards: readonly Board[] };

/** Does steps one after another, and keeps the board after each of them. */
export function played(steps: readonly Step[], start: Board = START): Played {
  const entries: PlayedEntry[] = [];
  const boards = [start];
  const inks = new Set<InkId>();
  type Done = { readonly of: number; readonly change: Change };
  const undo: Done[] = [];
  let redo: Done[] = [];
  for (const step of steps) {
    const board = boards[boards.length - 1] as Board;
    const entry = { seq: entries.length + 1, atMs: 1_700_000_000_000 + entries.length * 5000 };
    if (step === 'undo' || step === 'redo') {
      const last = (step === 'undo' ? undo : redo).pop();
      if (!last) continue;
      const { board: next, inverse } = applyChange(board, last.change);
      entries.push({ ...entry, kind: step, of: last.of, what: 'draw', change: last.change, inks: {} });
      boards.push(next);
      (step === 'undo' ? redo : undo).push({ of: last.of, change: inverse });
      continue;
    }
    try {
      const { board: next, change, inverse } = applyCommand(board, step, (id) => inks.has(id));
      const own = 'inks' in step ? step.inks ?? {} : {};
      for (const id of Object.keys(own)) inks.add(id as InkId);
      entries.push({ ...entry, kind: 'change', of: null, what: step.type === 'marks.put' ? step.what : step.type, change, inks: own });
      boards.push(next);
      undo.push({ of: entry.seq, change: inverse });
      redo = [];
    } catch (error) {
      if (!(error instanceof CommandRefused)) throw error;
    }
  }
  return { entries, boards };
}

/** The reel of a board that came about so. */
export function reelOf({ entries, boards }: Played): Reel {
  const making = beginReel({ document: { board: boards[0] as Board, inks: {} }, afterSeq: 0, toSeq: entries.length, whole: true, next: null }, () => undefined);
  for (const entry of entries) making.take(entry);
  return making.made();
}

const near = fc.integer({ min: 0, max: 7 });
const markName = fc.integer({ min: 0, max: 30 }).map((n) => asId<MarkId>(`m${n}`));

/** Strokes, broad ones that lie below the others, forms and lettering, all close together on one page, so that they cover each other. */
const put = fc.record({ id: markName, x: near, y: near, kind: fc.constantFrom('pen', 'pen', 'highlighter', 'card', 'connector'), order: fc.integer({ min: 100, max: 999 }), to: markName }).map(({ id, x, y, kind, order, to }): Command => {
  const base = { id, page: PAGE, layer: 'harvest', order: `a${order}`, locked: false, matrix: [1, 0, 0, 1, 60 + x * 130, 60 + y * 80] } as const;
  if (kind === 'card') return { type: 'marks.put', what: 'catch', marks: [{ ...base, ...CARD }] };
  if (kind === 'connector') return { type: 'marks.put', what: 'connect', marks: [{ ...base, kind, matrix: [1, 0, 0, 1, 0, 0], from: { mark: null, at: { x: x * 100, y: 40 } }, to: { mark: to, at: { x: 400, y: y * 90 } }, bend: 0.2, color: 'rood', widthUnits: 5, head: 'arrow' }] };
  return { type: 'marks.put', what: 'draw', marks: [{ ...base, kind: 'stroke', ink: WAVE_ID, tool: kind, color: x % 2 ? 'blauw' : 'petrol', widthUnits: kind === 'pen' ? 6 : 30, thinning: 0.5, smoothing: 0.4 }], inks: { [WAVE_ID]: WAVE } };
});
const PAGE = asId<PageId>('p1');
const WAVE_ID = asId<InkId>('wave');
const WAVE = encodeInk(packInk(Array.from({ length: 30 }, (_, i) => ({ x: i * 9, y: 40 + 35 * Math.sin(i / 3), pressure: 0.3 + i / 60, timeMs: i * 12 }))));
// Wider than the letters of whatever face the machine has.
const CARD = {
  kind: 'card', role: 'trait', text: 'bruisend', lines: [{ runs: [{ text: 'bruisend', rtl: false, xEm: 0, widthEm: 7 }], widthEm: 7 }], sizeUnits: 44, color: 'rood', mentions: [], picture: [], placed: true, merged: [],
} as const;
const move = fc.record({ ids: fc.array(markName, { minLength: 1, maxLength: 3 }), x: near, y: near }).map(({ ids, x, y }): Command => ({ type: 'marks.transform', ids: [...new Set(ids)], matrix: [1, 0, 0, 1, x * 20 - 60, y * 20 - 60] }));
const remove = fc.array(markName, { minLength: 1, maxLength: 2 }).map((ids): Command => ({ type: 'marks.remove', ids: [...new Set(ids)] }));

/** A sheet on which much is drawn over each other, moved, rubbed out and taken back. */
export const crowdedSteps: fc.Arbitrary<readonly Step[]> = fc.array(fc.oneof(put, put, put, put, move, remove, fc.constant('undo' as const)), { minLength: 30, maxLength: 110 });

/** Steps of all kinds, with some of them taken back at once. */
export const anySteps: fc.Arbitrary<readonly Step[]> = fc.array(fc.oneof(anyCommand, anyCommand, anyCommand, fc.constant('undo' as const)), { maxLength: 70 });
