import type { Box } from '../../../shared/geometry/box.ts';

/** A canvas of the stage as it lies in the window, px. Live ink has one that covers no more than the ink. */
export type StageLayer<Picture> = { readonly picture: Picture; readonly box: Box; readonly isBlended: boolean };

/** The canvases of a stage that are to be seen, the lowest first. */
export function layersOf(stage: Element): readonly StageLayer<HTMLCanvasElement>[] {
  return [...stage.querySelectorAll('canvas')].flatMap((picture) => {
    const { left, top, width, height } = picture.getBoundingClientRect();
    const { visibility, mixBlendMode } = getComputedStyle(picture);
    const isSeen = visibility === 'visible' && picture.width > 0 && picture.height > 0 && width > 0 && height > 0;
    return isSeen ? [{ picture, box: { x: left, y: top, w: width, h: height }, isBlended: mixBlendMode === 'multiply' }] : [];
  });
}

/** Where a still is painted: a 2D context, of a browser or of Node. */
export type StillContext<Picture> = {
  readonly drawImage: (picture: Picture, x: number, y: number, w: number, h: number) => void;
  globalCompositeOperation: GlobalCompositeOperation;
};

/** Paints layers as the window shows them. @param pixelRatio pixels of the still per px of the window */
export function paintStill<Picture>(context: StillContext<Picture>, layers: readonly StageLayer<Picture>[], pixelRatio: number): void {
  for (const { picture, box: { x, y, w, h }, isBlended } of layers) {
    context.globalCompositeOperation = isBlended ? 'multiply' : 'source-over';
    context.drawImage(picture, x * pixelRatio, y * pixelRatio, w * pixelRatio, h * pixelRatio);
  }
}
