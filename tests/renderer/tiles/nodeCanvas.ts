import { createCanvas, type Canvas } from '@napi-rs/canvas';
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

/** Gives the tests of a file an `OffscreenCanvas` that really paints. */
export function withNodeCanvas(): void {
  beforeAll(() => { vi.stubGlobal('OffscreenCanvas', NodeCanvas); });
  afterAll(() => { vi.unstubAllGlobals(); });
}
