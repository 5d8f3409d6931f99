import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { InkId, MarkId, PageId } from '../../../shared/base/ids.ts';
import { applyCommand } from '../../../shared/board/applyCommand.ts';
import { applyChange, touchedMarks, wayOf } from '../../../shared/board/change.ts';
import type { Command } from '../../../shared/board/commands.ts';
import type { Board } from '../../../shared/board/board.ts';
import { marksOf } from '../../../shared/board/buckets.ts';
import type { Mark } from '../../../shared/board/marks.ts';
import { contains, grow, overlaps, type Box } from '../../../shared/geometry/box.ts';
import { compose, rotation, scaling, translation } from '../../../shared/geometry/matrix.ts';
import type { Ink } from '../../../shared/ink/ink.ts';
import { inkPieces, type Span } from '../../../shared/ink/rub.ts';
import { pageScene } from '../../../shared/scene/pageScene.ts';
import { SceneIndex } from '../../../renderer/tiles/sceneIndex.ts';
import { at, boardWith, connector, inkThrough, PAGE, shape, stroke, text } from '../../shared/scene/marks.ts';

const INKS = new Map<InkId, Ink>([['ink-s' as InkId, inkThrough([[10, 10], [60, 40]])]]);
const line = (id: string): Mark => stroke(id, { ink: 'ink-s' as InkId });
const PAGE_BOX: Box = { x: -5000, y: -5000, w: 12_000, h: 12_000 };
const NOTHING: ReadonlySet<MarkId> = new Set();

/** Applies a command and lets the index follow it as the worker does. */
function follow(index: SceneIndex, command: Command) {
  const before = index.board;
  const { board, change, inverse } = applyCommand(before, command, (id) => INKS.has(id));
  const touched = touchedMarks(change, before);
  const ids = touched === 'all' ? [...marksOf(before), ...marksOf(board)].map(({ id }) => id) : touched;
  return { damage: index.update(board, ids, wayOf(change)), touched, inverse, before, board };
}

const boundsOn = (board: Board, id: string): Box | undefined => pageScene({ board, inks: INKS }, PAGE, { print: false }).find((node) => node.id === id)?.bounds;
const covers = (damage: readonly { readonly box: Box }[] | 'all', box: Box): boolean => damage === 'all' || damage.some((part) => contains(grow(part.box, 1e-6), box));

describe('a mark that moves', () => {
  test('is painted anew where it was and where it is, and nowhere else', () => {
    const index = new SceneIndex(boardWith([line('s'), text('t', 'ver weg', at(900, 700))]), INKS);
    const { damage, before, board } = follow(index, { type: 'marks.transform', ids: ['s' as MarkId], matrix: translation(300, 200) });
    expect(damage).toHaveLength(2);
    expect(covers(damage, boundsOn(before, 's') as Box)).toBe(true);
    expect(covers(damage, boundsOn(board, 's') as Box)).toBe(true);
    expect(covers(damage, boundsOn(board, 't') as Box)).toBe(false);
  });

  test('takes along the arrow that holds on to it', () => {
    const house = shape('huis', 'rectangle', { ...at(100, 100), w: 80, h: 80 });
    const index = new SceneIndex(boardWith([house, connector('pijl', { mark: house.id, at: { x: 140, y: 140 } }, { mark: null, at: { x: 600, y: 140 } })]), INKS);
    const { damage, before, board } = follow(index, { type: 'marks.transform', ids: [house.id], matrix: translation(0, 400) });
    expect(covers(damage, boundsOn(before, 'pijl') as Box)).toBe(true);
    expect(covers(damage, boundsOn(board, 'pijl') as Box)).toBe(true);
  });
});

