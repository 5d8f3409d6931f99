import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCamera, toBoard, type Camera } from '../../../renderer/stage/camera.ts';
import { createFingers } from '../../../renderer/stage/fingers.ts';

const HOME = { x: 10, y: 20, scale: 2 };
const hand = (): { readonly camera: Camera; readonly fingers: ReturnType<typeof createFingers> } => {
  const camera = createCamera(HOME);
  return { camera, fingers: createFingers(camera) };
};

test('one finger moves the paper with it', () => {
  const { camera, fingers } = hand();
  fingers.down(1, { x: 100, y: 100 }, 0);
  fingers.move(1, { x: 140, y: 90 });
  expect(camera.get()).toEqual({ x: -10, y: 25, scale: 2 });
});

test('under two fingers the paper keeps to both fingertips', () => {
  const place = fc.record({ x: fc.integer({ min: 100, max: 700 }), y: fc.integer({ min: 100, max: 500 }) });
  fc.assert(fc.property(place, place, place, (a, b, to) => {
    fc.pre(Math.hypot(a.x - b.x, a.y - b.y) > 60 && Math.hypot(to.x - b.x, to.y - b.y) > 60 && Math.hypot(to.x - b.x, to.y - b.y) < 500);
    const { camera, fingers } = hand();
    fingers.down(1, a, 0);
    fingers.down(2, b, 10);
    const before = Math.hypot(toBoard(HOME, a).x - toBoard(HOME, b).x, toBoard(HOME, a).y - toBoard(HOME, b).y);
    fingers.move(1, to);
    const now = camera.get();
    expect(Math.hypot(toBoard(now, to).x - toBoard(now, b).x, toBoard(now, to).y - toBoard(now, b).y)).toBeCloseTo(before, 6);
  }));
});

describe('a palm that landed just before its pen', () => {
  test('leaves the paper where it was', () => {
    const { camera, fingers } = hand();
    fingers.down(1, { x: 100, y: 100 }, 1000);
    fingers.move(1, { x: 160, y: 130 });
    fingers.giveWay(1200);
    expect(camera.get()).toEqual(HOME);
    expect(fingers.move(1, { x: 200, y: 200 })).toBe(false);
    expect(camera.get()).toEqual(HOME);
  });
  test('but a finger that has moved the paper for a while keeps what it did', () => {
    const { camera, fingers } = hand();
    fingers.down(1, { x: 100, y: 100 }, 1000);
    fingers.move(1, { x: 140, y: 100 });
    fingers.giveWay(4000);
    expect(camera.get()).toEqual({ ...HOME, x: -10 });
    expect(fingers.count()).toBe(0);
  });
});

describe('a tap', () => {
  test('of two or three fingers is told when the last is lifted, and leaves the paper in its place', () => {
    for (const count of [1, 2, 3]) {
      const { camera, fingers } = hand();
      for (let id = 0; id < count; id++) fingers.down(id, { x: 100 + 60 * id, y: 100 }, id * 20);
      fingers.move(0, { x: 104, y: 103 });
      const told = Array.from({ length: count }, (_, id) => fingers.up(id, 150 + id * 10));
      expect(told).toEqual([...Array.from({ length: count - 1 }, () => 0), count]);
      expect(camera.get()).toEqual(HOME);
    }
  });
  test('is none when a finger moved the paper, or lay too long, or was a palm', () => {
    const moved = hand().fingers, slow = hand().fingers, palm = hand().fingers;
    for (const fingers of [moved, slow, palm]) {
      fingers.down(1, { x: 100, y: 100 }, 0);
      fingers.down(2, { x: 200, y: 100 }, 10);
    }
    moved.move(1, { x: 130, y: 100 });
    moved.up(1, 100);
    expect(moved.up(2, 110)).toBe(0);
    slow.up(1, 800);
    expect(slow.up(2, 810)).toBe(0);
    palm.giveWay(50);
    palm.up(1, 100);
    expect(palm.up(2, 110)).toBe(0);
  });
});
