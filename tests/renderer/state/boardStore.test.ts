import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { InkId, MarkId, TableId } from '../../../shared/base/ids.ts';
import type { Board } from '../../../shared/board/board.ts';
import { markOf, marksOf } from '../../../shared/board/buckets.ts';
import { applyChange } from '../../../shared/board/change.ts';
import type { Command } from '../../../shared/board/commands.ts';
import { emptyBoard } from '../../../shared/board/emptyBoard.ts';
import type { CardMark, Mark } from '../../../shared/board/marks.ts';
import { translation } from '../../../shared/geometry/matrix.ts';
import type { Trouble } from '../../../shared/contract/trouble.ts';
import { encodeInk } from '../../../shared/ink/inkCodec.ts';
import { afterAll, createAfterwork } from '../../../renderer/state/afterwork.ts';
import { createBoardStore, type BoardStore } from '../../../renderer/state/boardStore.ts';
import { card, inkThrough, stroke, text } from '../../shared/scene/marks.ts';
import { calm, MemoryService, ticks } from './memoryService.ts';

const EMPTY = emptyBoard({ id: 'b1' as Board['id'], title: '', locale: 'nl', createdMs: 0 });
const INK = encodeInk(inkThrough([[1, 2], [30, 40]]));

type Window = { readonly service: MemoryService; readonly store: BoardStore; readonly troubles: Trouble[] };

function openWindow(service = new MemoryService(EMPTY)): Window {
  const troubles: Trouble[] = [];
  let op = 0;
  const store = createBoardStore({ host: service.host, opened: service.opened, newOpId: () => `op${++op}`, onTrouble: (trouble) => troubles.push(trouble) });
  return { service, store, troubles };
}

const put = (mark: Mark): Command => ({ type: 'marks.put', what: 'draw', marks: [mark] });
const draw = (id: string): Command => {
  const mark = stroke(id);
  return { type: 'marks.put', what: 'draw', marks: [mark], inks: { [mark.ink]: INK } };
};
const mention = (id: string): Command => ({ type: 'card.mention', id: id as MarkId, mention: { table: 't2' as TableId, atMs: 5 }, sizeUnits: 40, matrix: translation(1, 1) });
const ids = (board: Board): readonly string[] => [...marksOf(board)].map(({ id }) => id as string).sort();
const timesHeard = (board: Board, id: string): number => (markOf(board, id as MarkId) as CardMark).mentions.length;

/** Lets all calls, then all events, but no answers through. */
async function arrive(service: MemoryService): Promise<void> {
  for (let i = 0; i < 20; i++) { service.takeCall(); service.takeEvent(); await ticks(); }
}

