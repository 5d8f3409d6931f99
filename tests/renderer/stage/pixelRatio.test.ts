import { expect, test } from 'vitest';
import { onPixelRatio } from '../../../renderer/stage/pixelRatio.ts';

/** A window that is dragged from display to display: a query changes when it stops being true, as the browser's does. */
class Displays {
  devicePixelRatio = 1;
  readonly #queries: { readonly name: string; readonly target: EventTarget }[] = [];
  matchMedia = (name: string): EventTarget => {
    const target = new EventTarget();
    this.#queries.push({ name, target });
    return target;
  };
  dragTo(ratio: number): void {
    const before = `(resolution: ${this.devicePixelRatio}dppx)`;
    this.devicePixelRatio = ratio;
    for (const { target } of this.#queries.filter(({ name }) => name === before)) target.dispatchEvent(new Event('change'));
  }
}

test('each display with other pixels is told once, however often the window goes there', () => {
  const displays = new Displays(), told: number[] = [];
  onPixelRatio(displays, () => told.push(displays.devicePixelRatio));
  for (const ratio of [2, 1, 1.25, 2, 1]) displays.dragTo(ratio);
  expect(told).toEqual([2, 1, 1.25, 2, 1]);
});

test('a closed window hears of no display any more', () => {
  const displays = new Displays(), told: number[] = [];
  const stop = onPixelRatio(displays, () => told.push(displays.devicePixelRatio));
  displays.dragTo(2);
  stop();
  displays.dragTo(1);
  displays.dragTo(2);
  expect(told).toEqual([2]);
});
