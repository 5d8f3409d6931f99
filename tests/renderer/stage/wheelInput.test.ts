import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createCamera, panned, type Camera } from '../../../renderer/stage/camera.ts';
import { listenToWheel } from '../../../renderer/stage/wheelInput.ts';

/** A frame of a usual screen, about. */
const FRAME_MS = 16;

class Sheet extends EventTarget {
  getBoundingClientRect(): { readonly left: number; readonly top: number } { return { left: 0, top: 0 }; }
}
type Turn = { readonly deltaX?: number; readonly deltaY?: number; readonly ctrlKey?: boolean };

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
  vi.stubGlobal('requestAnimationFrame', (then: () => void) => setTimeout(then, FRAME_MS - (Date.now() % FRAME_MS)));
  vi.stubGlobal('WheelEvent', { DOM_DELTA_LINE: 1 });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function paper(): { readonly camera: Camera; readonly turn: (by: Turn) => void; readonly leave: () => void } {
  const sheet = new Sheet(), camera = createCamera({ x: 10, y: 20, scale: 2 });
  const leave = listenToWheel(sheet as unknown as HTMLElement, camera, () => undefined);
  const turn = (by: Turn): void => {
    sheet.dispatchEvent(Object.assign(new Event('wheel', { cancelable: true }), { deltaX: 0, deltaY: 0, deltaMode: 0, ctrlKey: false, metaKey: false, shiftKey: false, clientX: 100, clientY: 50, ...by }));
  };
  return { camera, turn, leave };
}

describe('the paper under a wheel', () => {
  test('goes on in every frame, though the wheel speaks now just before a frame and now just after one', () => {
    // By how many ms each turn is late: an early and a late one fall into the same frame, and none into the next.
    fc.assert(fc.property(fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 20, maxLength: 60 }), fc.constantFrom({ deltaX: 8 }, { deltaY: -2, ctrlKey: true }), (late, by) => {
      vi.setSystemTime(0);
      const { camera, turn, leave } = paper();
      for (const [i, ms] of late.entries()) setTimeout(() => turn(by), (i + 1) * FRAME_MS + ms);
      const seen: number[] = [];
      for (let frame = 0; frame <= late.length; frame++) {
        vi.advanceTimersByTime(FRAME_MS);
        seen.push(camera.get().x);
      }
      leave();
      vi.clearAllTimers();
      const moves = seen.slice(2).map((x, i) => x - (seen[i + 1] as number));
      // The first frame that stands still tells that they are uneven.
      expect(moves.filter((move) => move <= 0).length).toBeLessThan(2);
    }));
  });

  test('goes all of a step at once where each has a frame of its own', () => {
    const { camera, turn } = paper();
    for (let i = 1; i <= 20; i++) {
      turn({ deltaX: 8 });
      expect(camera.get().x).toBeCloseTo(10 + 4 * i);
      vi.advanceTimersByTime(FRAME_MS);
    }
  });

  test('ends exactly where the turns together lead', () => {
    const { camera, turn } = paper();
    turn({ deltaX: 30, deltaY: -12 });
    vi.advanceTimersByTime(4);
    turn({ deltaX: 30, deltaY: -12 });
    // Both in one frame: the second one is made in two steps.
    expect(camera.get().x).toBeLessThan(40);
    vi.advanceTimersByTime(20);
    expect(camera.get()).toEqual(panned(panned({ x: 10, y: 20, scale: 2 }, -30, 12), -30, 12));
  });

  test('is zoomed from where the turn before leads', () => {
    const { camera, turn } = paper();
    turn({ deltaX: 15 });
    turn({ deltaX: 15 });
    turn({ deltaY: -50, ctrlKey: true });
    const { scale, x } = camera.get();
    expect(scale).toBeGreaterThan(2);
    // What lies under the hand stays there: 100 px from the left.
    expect(x + 100 / scale).toBeCloseTo(10 + 15 + 100 / 2);
    vi.advanceTimersByTime(20);
    expect(camera.get().scale).toBeCloseTo(2 * Math.exp(50 / 220));
    expect(camera.get().x + 100 / camera.get().scale).toBeCloseTo(10 + 15 + 100 / 2);
  });

  test('stays where something else has put it meanwhile', () => {
    const { camera, turn } = paper();
    turn({ deltaX: 30 });
    turn({ deltaX: 30 });
    camera.set({ x: 0, y: 0, scale: 1 });
    vi.advanceTimersByTime(20);
    expect(camera.get()).toEqual({ x: 0, y: 0, scale: 1 });
  });
});