describe('what one does oneself', () => {
  test('shows at once, before the services have heard of it', () => {
    const { store, service } = openWindow();
    expect(store.do(draw('s1'))).toBe(true);
    expect(ids(store.get().board)).toEqual(['s1']);
    expect(store.get().inks.has('ink-s1' as InkId)).toBe(true);
    expect(service.seq).toBe(0);
  });

  test('goes under the name that it is given, also after what a hand left to be done', async () => {
    const { store, service } = openWindow();
    const afterwork = createAfterwork({ nowMs: () => 0, wait: () => () => undefined });
    const later = afterAll(store, afterwork);
    store.do(draw('s1'), 'first');
    afterwork.leave(() => later.do(draw('s2')));
    later.do(draw('s3'), 'third');
    await arrive(service);
    expect(service.arrived.map(({ opId }) => opId)).toEqual(['first', 'op1', 'third']);
  });

  test('is told once, and then only what is new of it: its undo, and that it is safe', async () => {
    const { store, service } = openWindow();
    const told: string[] = [];
    store.subscribe(() => {
      const { revision, history, saved } = store.get();
      told.push(JSON.stringify({ revision, history, saved }));
    });
    for (const id of ['s1', 's2', 's3']) {
      store.do(draw(id));
      await calm(service);
    }
    expect(told.length).toBeGreaterThanOrEqual(6);
    expect(told.filter((view, i) => view === told[i - 1])).toEqual([]);
  });

  test('is the same after it was confirmed, and nothing is painted anew for it', async () => {
    const { store, service } = openWindow();
    store.do(draw('s1'));
    const { board, revision } = store.get();
    await calm(service);
    expect(store.get().board).toBe(board);
    expect(store.get().revision).toBe(revision);
    expect(store.get().board).toEqual(service.board);
  });

  test('is refused at once when the board does not have what it names, and is not sent', async () => {
    const { store, service, troubles } = openWindow();
    expect(store.do({ type: 'marks.remove', ids: ['nobody' as MarkId] })).toBe(false);
    expect(troubles.map(({ code }) => code)).toEqual(['command.refused']);
    await calm(service);
    expect(service.arrived).toEqual([]);
  });

  test('goes away again when the services refuse it', async () => {
    const { store, service, troubles } = openWindow();
    store.do(put(text('t1', 'a')));
    await calm(service);
    service.foreign({ type: 'marks.remove', ids: ['t1' as MarkId] });
    store.do({ type: 'marks.transform', ids: ['t1' as MarkId], matrix: translation(9, 9) });
    store.do(put(text('t2', 'b')));
    await calm(service);
    expect(ids(store.get().board)).toEqual(['t2']);
    expect(store.get().board).toEqual(service.board);
    expect(troubles.map(({ code }) => code)).toEqual(['command.refused']);
    expect(store.get().saved.safe).toBe(true);
  });

  test('keeps its order when being told of one thing leads to the next', async () => {
    const { store, service } = openWindow();
    const stop = store.subscribe(() => {
      stop();
      store.do({ type: 'marks.transform', ids: ['t1' as MarkId], matrix: translation(5, 0) });
    });
    store.do(put(text('t1', 'a')));
    await calm(service);
    expect(service.arrived.map(({ command }) => command.type)).toEqual(['marks.put', 'marks.transform']);
    expect(store.get().board).toEqual(service.board);
  });

  test('that comes after something refused is done once, though its confirmation comes first', async () => {
    const { store, service } = openWindow();
    store.do(put(card('k', 'groen')));
    await calm(service);
    service.foreign(draw('s1'));
    // Only the services know that there is another ink of that name.
    const mark = stroke('s2', { ink: 'ink-s1' as InkId });
    store.do({ type: 'marks.put', what: 'draw', marks: [mark], inks: { [mark.ink]: encodeInk(inkThrough([[7, 7]])) } });
    store.do(mention('k'));
    await arrive(service);
    expect(timesHeard(store.get().board, 'k')).toBe(2);
    await calm(service);
    expect(timesHeard(store.get().board, 'k')).toBe(2);
    expect(store.get().board).toEqual(service.board);
    expect(store.get().saved.safe).toBe(true);
  });
});

describe('what others do', () => {
  test('comes below what one has just done oneself', async () => {
    const { store, service } = openWindow();
    service.foreign(put(card('k', 'groen')));
    store.do(put(text('mine', 'b')));
    service.takeEvent();
    expect(ids(store.get().board)).toEqual(['k', 'mine']);
    await calm(service);
    expect(store.get().board).toEqual(service.board);
  });

  test('brings its ink along, also to those who paint', async () => {
    const { store, service } = openWindow();
    const told: string[] = [];
    store.onViewChange((change) => told.push(...Object.keys(change.inks)));
    store.do(put(text('mine', 'b')));
    service.foreign(draw('theirs'));
    service.takeEvent();
    expect(store.get().inks.has('ink-theirs' as InkId)).toBe(true);
    expect(told).toEqual(['ink-theirs']);
    await calm(service);
    expect(told).toEqual(['ink-theirs']);
  });

  test('takes away what one was about to change', async () => {
    const { store, service } = openWindow();
    store.do(put(text('t', 'a')));
    await calm(service);
    store.do({ type: 'marks.transform', ids: ['t' as MarkId], matrix: translation(4, 4) });
    service.foreign({ type: 'marks.remove', ids: ['t' as MarkId] });
    service.takeEvent();
    expect(ids(store.get().board)).toEqual([]);
    await calm(service);
    expect(store.get().board).toEqual(service.board);
  });
});

