import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bucketOf } from '../../../shared/board/buckets.ts';
import { emptyBoard } from '../../../shared/board/emptyBoard.ts';
import { layLines } from '../../../shared/board/lettering.ts';
import type { Mark, ShapeForm } from '../../../shared/board/marks.ts';
import type { Point } from '../../../shared/geometry/box.ts';
import { boxAround, centreOf } from '../../../shared/geometry/box.ts';
import { compose, rotation, scaling, transformPoint, translation } from '../../../shared/geometry/matrix.ts';
import { formCorners } from '../../../shared/scene/forms.ts';
import { inPolygon, markAt, markHit, marksInBox, marksInLasso, markSwept } from '../../../shared/scene/hitTest.ts';
import { markBox } from '../../../shared/scene/markNode.ts';
import { measureEm } from '../../support/measureEm.ts';
import { at, card, connector, inkThrough, PAGE, sceneOf, shape, stroke, text } from './marks.ts';

const hit = (mark: Mark, point: Point, reach = 2): boolean => markHit(mark, sceneOf([mark], { s: inkThrough([[100, 100], [200, 100], [200, 200]]) }), point, reach);
const { layers } = emptyBoard({ id: 'b' as never, title: '', locale: 'nl', createdMs: 0 });
const lettering = (words: string) => ({ text: words, lines: layLines(words, 'kop', measureEm) });

describe('a stroke', () => {
  const s = stroke('s');

  test('is hit by its line and not by the room that it goes around', () => {
    expect(hit(s, { x: 150, y: 101 })).toBe(true);
    expect(hit(s, { x: 199, y: 150 })).toBe(true);
    expect(hit(s, { x: 130, y: 170 })).toBe(false);
  });

  test('is hit up to the reach of the finger', () => {
    expect(hit(s, { x: 150, y: 111 }, 10)).toBe(true);
    expect(hit(s, { x: 150, y: 115 }, 10)).toBe(false);
  });

  test('is hit where it was moved and stretched to, with the same reach', () => {
    const large = stroke('s', { matrix: compose(translation(300, 0), scaling(3, 3)) });
    expect(hit(large, { x: 300 + 450, y: 306 }, 4)).toBe(true);
    expect(hit(large, { x: 300 + 450, y: 314 }, 4)).toBe(false);
    expect(hit(large, { x: 150, y: 101 })).toBe(false);
  });

  test('of one sample is hit as a dot', () => {
    const dot = stroke('d');
    expect(markHit(dot, sceneOf([dot], { d: inkThrough([[50, 50]]) }), { x: 51, y: 51 }, 2)).toBe(true);
  });

  test('that was flattened to nothing is passed over without trouble', () => {
    expect(hit(stroke('s', { matrix: [0, 0, 0, 0, 150, 100] }), { x: 150, y: 100 })).toBe(false);
  });
});

describe('a form', () => {
  const hollow: readonly Exclude<ShapeForm, 'line' | 'banner'>[] = ['rectangle', 'ellipse', 'diamond', 'bubble', 'thought', 'cloud', 'sun', 'arrow', 'frame'];

  test.each(hollow)('that is an empty %s is hit all along its line and not inside', (form) => {
    const mark = shape('f', form, at(100, 100));
    const corners = formCorners(form, { w: 300, h: 180 });
    for (const { x, y } of corners) expect(hit(mark, { x: x + 100, y: y + 100 }), `${x} ${y}`).toBe(true);
    expect(hit(mark, { x: 250, y: 180 })).toBe(false);
  });

  test('that is filled or lettered is hit anywhere inside', () => {
    expect(hit(shape('f', 'ellipse', { ...at(100, 100), fill: 'hemel' }), { x: 250, y: 180 })).toBe(true);
    expect(hit(shape('f', 'bubble', { ...at(100, 100), ...lettering('ja') }), { x: 250, y: 180 })).toBe(true);
    expect(hit(shape('f', 'banner', at(100, 100)), { x: 250, y: 180 })).toBe(true);
  });

  test('that is round is not hit in the corner of its box', () => {
    expect(hit(shape('f', 'ellipse', { ...at(100, 100), fill: 'hemel' }), { x: 106, y: 106 })).toBe(false);
  });

  test('that is a frame is hit by its heading and never inside, however it is filled', () => {
    const frame = shape('f', 'frame', { ...at(100, 100), ...lettering('Kenmerken'), fill: 'hemel' });
    expect(hit(frame, { x: 160, y: 96 })).toBe(true);
    expect(hit(frame, { x: 160, y: 88 })).toBe(true);
    expect(hit(frame, { x: 250, y: 180 })).toBe(false);
  });

  test('that is a line is hit along it, also when it was made longer', () => {
    const long = shape('f', 'line', { matrix: scaling(2, 2) });
    expect(hit(long, { x: 500, y: 300 })).toBe(true);
    expect(hit(long, { x: 300, y: 90 })).toBe(false);
  });

  test('that was turned is hit where it now lies', () => {
    const turned = compose(translation(400, 400), rotation(Math.PI / 4));
    const mark = shape('f', 'rectangle', { matrix: turned, fill: 'munt' });
    expect(hit(mark, transformPoint(turned, { x: 150, y: 90 }))).toBe(true);
    const box = markBox(mark, sceneOf([mark]));
    expect(hit(mark, { x: box.x + 5, y: box.y + 5 })).toBe(false);
  });
});

