import { createCanvas } from '@napi-rs/canvas';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Box } from '../../../shared/geometry/box.ts';
import { createSheetShadow, SIDES_AFTER_MS, type SheetShadow } from '../../../renderer/stage/sheetShadow.ts';
import { withNodeCanvas } from '../tiles/nodeCanvas.ts';

withNodeCanvas();
beforeEach(() => { vi.useFakeTimers(); });
afterEach(() => { vi.useRealTimers(); });

const SHEET: Box = { x: 90, y: 80, w: 320, h: 230 };

/** The desk around a sheet, px by px, with the sheet painted over the shadow. */
function painted(shadow: SheetShadow, ratio: number): Uint8ClampedArray {
  const canvas = createCanvas(500 * ratio, 400 * ratio);
  const context = canvas.getContext('2d');
  context.fillStyle = '#3a3733';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.scale(ratio, ratio);
  shadow.paint(context as unknown as CanvasRenderingContext2D, SHEET, ratio);
  context.fillStyle = '#fffbf2';
  context.fillRect(SHEET.x, SHEET.y, SHEET.w, SHEET.h);
  return context.getImageData(0, 0, canvas.width, canvas.height).data;
}

test.each([1, 2])('a sheet that is only moved keeps the shadow that it had while it was zoomed, at %i device px per px', (ratio) => {
  const shadow = createSheetShadow();
  const zoomed = painted(shadow, ratio);
  vi.advanceTimersByTime(SIDES_AFTER_MS);
  const moved = painted(shadow, ratio);
  shadow.close();
  expect(moved.filter((value, i) => Math.abs(value - (zoomed[i] as number)) > 2).length).toBe(0);
  expect(zoomed.some((value, i) => i % 4 === 0 && value < 0x20)).toBe(true);
});