test('undo and redo arrive as changes, with what can be undone next', async () => {
  const { store, service } = openWindow();
  store.do(draw('s1'));
  await calm(service);
  expect(store.get().history).toEqual({ undo: 'marks.put', redo: null });
  store.undo();
  await calm(service);
  expect(ids(store.get().board)).toEqual([]);
  expect(store.get().history).toEqual({ undo: null, redo: 'marks.put' });
  store.redo();
  await calm(service);
  expect(ids(store.get().board)).toEqual(['s1']);
  expect(store.get().inks.has('ink-s1' as InkId)).toBe(true);
});

test('undo right after a stroke takes back that stroke', async () => {
  const { store, service } = openWindow();
  store.do(draw('s1'));
  store.do(draw('s2'));
  store.undo();
  await calm(service);
  expect(ids(store.get().board)).toEqual(['s1']);
});

describe('the sign', () => {
  test('says safe only when the disk has it', async () => {
    const { store, service } = openWindow();
    expect(store.get().saved.safe).toBe(true);
    store.do(draw('s1'));
    expect(store.get().saved.safe).toBe(false);
    await arrive(service);
    expect(store.get().saved.safe).toBe(false);
    await calm(service);
    expect(store.get().saved.safe).toBe(true);
  });

  test('does not say safe while the disk refuses, though everything before was safe', async () => {
    const { store, service } = openWindow();
    service.failDisk();
    service.takeEvent();
    expect(store.get().saved.safe).toBe(false);
    expect(store.get().saved.trouble?.code).toBe('disk.full');
  });

  test('is unsafe for a change of another window that is not on the disk yet', async () => {
    const { store, service } = openWindow();
    service.foreign(draw('s1'));
    service.takeEvent();
    expect(store.get().saved.safe).toBe(false);
    await calm(service);
    expect(store.get().saved.safe).toBe(true);
  });
});

describe('whoever waits until all is settled', () => {
  const settledOf = (store: BoardStore): { done: boolean } => {
    const state = { done: false };
    void store.settled().then(() => { state.done = true; });
    return state;
  };

  test('waits for the disk', async () => {
    const { store, service } = openWindow();
    store.do(draw('s1'));
    const state = settledOf(store);
    await arrive(service);
    expect(state.done).toBe(false);
    await calm(service);
    expect(state.done).toBe(true);
  });

  test('does not wait for a disk that refuses', async () => {
    const { store, service } = openWindow();
    store.do(draw('s1'));
    const state = settledOf(store);
    await arrive(service);
    service.failDisk();
    service.takeEvent();
    await ticks();
    expect(state.done).toBe(true);
  });
});

describe('after the line was lost', () => {
  test('what had not arrived is sent again under the same name', async () => {
    const { store, service } = openWindow();
    store.do(draw('s1'));
    service.loseLine(0);
    await ticks();
    expect(service.seq).toBe(0);
    void store.rejoin();
    await calm(service);
    expect(service.arrived.map(({ opId }) => opId)).toEqual(['op1']);
    expect(store.get().board).toEqual(service.board);
    expect(store.get().saved.safe).toBe(true);
  });

  test('what had arrived without an answer is not done twice, at no moment', async () => {
    const { store, service } = openWindow();
    store.do(put(card('k', 'groen')));
    await calm(service);
    store.do(mention('k'));
    service.loseLine(1);
    await ticks();
    const heard: number[] = [];
    store.subscribe(() => heard.push(timesHeard(store.get().board, 'k')));
    void store.rejoin();
    await calm(service);
    expect(new Set(heard)).toEqual(new Set([2]));
    expect(timesHeard(service.board, 'k')).toBe(2);
    expect(store.get().saved.safe).toBe(true);
  });

  test('what others did meanwhile is there, with its ink', async () => {
    const { store, service } = openWindow();
    service.foreign(draw('theirs'));
    service.loseLine(0);
    void store.rejoin();
    store.do(put(text('mine', 'a')));
    await calm(service);
    expect(store.get().board).toEqual(service.board);
    expect(ids(service.board)).toEqual(['mine', 'theirs']);
    expect(store.get().inks.has('ink-theirs' as InkId)).toBe(true);
  });

  test('a change that was missed is noticed with the next one', async () => {
    const { store, service } = openWindow();
    service.foreign(put(text('missed', 'a')));
    service.loseLine(0);
    service.foreign(put(text('next', 'b')));
    await calm(service);
    expect(store.get().board).toEqual(service.board);
  });
});

