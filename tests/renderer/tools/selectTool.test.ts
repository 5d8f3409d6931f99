import { describe, expect, test } from 'vitest';
import type { MarkId } from '../../../shared/base/ids.ts';
import { markOf } from '../../../shared/board/buckets.ts';
import { transformPoint } from '../../../shared/geometry/matrix.ts';
import { markBox } from '../../../shared/scene/markNode.ts';
import { isMovable, selectionBox, selectTool, withPictures } from '../../../renderer/tools/selectTool.ts';
import { at, card, connector, inkThrough, shape, stroke, text } from '../../shared/scene/marks.ts';
import { last, pointer, pull, toolBench, type ToolBench } from './toolBench.ts';

const box = (id: string, x: number, y: number, part = {}) => shape(id, 'rectangle', { ...at(x, y), w: 100, h: 80, fill: 'munt', ...part });
const two = (): ToolBench => toolBench([box('a', 100, 100), box('b', 400, 100, { order: 'a1' })]);
const placeOf = (bench: ToolBench, id: string) => {
  const mark = markOf(bench.store.get().board, id as MarkId);
  return mark && transformPoint(mark.matrix, { x: 0, y: 0 });
};

describe('a click', () => {
  test('selects what it hits, and nothing where there is nothing', () => {
    const bench = two();
    const select = selectTool(bench.context, 'select');
    pull(select, [[150, 140]]);
    expect(bench.selection).toEqual(['a']);
    pull(select, [[700, 700]]);
    expect(bench.selection).toEqual([]);
    expect(bench.commands).toEqual([]);
  });

  test('with shift adds to the selection, and takes out of it', () => {
    const bench = two();
    const select = selectTool(bench.context, 'select');
    pull(select, [[150, 140]]);
    pull(select, [[450, 140]], { shift: true });
    expect(bench.selection).toEqual(['a', 'b']);
    pull(select, [[150, 140]], { shift: true });
    expect(bench.selection).toEqual(['b']);
  });

  test('twice on lettering opens it for writing, twice on a stroke does not', () => {
    const bench = toolBench([text('t', 'bruisend', at(100, 100)), stroke('s')], { s: inkThrough([[400, 400], [500, 400]]) });
    const select = selectTool(bench.context, 'select');
    pull(select, [[120, 120]]);
    bench.nowMs += 200;
    pull(select, [[120, 120]]);
    expect(bench.written).toEqual([{ mark: 't' }]);
    pull(select, [[450, 400]]);
    pull(select, [[450, 400]]);
    expect(bench.written).toHaveLength(1);
  });

  test('twice with a rest in between does not', () => {
    const bench = toolBench([text('t', 'bruisend', at(100, 100))]);
    const select = selectTool(bench.context, 'select');
    pull(select, [[120, 120]]);
    bench.nowMs += 2000;
    pull(select, [[120, 120]]);
    expect(bench.written).toEqual([]);
  });

  test('on what is locked or prepared selects nothing', () => {
    const bench = toolBench([box('a', 100, 100, { locked: true }), box('b', 100, 100, { layer: 'prepared' })]);
    pull(selectTool(bench.context, 'select'), [[150, 140]]);
    expect(bench.selection).toEqual([]);
  });
});

