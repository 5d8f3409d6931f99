import { describe, expect, test } from 'vitest';
import type { MarkId } from '../../../shared/base/ids.ts';
import { marksOf } from '../../../shared/board/buckets.ts';
import { emptyBoard } from '../../../shared/board/emptyBoard.ts';
import type { ConnectorMark, Mark, ShapeMark, StampMark } from '../../../shared/board/marks.ts';
import { markBox } from '../../../shared/scene/markNode.ts';
import { arrowTool } from '../../../renderer/tools/arrowTool.ts';
import { handTool } from '../../../renderer/tools/handTool.ts';
import { laserTool } from '../../../renderer/tools/laserTool.ts';
import { makeTool } from '../../../renderer/tools/makeTool.ts';
import { shapeTool } from '../../../renderer/tools/shapeTool.ts';
import { stampTool } from '../../../renderer/tools/stampTool.ts';
import { textTool } from '../../../renderer/tools/textTool.ts';
import type { ToolName } from '../../../renderer/tools/tool.ts';
import { at, card, inkThrough, shape, stroke, text } from '../../shared/scene/marks.ts';
import { last, pointer, pull, toolBench, type ToolBench } from './toolBench.ts';

const marks = (bench: ToolBench): readonly Mark[] => [...marksOf(bench.store.get().board)];
const newest = <Kind extends Mark['kind']>(bench: ToolBench, kind: Kind): Extract<Mark, { kind: Kind }> => {
  const found = marks(bench).find((mark): mark is Extract<Mark, { kind: Kind }> => mark.kind === kind && mark.id.startsWith('mark'));
  if (!found) throw new Error(`No new ${kind}`);
  return found;
};
const boxOf = (bench: ToolBench, mark: Mark) => markBox(mark, bench.store.get());

describe('a form', () => {
  test('is pulled up from any corner', () => {
    for (const spots of [[[100, 100], [300, 250]], [[300, 250], [100, 100]], [[300, 100], [100, 250]]] as const) {
      const bench = toolBench();
      pull(shapeTool(bench.context, 'rectangle'), spots);
      expect(boxOf(bench, newest(bench, 'shape'))).toEqual({ x: 100, y: 100, w: 200, h: 150 });
    }
  });

  test('is as high as wide with shift', () => {
    const bench = toolBench();
    pull(shapeTool(bench.context, 'ellipse'), [[300, 300], [100, 250]], { shift: true });
    expect(boxOf(bench, newest(bench, 'shape'))).toEqual({ x: 100, y: 100, w: 200, h: 200 });
  });

  test('of middle size stands around a tap', () => {
    const bench = toolBench();
    pull(shapeTool(bench.context, 'banner'), [[400, 300]]);
    const { x, y, w, h } = boxOf(bench, newest(bench, 'shape'));
    expect([x + w / 2, y + h / 2]).toEqual([400, 300]);
    expect(w).toBeGreaterThan(100);
  });

  test('is selected, gives way to the tool before, and asks for its words where it has some', () => {
    for (const [name, asks] of [['rectangle', false], ['ellipse', false], ['banner', true], ['bubble', true], ['frame', true]] as const) {
      const bench = toolBench();
      pull(shapeTool(bench.context, name), [[100, 100], [300, 250]]);
      const { id } = newest(bench, 'shape');
      expect(bench.selection).toEqual([id]);
      expect(bench.gaveWay).toBe(1);
      expect(bench.written).toEqual(asks ? [{ mark: id }] : []);
    }
  });

  test('takes the colours and the width of the tray', () => {
    const bench = toolBench();
    bench.set({ style: { color: 'petrol', fill: 'hemel', widthUnits: 6 } });
    pull(shapeTool(bench.context, 'ellipse'), [[100, 100], [300, 250]]);
    expect(newest(bench, 'shape')).toMatchObject<Partial<ShapeMark>>({ color: 'petrol', fill: 'hemel', widthUnits: 6, form: 'ellipse' });
  });

  test('that is broken off leaves nothing', () => {
    const bench = toolBench();
    const tool = shapeTool(bench.context, 'frame');
    tool.down(pointer([[100, 100]]));
    tool.move(pointer([[300, 300]]));
    expect(last(bench.overlays)?.kind).toBe('nodes');
    tool.cancel();
    tool.up(pointer([[300, 300]]));
    expect(marks(bench)).toEqual([]);
    expect(last(bench.overlays)).toBeNull();
  });
});

