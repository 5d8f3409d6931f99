import { describe, expect, test } from 'vitest';
import { heroSteps, measureOutline } from '../../../renderer/screens/room/heroInk.ts';
import { asId, type MarkId } from '../../../shared/base/ids.ts';
import { IDENTITY } from '../../../shared/geometry/matrix.ts';
import { nibOutline, type NibPoint } from '../../../shared/ink/outline.ts';
import { ellipse } from '../../../shared/scene/forms.ts';
import { looseFill } from '../../../shared/scene/handLine.ts';
import type { PaintOp, SceneNode } from '../../../shared/scene/sceneNode.ts';

const nib = { widthUnits: 4, thinning: 0, smoothing: 0, blunt: false };
const lineOf = (length: number) => nibOutline(Array.from({ length: 40 }, (_, i): NibPoint => [(i * length) / 39, Math.sin(i / 4) * 6, 0.5]), nib, true);
const node = (id: string, ...ops: PaintOp[]): SceneNode => ({ id: asId<MarkId>(id), matrix: IDENTITY, bounds: { x: 0, y: 0, w: 1, h: 1 }, ops });
const ink = (length: number): PaintOp => ({ op: 'fill', path: lineOf(length), color: '#1F1B16', opacity: 1 });

describe('the ink of the winner', () => {
  test('the outline of a line tells how wide and how long it is', () => {
    const { around, width, isLine } = measureOutline(lineOf(300));
    expect(isLine).toBe(true);
    expect(width).toBeGreaterThan(3);
    expect(width).toBeLessThan(5);
    expect(around / 2).toBeGreaterThan(300);
    expect(measureOutline(looseFill(ellipse({ w: 80, h: 60 }), 3, { x: 0, y: 0 })).isLine).toBe(false);
  });

  test('is drawn in the order in which it was made, each line for as long as it is', () => {
    const steps = heroSteps([node('a', ink(100)), node('b', ink(300)), node('c', ink(50))]);
    expect(steps.map(({ kind }) => kind)).toEqual(['line', 'line', 'line']);
    expect(steps[0]?.from).toBe(0);
    steps.slice(1).forEach((step, i) => expect(step.from).toBe(steps[i]?.to));
    expect(steps[2]?.to).toBeCloseTo(1, 9);
    const took = steps.map(({ from, to }) => to - from);
    expect(took[1]).toBeGreaterThan(2 * (took[0] as number));
    expect(took[2]).toBeLessThan(took[0] as number);
  });

  test('colour comes with the wash, black parts and what covers them at their turn', () => {
    const area = looseFill(ellipse({ w: 80, h: 60 }), 3, { x: 0, y: 0 });
    const fill = (color: string, opacity = 1): PaintOp => ({ op: 'fill', path: area, color, opacity });
    const kinds = heroSteps([node('a', fill('#B01E1E'), fill('#1F1B16'), fill('#FFFBF2'), { op: 'fill', path: lineOf(200), color: '#F9DC8C', opacity: 0.38 })]).map(({ kind }) => kind);
    expect(kinds).toEqual(['late', 'area', 'area', 'late']);
  });
});