test('turned lettering is hit on its letters and not in the corners of the box around it', () => {
  const turned = compose(translation(400, 200), rotation(Math.PI / 4));
  const words = text('t', 'een lange regel', { matrix: turned });
  expect(hit(words, transformPoint(turned, { x: 60, y: 20 }))).toBe(true);
  const box = markBox(words, sceneOf([words]));
  expect(hit(words, { x: box.x + box.w - 5, y: box.y + 5 })).toBe(false);
});

test('an arrow is hit along its bow', () => {
  const arrow = connector('a', { mark: null, at: { x: 100, y: 100 } }, { mark: null, at: { x: 500, y: 100 } }, { bend: 0.2 });
  expect(hit(arrow, { x: 300, y: 140 })).toBe(true);
  expect(hit(arrow, { x: 300, y: 100 })).toBe(false);
});

describe('of several marks under a point', () => {
  const below = shape('below', 'rectangle', { fill: 'munt', order: 'a0' });
  const above = shape('above', 'rectangle', { fill: 'hemel', order: 'a1' });
  const there = { x: 100, y: 90 };

  test('the top one is taken', () => {
    expect(markAt(sceneOf([above, below]), PAGE, there, 2)?.id).toBe('above');
  });

  test('a locked one is passed over, unless asked for', () => {
    const context = sceneOf([{ ...above, locked: true }, below]);
    expect(markAt(context, PAGE, there, 2)?.id).toBe('below');
    expect(markAt(context, PAGE, there, 2, true)?.id).toBe('above');
  });

  test('prepared parts are passed over, since their layer is locked', () => {
    expect(markAt(sceneOf([{ ...above, layer: 'prepared' }]), PAGE, there, 2)).toBeUndefined();
  });

  test('what cannot be seen is passed over: a hidden layer, a waiting word', () => {
    expect(markAt(sceneOf([above], {}, { layers: { ...layers, harvest: { locked: false, visible: false } } }), PAGE, there, 2, true)).toBeUndefined();
    expect(markAt(sceneOf([card('w', 'woord', { placed: false })]), PAGE, { x: 10, y: 20 }, 2)).toBeUndefined();
  });
});

describe('a pulled box', () => {
  const inside = shape('in', 'ellipse', { ...at(100, 100), w: 40, h: 40 });
  const across = shape('across', 'ellipse', { ...at(180, 100), w: 100, h: 40 });

  test('takes what lies wholly in it', () => {
    expect(marksInBox(sceneOf([inside, across]), PAGE, { x: 90, y: 90, w: 120, h: 80 })).toEqual(['in']);
  });

  test('takes nothing that is locked, hidden or waiting', () => {
    const around = { x: 0, y: 0, w: 1200, h: 849 };
    expect(marksInBox(sceneOf([{ ...inside, locked: true }, card('w', 'woord', { placed: false })]), PAGE, around)).toEqual([]);
    expect(marksInBox(sceneOf([inside], {}, { layers: { ...layers, harvest: { locked: false, visible: false } } }), PAGE, around)).toEqual([]);
  });
});