describe('an arrow', () => {
  const house = shape('huis', 'rectangle', { ...at(100, 100), w: 100, h: 100, fill: 'munt' });
  const shop = shape('winkel', 'ellipse', { ...at(500, 100), w: 100, h: 100, fill: 'munt' });
  const arrowOf = (bench: ToolBench): ConnectorMark => newest(bench, 'connector');

  test('holds on to what it is pulled from and to', () => {
    const bench = toolBench([house, shop]);
    pull(arrowTool(bench.context), [[150, 150], [300, 150], [550, 150]]);
    expect([arrowOf(bench).from.mark, arrowOf(bench).to.mark]).toEqual(['huis', 'winkel']);
    bench.store.do({ type: 'marks.transform', ids: [shop.id], matrix: [1, 0, 0, 1, 0, 400] });
    const { y, h } = boxOf(bench, arrowOf(bench));
    expect(y + h).toBeGreaterThan(450);
  });

  test('on empty paper, or with alt, holds on to nothing', () => {
    const bench = toolBench([house]);
    pull(arrowTool(bench.context), [[300, 400], [500, 400]]);
    expect([arrowOf(bench).from, arrowOf(bench).to]).toEqual([{ mark: null, at: { x: 300, y: 400 } }, { mark: null, at: { x: 500, y: 400 } }]);
    const free = toolBench([house]);
    pull(arrowTool(free.context), [[150, 150], [500, 400]], { alt: true });
    expect(arrowOf(free).from).toEqual({ mark: null, at: { x: 150, y: 150 } });
  });

  test('can point at what was prepared', () => {
    const bench = toolBench([{ ...house, layer: 'prepared' }]);
    pull(arrowTool(bench.context), [[400, 400], [150, 150]]);
    expect(arrowOf(bench).to.mark).toBe('huis');
  });

  test('cannot point at what is hidden', () => {
    const bench = toolBench([{ ...house, layer: 'prepared' }]);
    bench.store.do({ type: 'layer.set', name: 'prepared', layer: { ...emptyBoard({ id: 'b' as never, title: '', locale: 'nl', createdMs: 0 }).layers.prepared, visible: false } });
    pull(arrowTool(bench.context), [[400, 400], [150, 150]]);
    expect(arrowOf(bench).to.mark).toBeNull();
  });

  test('from a mark to itself, or of no length, is none', () => {
    const bench = toolBench([house]);
    pull(arrowTool(bench.context), [[130, 150], [170, 150]]);
    pull(arrowTool(bench.context), [[400, 400], [403, 402]]);
    expect(bench.commands).toEqual([]);
  });

  test('that is broken off leaves nothing', () => {
    const bench = toolBench();
    const arrow = arrowTool(bench.context);
    arrow.down(pointer([[100, 100]]));
    arrow.move(pointer([[300, 300]]));
    arrow.cancel();
    arrow.up(pointer([[300, 300]]));
    expect(marks(bench)).toEqual([]);
    expect(last(bench.overlays)).toBeNull();
  });
});

describe('a stamp', () => {
  const panda = { id: 'panda', outline: null, alt: 'panda', sizeUnits: 120, ownColors: true } as const;

  test('lands with its middle where the pointer is, and again at the next tap', () => {
    const bench = toolBench();
    bench.set({ style: { stamp: panda } });
    const tool = stampTool(bench.context);
    pull(tool, [[400, 300]]);
    pull(tool, [[600, 300]]);
    expect(marks(bench).map((mark) => boxOf(bench, mark).x).sort((a, b) => a - b)).toEqual([340, 540]);
    expect(newest(bench, 'stamp')).toMatchObject<Partial<StampMark>>({ stamp: 'panda', alt: 'panda', color: null });
  });

  test('shows beforehand where it lands, lightly', () => {
    const bench = toolBench();
    bench.set({ style: { stamp: panda } });
    const tool = stampTool(bench.context);
    tool.hover?.(pointer([[400, 300]]));
    const overlay = last(bench.overlays);
    expect(overlay?.kind === 'nodes' && overlay.opacity < 1 && overlay.nodes.length === 1).toBe(true);
    tool.leave?.();
    expect(last(bench.overlays)).toBeNull();
    expect(marks(bench)).toEqual([]);
  });

  test('of the large library takes the colour of the tray', () => {
    const bench = toolBench();
    bench.set({ style: { color: 'groen', stamp: { ...panda, id: 'noto:1f400', outline: 'M0 0L100 0L100 100Z', ownColors: false } } });
    pull(stampTool(bench.context), [[400, 300]]);
    expect(newest(bench, 'stamp').color).toBe('groen');
  });

  test('that was not chosen yet leaves nothing', () => {
    const bench = toolBench();
    pull(stampTool(bench.context), [[400, 300]]);
    expect(marks(bench)).toEqual([]);
  });
});