describe('a drag', () => {
  test('moves what it takes hold of, as one command', () => {
    const bench = two();
    pull(selectTool(bench.context, 'select'), [[150, 140], [160, 150], [250, 340]]);
    expect(placeOf(bench, 'a')).toEqual({ x: 200, y: 300 });
    expect(placeOf(bench, 'b')).toEqual({ x: 400, y: 100 });
    expect(bench.commands).toHaveLength(1);
  });

  test('of one of several moves them all', () => {
    const bench = two();
    bench.selection = ['a', 'b'] as MarkId[];
    pull(selectTool(bench.context, 'select'), [[450, 140], [450, 240]]);
    expect([placeOf(bench, 'a'), placeOf(bench, 'b')]).toEqual([{ x: 100, y: 200 }, { x: 400, y: 200 }]);
  });

  test('shows it on its way, and takes it out of what lies below', () => {
    const bench = two();
    const select = selectTool(bench.context, 'select');
    select.down(pointer([[150, 140]]));
    select.move(pointer([[250, 240]]));
    expect(last(bench.hidden)).toEqual(['a']);
    const overlay = last(bench.overlays);
    expect(overlay?.kind === 'nodes' && overlay.nodes.map(({ id, matrix }) => [id, matrix[4], matrix[5]])).toEqual([['a', 200, 200]]);
    select.up(pointer([[250, 240]]));
    expect(last(bench.hidden)).toEqual([]);
    expect(last(bench.overlays)).toBeNull();
  });

  test('with the lasso goes around also where it begins on something, which is moved only when it was chosen before', () => {
    const bench = two();
    const from = placeOf(bench, 'b') as { readonly x: number; readonly y: number };
    const lasso = selectTool(bench.context, 'lasso');
    pull(lasso, [[from.x, from.y + 10], [220, 60], [80, 60], [80, 200], [220, 200], [from.x, from.y + 12]]);
    expect(bench.selection).toEqual(['a']);
    expect(bench.commands).toEqual([]);
    pull(lasso, [[from.x, from.y + 10]]);
    expect(bench.selection).toEqual(['b']);
    pull(lasso, [[from.x, from.y + 10], [from.x + 60, from.y + 90]]);
    expect(bench.commands).toHaveLength(1);
  });

  test('that is broken off leaves everything where it was', () => {
    const bench = two();
    const select = selectTool(bench.context, 'select');
    select.down(pointer([[150, 140]]));
    select.move(pointer([[250, 240]]));
    select.cancel();
    select.up(pointer([[250, 240]]));
    expect(placeOf(bench, 'a')).toEqual({ x: 100, y: 100 });
    expect(last(bench.hidden)).toEqual([]);
    expect(bench.commands).toEqual([]);
  });

  test('by less than a trembling hand is a click', () => {
    const bench = two();
    pull(selectTool(bench.context, 'select'), [[150, 140], [152, 141]]);
    expect(bench.commands).toEqual([]);
  });

  test('there and back is no step to undo', () => {
    const bench = two();
    pull(selectTool(bench.context, 'select'), [[150, 140], [300, 300], [150, 140]]);
    expect(bench.commands).toEqual([]);
    expect(last(bench.hidden)).toEqual([]);
  });

  test('goes on with the rest when part of the selection is gone', () => {
    const bench = two();
    bench.selection = ['a', 'b'] as MarkId[];
    const select = selectTool(bench.context, 'select');
    select.down(pointer([[450, 140]]));
    select.move(pointer([[450, 240]]));
    bench.store.do({ type: 'marks.remove', ids: ['a' as MarkId] });
    select.up(pointer([[450, 240]]));
    expect(placeOf(bench, 'b')).toEqual({ x: 400, y: 200 });
  });

  test('of a word takes its drawing along', () => {
    const bench = toolBench([card('panda', 'panda', { ...at(100, 100), picture: ['s' as MarkId] }), stroke('s')], { s: inkThrough([[300, 300], [340, 320]]) });
    pull(selectTool(bench.context, 'select'), [[120, 130], [120, 230]], { mod: true });
    expect(placeOf(bench, 's')).toEqual({ x: 0, y: 100 });
    expect(withPictures(['panda' as MarkId], bench.store.get())).toEqual(['panda', 's']);
  });

  test('moves a loose arrow, and leaves one that is held at both ends', () => {
    const loose = connector('loose', { mark: null, at: { x: 100, y: 600 } }, { mark: null, at: { x: 400, y: 600 } }, { bend: 0 });
    const held = connector('held', { mark: 'a' as MarkId, at: { x: 0, y: 0 } }, { mark: 'b' as MarkId, at: { x: 0, y: 0 } }, { bend: 0 });
    const bench = toolBench([box('a', 100, 100), box('b', 400, 100), loose, held]);
    const view = bench.store.get();
    expect(isMovable(loose, view)).toBe(true);
    expect(isMovable(held, view)).toBe(false);
    const select = selectTool(bench.context, 'select');
    pull(select, [[250, 600], [250, 700]]);
    const moved = markOf(bench.store.get().board, 'loose' as MarkId);
    expect(moved && markBox(moved, bench.store.get()).y).toBeCloseTo(700);
    pull(select, [[300, 140], [300, 300]]);
    expect(bench.selection).toEqual(['held']);
    expect(bench.commands).toHaveLength(1);
  });
});