/** One thing that happens, or a queue that moves on. */
type Step = { readonly kind: 'own' | 'foreign' | 'undo' | 'redo' | 'call' | 'answer' | 'event' | 'disk' | 'lose'; readonly pick: number; readonly deed: 'draw' | 'card' | 'remove' | 'move' | 'mention' | 'table' };
const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom<Step['kind']>('own', 'own', 'own', 'foreign', 'undo', 'redo', 'call', 'call', 'call', 'answer', 'event', 'event', 'disk', 'lose'),
  pick: fc.nat(1000),
  deed: fc.constantFrom<Step['deed']>('draw', 'draw', 'card', 'remove', 'move', 'mention', 'table'),
});

function commandOn(board: Board, { deed, pick }: Step, fresh: string): Command {
  const marks = [...marksOf(board)];
  const mark = marks[pick % Math.max(1, marks.length)];
  const cards = marks.filter(({ kind }) => kind === 'card');
  const word = cards[pick % Math.max(1, cards.length)];
  if (deed === 'card') return put(card(fresh, 'woord'));
  if (deed === 'remove' && mark) return { type: 'marks.remove', ids: [mark.id] };
  if (deed === 'move' && mark) return { type: 'marks.transform', ids: [mark.id], matrix: translation(pick, 1) };
  if (deed === 'mention' && word) return mention(word.id);
  const table = board.tables['t1' as TableId];
  if (deed === 'table' && table) return { type: 'table.put', table: { ...table, heads: pick } };
  return draw(fresh);
}

test('however calls, answers, events, the disk and the line take their turns, this window ends with the board of the services', async () => {
  await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 60, size: 'max' }), async (steps) => {
    const { service, store } = openWindow();
    // Whoever paints follows by what it is told and nothing else.
    let painted = store.get().board;
    const paintedInks = new Set<string>();
    store.onViewChange((change) => {
      for (const ink of Object.keys(change.inks)) paintedInks.add(ink);
      painted = change.kind === 'reset' ? change.board : applyChange(painted, change.change).board;
    });
    for (const [i, one] of steps.entries()) {
      switch (one.kind) {
        case 'own': store.do(commandOn(store.get().board, one, `own${i}`)); break;
        case 'foreign': service.foreign(commandOn(service.board, one, `foreign${i}`)); break;
        case 'undo': store.undo(); break;
        case 'redo': store.redo(); break;
        case 'call': service.takeCall(); break;
        case 'answer': service.takeAnswer(); break;
        case 'event': service.takeEvent(); break;
        case 'disk': service.flush(); break;
        case 'lose': service.loseLine(one.pick % 4); await ticks(); void store.rejoin(); break;
      }
      await ticks();
      expect(painted).toEqual(store.get().board);
      if (store.get().saved.safe) expect(service.boards.slice(0, service.diskSeq + 1)).toContainEqual(store.get().board);
    }
    await calm(service);
    expect(store.get().board).toEqual(service.board);
    expect(painted).toEqual(service.board);
    for (const mark of marksOf(service.board)) if (mark.kind === 'stroke') expect(paintedInks.has(mark.ink) && store.get().inks.has(mark.ink)).toBe(true);
    const names = new Map<string, Set<string>>();
    for (const { opId, command } of service.arrived) names.set(opId, (names.get(opId) ?? new Set()).add(JSON.stringify(command)));
    for (const commands of names.values()) expect(commands.size).toBe(1);
  }), { numRuns: 120 });
});