describe('the lettering tool', () => {
  test('opens new lettering on empty paper', () => {
    const bench = toolBench();
    pull(textTool(bench.context), [[400, 300]]);
    expect(bench.written).toEqual([{ at: { x: 400, y: 300 } }]);
  });

  test('opens the lettering, word or form that it taps on, and not what is prepared', () => {
    const lettered = [text('t', 'bruisend', at(100, 100)), card('k', 'groen', at(400, 100)), shape('f', 'ellipse', { ...at(700, 100), fill: 'munt' }), text('titel', 'Kiel', { ...at(100, 500), layer: 'prepared' })];
    const bench = toolBench(lettered);
    const tool = textTool(bench.context);
    for (const spot of [[120, 120], [420, 130], [850, 190], [120, 520]] as const) pull(tool, [spot]);
    expect(bench.written).toEqual([{ mark: 't' }, { mark: 'k' }, { mark: 'f' }, { at: { x: 120, y: 520 } }]);
  });

  test('writes over a stroke, which has no words', () => {
    const bench = toolBench([stroke('s')], { s: inkThrough([[100, 100], [300, 100]]) });
    pull(textTool(bench.context), [[200, 100]]);
    expect(bench.written).toEqual([{ at: { x: 200, y: 100 } }]);
  });
});

test('the hand moves the paper with it, by screen pixels', () => {
  const bench = toolBench();
  bench.context.camera.set({ x: 0, y: 0, scale: 2 });
  const hand = handTool(bench.context);
  hand.down(pointer([[0, 0]], { screenPx: { x: 100, y: 100 } }));
  hand.move(pointer([[0, 0]], { screenPx: { x: 140, y: 80 } }));
  hand.up(pointer([[0, 0]]));
  hand.move(pointer([[0, 0]], { screenPx: { x: 900, y: 900 } }));
  expect(bench.context.camera.get()).toEqual({ x: -20, y: 10, scale: 2 });
});

test('the laser shows in the room and leaves nothing on the board', () => {
  const bench = toolBench();
  const laser = laserTool(bench.context);
  laser.hover?.(pointer([[10, 20]]));
  pull(laser, [[10, 20], [30, 40]]);
  expect(last(bench.sent)).toEqual({ kind: 'laser', at: { x: 30, y: 40 } });
  laser.leave?.();
  expect(last(bench.sent)).toEqual({ kind: 'laser', at: null });
  expect(last(bench.overlays)).toBeNull();
  expect(marks(bench)).toEqual([]);
});

test('every tool can be broken off before it began, and after', () => {
  const names: readonly ToolName[] = ['pen', 'highlighter', 'shadow', 'eraser', 'select', 'lasso', 'text', 'stamp', 'rectangle', 'ellipse', 'banner', 'bubble', 'frame', 'arrow', 'hand', 'laser'];
  for (const name of names) {
    const bench = toolBench([shape('a', 'rectangle', { ...at(100, 100), fill: 'munt' })]);
    const tool = makeTool(name, bench.context);
    expect(tool.name).toBe(name);
    tool.cancel();
    tool.move(pointer([[5, 5]]));
    tool.down(pointer([[150, 150]]));
    tool.move(pointer([[350, 350]]));
    tool.cancel();
    expect(marks(bench).map(({ id }) => id), name).toEqual(['a' as MarkId]);
    expect(bench.commands, name).toEqual([]);
  }
});