describe('a pull over empty paper', () => {
  test('selects what lies wholly in its box', () => {
    const bench = two();
    const select = selectTool(bench.context, 'select');
    pull(select, [[50, 50], [250, 250]]);
    expect(bench.selection).toEqual(['a']);
    pull(select, [[350, 50], [600, 300]], { shift: true });
    expect(bench.selection).toEqual(['a', 'b']);
  });

  test('with the lasso selects what it goes around', () => {
    const bench = two();
    pull(selectTool(bench.context, 'lasso'), [[80, 80], [220, 80], [220, 200], [80, 200]]);
    expect(bench.selection).toEqual(['a']);
    expect(bench.overlays.some((overlay) => overlay?.kind === 'lasso')).toBe(true);
    expect(last(bench.overlays)).toBeNull();
  });
});

test('the box of a selection goes around all of it, and of none there is none', () => {
  const bench = two();
  expect(selectionBox(['a', 'b', 'gone'] as MarkId[], bench.store.get())).toEqual({ x: 100, y: 100, w: 400, h: 80 });
  expect(selectionBox([], bench.store.get())).toBeUndefined();
});

describe('while something is moved', () => {
  test('its edges keep to those of a neighbour, with a line that shows it, and not while Ctrl is held, or Alt once the drag has begun', () => {
    for (const [held, x] of [[{}, 100], [{ alt: true }, 104], [{ mod: true }, 104]] as const) {
      const bench = toolBench([box('a', 100, 100), box('b', 400, 400)]);
      const select = selectTool(bench.context, 'select');
      select.down(pointer([[400, 420]]));
      select.move(pointer([[300, 420]], held));
      select.move(pointer([[104, 470]], held));
      select.up(pointer([[104, 470]], held));
      expect(placeOf(bench, 'b')?.x).toBe(x);
      expect(bench.guides.some((lines) => lines.length > 0)).toBe(x === 100);
      expect(last(bench.guides) ?? []).toEqual([]);
    }
  });
  test('nothing holds it when guides are switched off, nor by what moves along with it', () => {
    const off = toolBench([box('a', 100, 100), box('b', 400, 400)]);
    off.set({ settings: { guides: false } });
    pull(selectTool(off.context, 'select'), [[400, 420], [104, 470]]);
    expect(placeOf(off, 'b')?.x).toBe(104);
    const both = toolBench([box('a', 100, 100), box('b', 400, 400)]);
    both.selection = ['a', 'b'] as MarkId[];
    pull(selectTool(both.context, 'select'), [[400, 420], [404, 470]]);
    expect(placeOf(both, 'b')?.x).toBe(404);
  });
  test('its handles step aside until it is put down, and stay with a copy\'s original', () => {
    const bench = toolBench([box('a', 100, 100)]);
    bench.selection = ['a'] as MarkId[];
    pull(selectTool(bench.context, 'select'), [[104, 120], [150, 120], [190, 120]]);
    expect(bench.carried).toEqual(['marks', null]);
    pull(selectTool(bench.context, 'select'), [[190, 120], [250, 120]], { alt: true });
    expect(bench.carried).toEqual(['marks', null]);
  });
  test('all that is on the sheet goes by whole pixels, since nothing is painted anew then; a part of it goes as far as the hand', () => {
    const many = Array.from({ length: 80 }, (_, i) => box(`m${i}`, 100 + 10 * i, 100 + 5 * i, { order: `a${i}` }));
    for (const [rest, carried, x] of [[0, true, 107], [1, false, 107.4]] as const) {
      const bench = toolBench(many);
      bench.selection = many.slice(rest).map(({ id }) => id);
      pull(selectTool(bench.context, 'select'), [[300, 230], [307.4, 233.8]], { mod: true });
      expect(bench.carried.some((what) => what !== null && what !== 'marks')).toBe(carried);
      expect(placeOf(bench, 'm79')?.x).toBeCloseTo(x - 100 + 890);
    }
  });
});
