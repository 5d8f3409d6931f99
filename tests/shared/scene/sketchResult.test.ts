import { describe, expect, test } from 'vitest';
import type { MarkId } from '../../../shared/base/ids.ts';
import { hexOf } from '../../../shared/board/palette.ts';
import type { Round } from '../../../shared/board/round.ts';
import { pathBounds } from '../../../shared/geometry/path.ts';
import type { PaintOp } from '../../../shared/scene/sceneNode.ts';
import { sketchResult } from '../../../shared/scene/sketchResult.ts';
import { result, round } from './marks.ts';

const SIZE = { w: 400, h: 260 };
const drawn = (of: Round, locale: 'nl' | 'en' = 'nl'): readonly PaintOp[] => sketchResult(result('re'), of, SIZE, locale);
const said = (ops: readonly PaintOp[]): readonly string[] => ops.flatMap((op) => (op.op === 'letter' ? [op.line.runs.map(({ text }) => text).join('')] : []));
const shining = (ops: readonly PaintOp[]) => ops.flatMap((op) => (op.op === 'fill' && op.color === hexOf('oranje') ? [pathBounds(op.path)] : []));
const even: Round = { ...round, tally: { ...(round.tally as NonNullable<Round['tally']>), totals: { ['c1' as MarkId]: 21, ['c2' as MarkId]: 21 } } };

describe('the result on the board', () => {
  test('lets the total of the winner shine, on its row and inside the box', () => {
    const rays = shining(drawn(round));
    expect(rays.length).toBe(9);
    const rowH = (SIZE.h * 0.88) / 2;
    for (const { x, y, w, h } of rays) {
      expect(x).toBeGreaterThan(0);
      expect(x + w).toBeLessThanOrEqual(SIZE.w + 2);
      expect(y + h).toBeLessThan(rowH);
    }
  });

  test('holds a tie together with one bracket and says so', () => {
    const ops = drawn(even);
    expect(shining(ops).length).toBe(1);
    expect(shining(ops)[0]?.h).toBeGreaterThan(SIZE.h * 0.4);
    expect(said(ops)).toContain('gelijke stand · 42 van 47 stemden');
  });

  test('lets the one shine whom the lots chose', () => {
    const ops = drawn({ ...even, lots: { seed: '1', drawn: 'c2' as MarkId } });
    expect(shining(ops).length).toBe(9);
    expect(Math.min(...shining(ops).map(({ y }) => y))).toBeGreaterThan((SIZE.h * 0.88) / 2 - 10);
    expect(said(ops)).toContain('na loting · 42 van 47 stemden');
  });

  test('becomes two lines of words in a box too low for bars, the winner first', () => {
    const ops = sketchResult(result('re'), round, { w: 420, h: 64 }, 'nl');
    expect(said(ops)).toEqual(['panda 30 · bruisende jungle 12', '42 van 47 stemden, elk één stip']);
    expect(shining(ops).length).toBe(1);
  });

  test('speaks the language of the board', () => {
    expect(said(drawn(round, 'nl'))).toContain('42 van 47 stemden, elk één stip');
    expect(said(drawn({ ...round, rule: { ...round.rule, dotsPerPerson: 2 } }, 'en'))).toContain('42 of 47 voted, two dots each');
  });
});
