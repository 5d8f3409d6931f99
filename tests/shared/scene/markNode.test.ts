import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MarkId, TableId } from '../../../shared/base/ids.ts';
import type { Mark, ShapeForm } from '../../../shared/board/marks.ts';
import { hexOf } from '../../../shared/board/palette.ts';
import { layLines } from '../../../shared/board/lettering.ts';
import { boxAround, contains, grow, type Box, type Point } from '../../../shared/geometry/box.ts';
import { compose, rotation, scaling, transformBox, translation, type Matrix } from '../../../shared/geometry/matrix.ts';
import { transformPath, walkPath, type Path } from '../../../shared/geometry/path.ts';
import { markBox, markNode, nodeBounds, type SceneContext } from '../../../shared/scene/markNode.ts';
import type { PaintOp } from '../../../shared/scene/sceneNode.ts';
import { measureEm } from '../../support/measureEm.ts';
import { at, card, connector, image, inkThrough, result, round, sceneOf, shape, stamp, stroke, text } from './marks.ts';

const FORMS: readonly ShapeForm[] = ['rectangle', 'ellipse', 'diamond', 'line', 'banner', 'bubble', 'thought', 'cloud', 'sun', 'arrow', 'frame'];
const WAVE = Array.from({ length: 40 }, (_, i): [number, number] => [100 + i * 5, 200 + 30 * Math.sin(i / 5)]);
const long = 'Wat maakt onze droomwijk bruisend, groen en open voor iedereen?';

/** One mark of every kind and form, with lettering wider than its form too. */
const ALL: readonly Mark[] = [
  stroke('s1'), stroke('s2', { tool: 'highlighter', widthUnits: 24, thinning: 0, color: 'licht' }), stroke('s3', { widthUnits: 40, thinning: 1 }),
  text('t', 'Éénmaal\ngroen'), text('tm', 'kort\neen veel langere regel', { align: 'middle' }),
  card('k', 'bruisend', { mentions: [1, 2, 3, 4].map((n) => ({ table: `t${n}` as TableId, atMs: n })), sizeUnits: 88 }), card('k1', 'ÿ', {}),
  ...FORMS.flatMap((form) => [shape(`${form}-plain`, form), shape(`${form}-full`, form, { fill: 'hemel', shadow: true, text: long, lines: layLines(long, 'kop', measureEm), textSizeUnits: 44, widthUnits: 9 }), shape(`${form}-dash`, form, { dashed: true })]),
  stamp('st'), stamp('lib', { stamp: 'noto:1f43c', outline: 'M0 0L100 0L100 100Z', color: 'groen' }), image('im'), result('re'),
  connector('co', { mark: null, at: { x: 50, y: 60 } }, { mark: null, at: { x: 400, y: 90 } }, { widthUnits: 20 }), connector('line', { mark: null, at: { x: 50, y: 60 } }, { mark: null, at: { x: 50, y: 60 } }, { head: 'none' }),
];
const INKS = { s1: inkThrough(WAVE, 1), s2: inkThrough(WAVE), s3: inkThrough([[300, 300]], 1) };

/** The box around the line itself: the corners towards which curves bend lie beside what is painted. */
function lineBounds(path: Path): Box {
  const points: Point[] = [], on: Point[] = [];
  const curve = (...corners: readonly Point[]): void => {
    for (let t = 0; t <= 1; t += 0.125) {
      let row = [points[points.length - 1] as Point, ...corners];
      while (row.length > 1) row = row.slice(1).map((to, i) => ({ x: (row[i] as Point).x * (1 - t) + to.x * t, y: (row[i] as Point).y * (1 - t) + to.y * t }));
      on.push(row[0] as Point);
    }
    points.push(corners[corners.length - 1] as Point);
  };
  const straight = (x: number, y: number): void => { points.push({ x, y }); on.push({ x, y }); };
  walkPath(path, {
    moveTo: straight, lineTo: straight, closePath: () => undefined,
    quadraticCurveTo: (cx, cy, x, y) => curve({ x: cx, y: cy }, { x, y }),
    bezierCurveTo: (ax, ay, bx, by, x, y) => curve({ x: ax, y: ay }, { x: bx, y: by }, { x, y }),
  });
  return boxAround(on);
}