test('a page that a mark left and the page that it came to are both painted anew', () => {
  const other = 'p2' as PageId;
  const page = boardWith([]).pages[PAGE];
  const board = boardWith([line('s')], { pages: { ...boardWith([]).pages, [other]: { ...page, id: other } as Board['pages'][PageId] } });
  const index = new SceneIndex(board, INKS);
  const { damage } = follow(index, { type: 'marks.put', what: 'paste', marks: [{ ...line('s'), page: other }] });
  expect(damage === 'all' ? [] : damage.map((part) => part.page).sort()).toEqual([PAGE, other].sort());
  expect(index.nodesIn(PAGE, PAGE_BOX, NOTHING, 1, 'desk')).toEqual([]);
  expect(index.nodesIn(other, PAGE_BOX, NOTHING, 1, 'desk').map(({ id }) => id)).toEqual(['s']);
});

describe('the first mark of an empty board', () => {
  test('has nothing but itself painted, also when it is taken back', () => {
    const index = new SceneIndex(boardWith([]), INKS);
    const { touched, inverse, board } = follow(index, { type: 'marks.put', what: 'draw', marks: [line('s')] });
    expect(touched).toEqual(['s']);
    expect(touchedMarks(inverse, board)).toEqual(['s']);
    expect([...marksOf(applyChange(board, inverse).board)]).toEqual([]);
  });
});

test('a layer that is shown or hidden has everything painted anew', () => {
  const { change } = applyCommand(boardWith([]), { type: 'layer.set', name: 'prepared', layer: { locked: true, visible: false } }, () => true);
  expect(touchedMarks(change, boardWith([]))).toBe('all');
});

test('what a gesture has in hand is left out, and what is asked for by name is not', () => {
  const index = new SceneIndex(boardWith([line('a'), line('b')]), INKS);
  expect(index.nodesIn(PAGE, PAGE_BOX, new Set(['a' as MarkId]), 1, 'desk').map(({ id }) => id)).toEqual(['b']);
  expect(index.nodesNamed(['b' as MarkId, 'a' as MarkId, 'gone' as MarkId], 1).map(({ id }) => id)).toEqual(['a', 'b']);
});

test('very many marks that move at once are found at their new places', () => {
  const ids = Array.from({ length: 900 }, (_, i) => `m${i}`);
  const index = new SceneIndex(boardWith(ids.map((id, i) => text(id, 'a', at(i, 10)))), INKS);
  const { damage } = follow(index, { type: 'marks.transform', ids: ids.map((id) => id as MarkId), matrix: translation(0, 500) });
  expect(damage).toBe('all');
  expect(index.nodesIn(PAGE, { x: 0, y: 0, w: 1200, h: 200 }, NOTHING, 1, 'desk')).toEqual([]);
  expect(index.nodesIn(PAGE, { x: 0, y: 500, w: 1200, h: 200 }, NOTHING, 1, 'desk')).toHaveLength(900);
  expect(index.damageOf(['m3' as MarkId])).toHaveLength(1);
});

describe('everything on a page that goes aside', () => {
  const many = Array.from({ length: 900 }, (_, i) => text(`m${i}`, 'a', at(i, 10)));
  const house = shape('huis', 'rectangle', { ...at(300, 300), w: 80, h: 80 });
  const arrow = connector('pijl', { mark: house.id, at: { x: 340, y: 340 } }, { mark: null, at: { x: 600, y: 340 } });
  const start = [...many, house, arrow];
  const inBox = (index: SceneIndex, box: Box): readonly string[] => index.nodesIn(PAGE, box, NOTHING, 1, 'desk').map(({ id }) => id).sort();

  test('is found as if each mark had been looked at, also when it went twice and one of them went on alone', () => {
    const index = new SceneIndex(boardWith(start), INKS);
    const ids = start.map(({ id }) => id);
    expect(follow(index, { type: 'marks.transform', ids, matrix: translation(140, -35) }).damage).toBe('all');
    follow(index, { type: 'marks.transform', ids, matrix: translation(-30.25, 400) });
    follow(index, { type: 'marks.transform', ids: [house.id], matrix: translation(90, 20) });
    follow(index, { type: 'marks.put', what: 'draw', marks: [line('s')] });
    const anew = new SceneIndex(index.board, INKS);
    for (let x = -200; x < 1400; x += 100) for (let y = -200; y < 1000; y += 100) expect(inBox(index, { x, y, w: 100, h: 100 })).toEqual(inBox(anew, { x, y, w: 100, h: 100 }));
    const damage = [index, anew].map((each) => each.damageOf([house.id, arrow.id, 's' as MarkId]));
    expect(covers(damage[0] ?? [], (damage[1] as readonly { box: Box }[])[0]?.box as Box)).toBe(true);
  });

  test('leaves what was not moved where it is', () => {
    const index = new SceneIndex(boardWith(start), INKS);
    follow(index, { type: 'marks.transform', ids: many.map(({ id }) => id), matrix: translation(0, 500) });
    expect(inBox(index, { x: 290, y: 290, w: 100, h: 100 })).toEqual(['huis', 'pijl']);
    expect(inBox(index, { x: 0, y: 0, w: 1000, h: 100 })).toEqual([]);
  });
});