describe('a lasso', () => {
  const around = (points: readonly Point[], marks: readonly Mark[], inks = {}): readonly string[] => marksInLasso(sceneOf(marks, inks), PAGE, points, boxAround(points));
  const square = (x: number, y: number, edge: number): Point[] => [{ x, y }, { x: x + edge, y }, { x: x + edge, y: y + edge }, { x, y: y + edge }];

  test('takes a stroke when it goes around most of it', () => {
    const line = Array.from({ length: 20 }, (_, i): [number, number] => [100 + i * 10, 100]);
    expect(around(square(90, 50, 170), [stroke('s')], { s: inkThrough(line) })).toEqual(['s']);
    expect(around(square(90, 50, 120), [stroke('s')], { s: inkThrough(line) })).toEqual([]);
  });

  test('takes anything else when it goes around its middle and half of it', () => {
    const house = shape('huis', 'rectangle', { ...at(100, 100), w: 100, h: 100 });
    expect(around(square(60, 60, 120), [house])).toEqual(['huis']);
    expect(around(square(60, 60, 95), [house])).toEqual([]);
    expect(around([{ x: 60, y: 60 }, { x: 180, y: 60 }, { x: 180, y: 160 }, { x: 60, y: 160 }], [house])).toEqual(['huis']);
  });

  test('drawn inside a frame takes what stands there and leaves the frame, also when it goes around its middle', () => {
    const marks = [shape('kader', 'frame', { ...at(0, 0), w: 600, h: 500 }), shape('huis', 'rectangle', { ...at(150, 150), w: 160, h: 160 })];
    expect(around(square(130, 130, 200), marks)).toEqual(['huis']);
  });

  test('passes over what is locked', () => {
    expect(around(square(0, 0, 600), [shape('f', 'ellipse', { ...at(100, 100), locked: true })])).toEqual([]);
  });

  test('that is a triangle knows inside from outside', () => {
    const triangle = [{ x: 0, y: 0 }, { x: 100, y: 0 }, { x: 0, y: 100 }];
    expect(inPolygon({ x: 20, y: 20 }, triangle)).toBe(true);
    expect(inPolygon({ x: 80, y: 80 }, triangle)).toBe(false);
    expect(inPolygon({ x: -1, y: 20 }, triangle)).toBe(false);
  });
});

test('wherever a filled form is put, its middle is on it and a place far off is not', () => {
  const matrix = fc.tuple(fc.double({ min: 0.2, max: 5, noNaN: true }), fc.double({ min: 0.2, max: 5, noNaN: true }), fc.double({ min: -3, max: 3, noNaN: true }), fc.integer({ min: -500, max: 500 }))
    .map(([sx, sy, angle, x]) => compose(translation(x, x), compose(rotation(angle), scaling(sx, sy))));
  fc.assert(fc.property(matrix, fc.constantFrom<ShapeForm>('rectangle', 'ellipse', 'diamond', 'cloud', 'banner', 'bubble'), (placed, form) => {
    const mark = shape('f', form, { matrix: placed, fill: 'munt' });
    const box = markBox(mark, sceneOf([mark]));
    expect(hit(mark, transformPoint(placed, { x: 150, y: 75 }), 1)).toBe(true);
    expect(hit(mark, { x: box.x - 20 - Math.max(box.w, box.h) * 0.3, y: centreOf(box).y }, 1)).toBe(false);
  }), { numRuns: 200 });
});

test('marks are found near a place on every state of the board, also when their table or what they hold on to changes', () => {
  const house = shape('huis', 'rectangle', { ...at(100, 100), w: 100, h: 100, fill: 'munt' });
  const arrow = connector('pijl', { mark: house.id, at: { x: 150, y: 150 } }, { mark: null, at: { x: 600, y: 150 } }, { bend: 0 });
  const before = sceneOf([house, arrow]);
  expect(markAt(before, PAGE, { x: 400, y: 150 }, 2)?.id).toBe('pijl');
  const moved = { ...house, ...at(100, 500) };
  const after = { board: { ...before.board, buckets: { ...before.board.buckets, [bucketOf(house.id)]: { ...before.board.buckets[bucketOf(house.id)], [house.id]: moved } } }, inks: before.inks };
  expect(markAt(after, PAGE, { x: 150, y: 150 }, 2)).toBeUndefined();
  expect(markAt(after, PAGE, { x: 150, y: 550 }, 2)?.id).toBe('huis');
  const { x, y, w, h } = markBox(arrow, after);
  expect(markAt(after, PAGE, { x: x + w / 2, y: y + h / 2 }, 4)?.id).toBe('pijl');
});

test('a ring that goes straight over the board touches what lies under it on the way, and nothing beside it', () => {
  const lying = stroke('s', { matrix: [0, 2, -2, 0, 300, 0] });
  const filled = shape('f', 'rectangle', { ...at(500, 100), w: 40, h: 40, fill: 'munt' });
  const scene = sceneOf([lying, filled], { s: inkThrough([[50, 50], [150, 50]]) });
  expect(markSwept(lying, scene, { x: 100, y: 150 }, { x: 300, y: 160 }, 4)).toBe(true);
  expect(markSwept(lying, scene, { x: 100, y: 60 }, { x: 300, y: 60 }, 4)).toBe(false);
  expect(markSwept(filled, scene, { x: 400, y: 120 }, { x: 700, y: 120 }, 4)).toBe(true);
  expect(markSwept(filled, scene, { x: 400, y: 200 }, { x: 700, y: 200 }, 4)).toBe(false);
});