/** The box on the page that an op covers: exact for paths, as measured for lettering. */
function paintedBox(op: PaintOp, matrix: Matrix): Box {
  switch (op.op) {
    case 'fill': return lineBounds(transformPath(matrix, op.path));
    case 'stroke': return lineBounds(transformPath(matrix, op.path));
    case 'letter': {
      const widthEm = measureEm(op.line.runs.map((run) => run.text).join(''), op.hand);
      return transformBox(matrix, { x: op.x, y: op.baseline - 0.8 * op.sizeUnits, w: widthEm * op.sizeUnits, h: op.sizeUnits });
    }
    case 'image': return transformBox(matrix, { x: 0, y: 0, w: op.w, h: op.h });
  }
}

function expectInside(mark: Mark, context: SceneContext): void {
  const node = markNode(mark, context);
  expect(node.ops.length, mark.id).toBeGreaterThan(0);
  for (const op of node.ops) {
    const box = paintedBox(op, node.matrix);
    expect(contains(grow(node.bounds, 0.01), box), `${mark.id}: ${op.op} ${JSON.stringify(box)} in ${JSON.stringify(node.bounds)}`).toBe(true);
  }
}

describe('every kind of mark', () => {
  const context = sceneOf(ALL, INKS);

  test.each(ALL.map((mark) => [mark.id, mark] as const))('%s is painted, inside its bounds', (_, mark) => {
    expectInside(mark, context);
    expect(nodeBounds(mark, context)).toEqual(markNode(mark, context).bounds);
  });

  test('stays inside its bounds wherever it is moved, turned or stretched to', () => {
    const matrix = fc.tuple(fc.double({ min: 0.3, max: 4, noNaN: true }), fc.double({ min: 0.3, max: 4, noNaN: true }), fc.double({ min: -3, max: 3, noNaN: true }), fc.integer({ min: -300, max: 900 }))
      .map(([sx, sy, angle, x]) => compose(translation(x, 100), compose(rotation(angle), scaling(sx, sy))));
    fc.assert(fc.property(fc.constantFrom(...ALL), matrix, (mark, placed) => expectInside({ ...mark, matrix: placed }, context)), { numRuns: 80 });
  });

  test('is worked out once: the same mark gives the same node', () => {
    for (const mark of ALL) if (mark.kind !== 'connector') expect(markNode(mark, context), mark.id).toBe(markNode(mark, context));
  });

  test('looks the same on every machine', () => {
    for (const mark of ALL) expect(markNode({ ...mark }, context), mark.id).toEqual(markNode(mark, context));
  });
});

test('a stroke whose ink comes later is painted when it has come, in its right place', () => {
  const late = stroke('late');
  const before = sceneOf([late]);
  expect(markNode(late, before).ops).toEqual([]);
  markBox(late, before);
  const after = sceneOf([late], { late: inkThrough(WAVE) });
  expect(markNode(late, after).ops).toHaveLength(1);
  expect(markBox(late, after).w).toBeGreaterThan(190);
});

describe('a card', () => {
  const word = card('k', 'groen', { mentions: [{ table: 't1' as TableId, atMs: 0 }, { table: 't2' as TableId, atMs: 1 }] });
  const colorsOf = (context: SceneContext): readonly string[] => markNode(word, context).ops.flatMap((op) => ('color' in op ? [op.color] : []));

  test('takes on the new colour of a table that named it', () => {
    const before = sceneOf([word]);
    const { tables } = before.board;
    const blue = sceneOf([word], {}, { tables: { ...tables, ['t2' as TableId]: { ...tables['t2' as TableId], color: 'roze' } as (typeof tables)[TableId] } });
    expect(colorsOf(before)).not.toContain(hexOf('roze'));
    expect(colorsOf(blue)).toContain(hexOf('roze'));
    expect(colorsOf(before)).not.toContain(hexOf('roze'));
  });

  test('shows how often it was heard', () => {
    const letters = markNode(word, sceneOf([word])).ops.flatMap((op) => (op.op === 'letter' ? [op.line.runs.map((run) => run.text).join('')] : []));
    expect(letters.some((letter) => letter.includes('2') && letter.includes('×'))).toBe(true);
  });

  test('that waits is not painted', () => {
    expect(markNode({ ...word, placed: false }, sceneOf([word])).ops).toEqual([]);
  });
});

describe('a result', () => {
  test('shows nothing before it is revealed', () => {
    const bars = result('re');
    expect(markNode(bars, sceneOf([bars], {}, { rounds: { [round.id]: { ...round, state: 'closed' } } })).ops).toEqual([]);
    expect(markNode(bars, sceneOf([bars])).ops.length).toBeGreaterThan(4);
  });

  test('never shows a table', () => {
    const said = markNode(result('re'), sceneOf([])).ops.flatMap((op) => (op.op === 'letter' ? op.line.runs.map((run) => run.text) : [])).join(' ');
    expect(said).not.toMatch(/tafel|table/i);
    expect(said).toContain('42 van 47 stemden, elk één stip');
  });
});

