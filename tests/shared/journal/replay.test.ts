import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as v from 'valibot';
import { asId, type BoardId, type InkId } from '../../../shared/base/ids.ts';
import { applyCommand } from '../../../shared/board/applyCommand.ts';
import { applyChange } from '../../../shared/board/change.ts';
import { marksOf } from '../../../shared/board/buckets.ts';
import { commandSchema } from '../../../shared/board/commandSchema.ts';
import { CommandRefused, isUndoable, type Command } from '../../../shared/board/commands.ts';
import { emptyBoard } from '../../../shared/board/emptyBoard.ts';
import { documentFault, readDocument } from '../../../shared/board/readDocument.ts';
import type { EntryBody, JournalEntry } from '../../../shared/journal/entry.ts';
import { NO_HISTORY } from '../../../shared/journal/history.ts';
import { encodeLine, readJournal } from '../../../shared/journal/journalText.ts';
import { inksOf, replay, replayEntry, type Moment } from '../../../shared/journal/replay.ts';
import { anyCommand } from '../board/randomCommands.ts';

const board = emptyBoard({ id: asId<BoardId>('kiel'), title: 'Kiel', locale: 'nl', createdMs: 1 });
const start: Moment = { board, seq: 0, history: NO_HISTORY };

type Step = Command | 'undo' | 'redo';
const undo = fc.constant('undo' as const);
const anyStep: fc.Arbitrary<Step> = fc.oneof(anyCommand, anyCommand, anyCommand, undo, undo, fc.constant('redo' as const));

/** Does the steps as an open board does; gives all moments and the journal. Refused commands leave no trace. */
function live(steps: readonly Step[]): { readonly moments: readonly Moment[]; readonly entries: readonly JournalEntry[] } {
  const moments = [start];
  const entries: JournalEntry[] = [];
  const inks = new Set<InkId>();
  for (const step of steps) {
    const now = moments[moments.length - 1] as Moment;
    const body = bodyOf(step, now, inks);
    if (!body) continue;
    const entry = { seq: now.seq + 1, atMs: 1000 + now.seq, body };
    entries.push(entry);
    moments.push(replayEntry(now, entry));
  }
  return { moments, entries };
}

function bodyOf(step: Step, { board: now, seq, history }: Moment, inks: Set<InkId>): EntryBody | null {
  if (step === 'undo' || step === 'redo') {
    const last = history[step][history[step].length - 1];
    return last ? { kind: step, what: last.what, of: last.of, change: last.change } : null;
  }
  try {
    const { change } = applyCommand(now, step, (ink) => inks.has(ink));
    const own = 'inks' in step ? step.inks ?? {} : {};
    for (const ink of Object.keys(own)) inks.add(ink as InkId);
    return { kind: 'change', what: step.type === 'marks.put' ? step.what : step.type, opId: `op${seq}`, change, inks: own, undoable: true };
  } catch (error) {
    if (error instanceof CommandRefused) return null;
    throw error;
  }
}

test('what the room saw cannot be taken back, and undoing all the rest leaves a whole board', () => {
  fc.assert(fc.property(fc.array(anyStep, { maxLength: 25 }), (steps) => {
    let { moment } = { moment: start };
    const inks = new Set<InkId>();
    const enter = (step: Step): void => {
      const body = bodyOf(step, moment, inks);
      if (body) moment = replayEntry(moment, { seq: moment.seq + 1, atMs: 1, body: body.kind === 'change' && typeof step === 'object' ? { ...body, undoable: isUndoable(step) } : body });
    };
    for (const step of steps) enter(step);
    const { rounds } = moment.board;
    while (moment.history.undo.length > 0) enter('undo');
    for (const id of Object.keys(rounds)) expect(moment.board.rounds[id as never]).toBe(rounds[id as never]);
    for (const mark of marksOf(moment.board)) expect(moment.board.pages[mark.page]).toBeDefined();
  }));
});

test('a page on which a result lies for good is not taken away by undo', () => {
  const page = { ...Object.values(board.pages)[0]!, id: 'p9' as never };
  const round = { id: 'r1' as never, question: '', candidates: [], rule: { dotsPerPerson: 1, atMostPerCandidate: 1 }, state: 'revealed', openedMs: 1, closedMs: 2, tally: null, runOffOf: null, lots: null } as const;
  const mark = { kind: 'result', id: 'm1' as never, page: page.id, layer: 'harvest', order: 'a', matrix: [1, 0, 0, 1, 0, 0], locked: false, round: round.id, w: 10, h: 10 } as const;
  let moment = start;
  for (const command of [{ type: 'page.put', page }, { type: 'round.put', round, marks: [mark] }] as const) {
    const body = bodyOf(command, moment, new Set());
    if (body?.kind !== 'change') throw new Error('refused');
    moment = replayEntry(moment, { seq: moment.seq + 1, atMs: 1, body: { ...body, undoable: isUndoable(command) } });
  }
  expect(moment.history.undo).toEqual([]);
});

describe('whatever is done on a board', () => {
  test('taking back restores exactly what was there, and doing again what came after', () => {
    fc.assert(fc.property(fc.array(anyCommand, { maxLength: 25 }), (commands) => {
      let now = board;
      for (const command of commands) {
        try {
          const { board: next, change, inverse } = applyCommand(now, command, () => true);
          const back = applyChange(next, inverse);
          expect(back.board).toEqual(now);
          expect(applyChange(now, change).board).toEqual(next);
          expect(applyChange(back.board, back.inverse).board).toEqual(next);
          now = next;
        } catch (error) {
          if (!(error instanceof CommandRefused)) throw error;
        }
      }
    }), { numRuns: 150 });
  });

  test('replaying the journal as it was written gives the same board and the same history', () => {
    fc.assert(fc.property(fc.array(anyStep, { maxLength: 40 }), (steps) => {
      const { moments, entries } = live(steps);
      const text = [{ journal: 'droomdoek', documentVersion: 1, board: board.id, afterSeq: 0 } as const, ...entries].map(encodeLine).join('');
      const read = readJournal(text);
      expect(read.entries).toEqual(entries);
      expect(replay(start, read.entries)).toEqual({ moment: moments[moments.length - 1], fitted: entries.length });
    }), { numRuns: 150 });
  });

  test('taking everything back leads to the board at the beginning', () => {
    fc.assert(fc.property(fc.array(anyCommand, { maxLength: 25 }), (commands) => {
      const { moments } = live(commands);
      const count = moments.length - 1;
      const back = live([...commands, ...Array.from({ length: count }, () => 'undo' as const)]).moments;
      expect(back[back.length - 1]?.board).toEqual(board);
      const again = live([...commands, ...Array.from({ length: count }, () => 'undo' as const), ...Array.from({ length: count }, () => 'redo' as const)]).moments;
      expect(again[again.length - 1]?.board).toEqual(moments[count]?.board);
    }), { numRuns: 100 });
  });

  test('the board stays whole and survives being written as JSON', () => {
    fc.assert(fc.property(fc.array(anyStep, { maxLength: 40 }), (steps) => {
      const { moments, entries } = live(steps);
      const last = moments[moments.length - 1] as Moment;
      const document = { board: last.board, inks: inksOf(entries) };
      expect(documentFault(document)).toBeNull();
      expect(readDocument(JSON.parse(JSON.stringify(document)))).toEqual({ kind: 'document', document });
    }), { numRuns: 150 });
  });

  test('every command passes its schema unchanged', () => {
    fc.assert(fc.property(anyCommand, (command) => { expect(v.parse(commandSchema, command)).toEqual(command); }), { numRuns: 500 });
  });
});