const deed = fc.record({ kind: fc.constantFrom('line', 'form', 'arrow', 'remove', 'move', 'turn', 'undo'), pick: fc.nat(1000), x: fc.integer({ min: -200, max: 1200 }), y: fc.integer({ min: -200, max: 800 }) });

test('after any gestures it finds what the whole scene holds, in painting order, and all that looks different was damaged', () => {
  fc.assert(fc.property(fc.array(deed, { maxLength: 25, size: 'max' }), fc.record({ x: fc.integer({ min: 0, max: 900 }), y: fc.integer({ min: 0, max: 600 }), w: fc.constant(300), h: fc.constant(250) }), (deeds, view) => {
    const index = new SceneIndex(boardWith([]), INKS);
    const inverses: Parameters<typeof applyChange>[1][] = [];
    deeds.forEach(({ kind, pick, x, y }, i) => {
      const { board } = index;
      const marks = [...marksOf(board)];
      const mark = marks[pick % Math.max(1, marks.length)];
      const order = `a${(pick % 9) + 1}`;
      const before = new Map(pageScene({ board, inks: INKS }, PAGE, { print: false }).map((node) => [node.id, node]));
      const command = ((): Command | null => {
        if (kind === 'line' || !mark) return { type: 'marks.put', what: 'draw', marks: [{ ...line(`s${i}`), order, matrix: translation(x, y) }] };
        if (kind === 'form') return { type: 'marks.put', what: 'shape', marks: [shape(`f${i}`, 'ellipse', { ...at(x, y), order })] };
        if (kind === 'arrow') return { type: 'marks.put', what: 'connect', marks: [connector(`c${i}`, { mark: mark.id, at: { x: 5, y: 5 } }, { mark: null, at: { x, y } }, { order })] };
        if (kind === 'remove') return { type: 'marks.remove', ids: [mark.id] };
        if (kind === 'move') return { type: 'marks.transform', ids: [mark.id], matrix: translation(x / 4, y / 4) };
        if (kind === 'turn') return { type: 'marks.transform', ids: [mark.id], matrix: compose(rotation(pick), scaling(1.2, 0.9)) };
        return null;
      })();
      const damage = ((): readonly { readonly box: Box }[] | 'all' => {
        if (command) {
          const step = follow(index, command);
          inverses.push(step.inverse);
          return step.damage;
        }
        const undo = inverses.pop();
        if (!undo) return [];
        const touched = touchedMarks(undo, board);
        return index.update(applyChange(board, undo).board, touched === 'all' ? marks.map(({ id }) => id) : touched);
      })();
      const after = new Map(pageScene({ board: index.board, inks: INKS }, PAGE, { print: false }).map((node) => [node.id, node]));
      for (const id of new Set([...before.keys(), ...after.keys()])) {
        const was = before.get(id), is = after.get(id);
        if (was && is && (was === is || JSON.stringify(was) === JSON.stringify(is))) continue;
        for (const node of [was, is]) if (node) expect(covers(damage, node.bounds), `${kind} ${id}`).toBe(true);
      }
    });
    const whole = pageScene({ board: index.board, inks: INKS }, PAGE, { print: false }).filter(({ bounds }) => overlaps(bounds, view)).map(({ id }) => id);
    expect(index.nodesIn(PAGE, view, NOTHING, 1, 'desk').map(({ id }) => id)).toEqual(whole);
  }), { numRuns: 60 });
});