describe('a form that is made larger', () => {
  /** How thick the upper line of a form is, about its middle. */
  const lineWidth = (matrix: Matrix): number => {
    const frame = shape('f', 'rectangle', { w: 400, h: 300, matrix });
    const node = markNode(frame, sceneOf([frame]));
    const op = node.ops[0];
    if (op?.op !== 'fill') throw new Error('a drawn line');
    const { data } = op.path;
    let top = Infinity, bottom = -Infinity;
    const [middle, half] = [200 * matrix[0], 100 * matrix[0]];
    for (let i = 0; i < data.length;) {
      const kind = data[i] as number, size = [3, 3, 5, 7, 1][kind] as number;
      const x = data[i + size - 2] as number, y = data[i + size - 1] as number;
      if (kind !== 4 && Math.abs(x - middle) < half && y < 60) { top = Math.min(top, y); bottom = Math.max(bottom, y); }
      i += size;
    }
    return bottom - top;
  };

  test('keeps the width of its line, and its wander', () => {
    expect(lineWidth(scaling(1, 1))).toBeGreaterThan(3);
    expect(lineWidth(scaling(1, 1))).toBeLessThan(8);
    expect(Math.abs(lineWidth(scaling(4, 4)) - lineWidth(scaling(1, 1)))).toBeLessThan(2);
  });

  test('fills its new box', () => {
    const frame = shape('f', 'ellipse', { matrix: scaling(3, 2) });
    const { w, h } = markNode(frame, sceneOf([frame])).bounds;
    expect(w).toBeGreaterThan(880);
    expect(w).toBeLessThan(940);
    expect(h).toBeGreaterThan(350);
    expect(h).toBeLessThan(400);
  });
});

describe('an arrow', () => {
  const house = shape('huis', 'rectangle', { ...at(100, 100), w: 100, h: 100 });
  const shop = shape('winkel', 'rectangle', { ...at(600, 100), w: 100, h: 100 });
  const held = connector('a', { mark: house.id, at: { x: 150, y: 150 } }, { mark: shop.id, at: { x: 650, y: 150 } });

  test('ends at the edges of what it holds on to, and not inside', () => {
    const { x, w } = markBox(held, sceneOf([house, shop, held]));
    expect(x).toBeGreaterThan(200);
    expect(x + w).toBeLessThan(600);
  });

  test('follows what it holds on to', () => {
    const away = { ...shop, ...at(600, 500) };
    const box = markBox(held, sceneOf([house, away, held]));
    expect(box.y + box.h).toBeGreaterThan(450);
    expect(markNode(held, sceneOf([house, away, held]))).not.toEqual(markNode(held, sceneOf([house, shop, held])));
  });

  test('stays when what it holds on to is erased, pointing at where that was', () => {
    const context = sceneOf([house, held]);
    const box = markBox(held, context);
    expect(box.x + box.w).toBeCloseTo(650, 0);
    expect(markNode(held, context).ops).toHaveLength(2);
  });

  test('that holds on to nothing can be moved, and one end of a half-loose one', () => {
    const loose = connector('b', { mark: null, at: { x: 0, y: 0 } }, { mark: null, at: { x: 100, y: 0 } });
    expect(markBox({ ...loose, matrix: translation(50, 70) }, sceneOf([])).x).toBeCloseTo(markBox(loose, sceneOf([])).x + 50);
    const half = connector('c', { mark: house.id, at: { x: 150, y: 150 } }, { mark: null, at: { x: 500, y: 150 } }, { bend: 0 });
    const moved = markBox({ ...half, matrix: translation(0, 300) }, sceneOf([house]));
    expect(moved.y + moved.h).toBeCloseTo(450, 0);
    expect(moved.y).toBeLessThan(260);
  });

  test('between two marks on the same place is still a finite line', () => {
    const same = connector('d', { mark: house.id, at: { x: 150, y: 150 } }, { mark: 'copy' as MarkId, at: { x: 150, y: 150 } });
    const node = markNode(same, sceneOf([house, { ...house, id: 'copy' as MarkId }]));
    for (const op of node.ops) if (op.op === 'fill') expect([...op.path.data].every(Number.isFinite)).toBe(true);
  });
});
