import { createCanvas, ImageData, type Canvas } from '@napi-rs/canvas';
import { afterAll, beforeAll, vi } from 'vitest';

/** The browser's canvas outside a page, by the canvas of Node. */
class NodeCanvas {
  constructor(w: number, h: number) {
    const canvas = createCanvas(w, h) as Canvas & { transferToImageBitmap?: () => Canvas; close?: () => void };
    canvas.transferToImageBitmap = () => canvas;
    canvas.close = () => undefined;
    return canvas as unknown as NodeCanvas;
  }
}

/** A copy of what is on a canvas now. */
async function copyOf(canvas: Canvas, x = 0, y = 0, w = canvas.width, h = canvas.height): Promise<Canvas & { close: () => void }> {
  const copy = createCanvas(w, h);
  copy.getContext('2d').drawImage(canvas, -x, -y);
  return Object.assign(copy, { close: () => undefined });
}

/** Gives the tests of a file an `OffscreenCanvas` that really paints, `createImageBitmap` of such a one, and pixels. */
export function withNodeCanvas(): void {
  beforeAll(() => {
    vi.stubGlobal('OffscreenCanvas', NodeCanvas);
    vi.stubGlobal('createImageBitmap', copyOf);
    vi.stubGlobal('ImageData', ImageData);
  });
  afterAll(() => { vi.unstubAllGlobals(); });
}