describe('a picture to trace', () => {
  const traced = shape('beeld', 'rectangle', { layer: 'tracing' });
  const seen = (inRoom: boolean, visible = true) => {
    const board = boardWith([traced, line('s')]);
    const index = new SceneIndex({ ...board, layers: { ...board.layers, tracing: { locked: true, visible, inRoom } } }, INKS);
    return (['desk', 'room', 'print'] as const).map((viewer) => index.nodesIn(PAGE, PAGE_BOX, NOTHING, 1, viewer).length);
  };
  test('is for the desk alone, until the room is to see it too; never for a print', () => {
    expect(seen(false)).toEqual([2, 1, 1]);
    expect(seen(true)).toEqual([2, 2, 1]);
    expect(seen(true, false)).toEqual([1, 1, 1]);
  });
});

describe('a stroke that a hand has cut', () => {
  const ink = INKS.get('ink-s' as InkId) as Ink;
  const spans: readonly Span[] = [[0, 0.2], [0.8, 1]];
  const pieces = inkPieces(ink, spans, 2);
  const cut = (named: string) => new Map([['s' as MarkId, { ink: named as InkId, spans }]]);
  const index = new SceneIndex(boardWith([line('s'), line('t')]), INKS);

  test('is painted as its pieces, in its own place among the others', () => {
    expect(index.nodesIn(PAGE, PAGE_BOX, NOTHING, 1, 'desk', cut('ink-s')).map(({ id }) => id)).toEqual(['s', 's', 't']);
    expect(index.nodesIn(PAGE, { x: 0, y: 0, w: 15, h: 15 }, NOTHING, 1, 'desk', cut('ink-s')).filter(({ id }) => id === 's')).toHaveLength(1);
    expect(index.nodesNear(PAGE, PAGE_BOX, NOTHING, 1, 'desk', cut('ink-s')).map(({ id }) => id)).toEqual(['s', 's', 't']);
    expect(index.nodesNear(PAGE, PAGE_BOX, new Set(['s' as MarkId]), 1, 'desk', cut('ink-s')).map(({ id }) => id)).toEqual(['t']);
  });

  test('is painted whole when it has other ink by now, or when somebody else looks at it', () => {
    expect(index.nodesIn(PAGE, PAGE_BOX, NOTHING, 1, 'desk', cut('ink-before')).map(({ id }) => id)).toEqual(['s', 't']);
    expect(index.nodesIn(PAGE, PAGE_BOX, NOTHING, 1, 'print').map(({ id }) => id)).toEqual(['s', 't']);
  });

  test('looks the same as the strokes that its pieces become, thin and broad', () => {
    for (const pxPerUnit of [0.5, 1, 6]) {
      const inks = new Map<InkId, Ink>(pieces.map((piece, i) => [`ink-p${i}` as InkId, piece]));
      const become = new SceneIndex(boardWith(pieces.map((_, i) => stroke(`p${i}`, { ink: `ink-p${i}` as InkId }))), inks);
      const ops = (nodes: ReturnType<SceneIndex['nodesIn']>): string => JSON.stringify(nodes.filter(({ id }) => id !== 't').map((node) => node.ops));
      expect(ops(index.nodesIn(PAGE, PAGE_BOX, NOTHING, pxPerUnit, 'desk', cut('ink-s')))).toBe(ops(become.nodesIn(PAGE, PAGE_BOX, NOTHING, pxPerUnit, 'desk')));
    }
  });
});
