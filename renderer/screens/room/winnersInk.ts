import type { MarkId } from '../../../shared/base/ids.ts';
import type { Mark } from '../../../shared/board/marks.ts';
import { markNode } from '../../../shared/scene/markNode.ts';
import type { SceneNode } from '../../../shared/scene/sceneNode.ts';
import type { BoardStore } from '../../state/boardStore.ts';
import { drawingBox, drawingOf } from './choicePictures.ts';
import { createHeroDrawing, type HeroDrawing } from './heroDrawing.ts';

/** Working out outlines takes at most so much of a frame, ms. */
const SLICE_MS = 5;

/**
 * Gets the drawing of the likely winner ready while the room still waits: a drawing of hundreds of strokes takes longer
 * to be worked out than a frame lasts.
 */
export type WinnersInk = {
  /** Begins to work on a card's drawing, a little at a time. */
  readonly prepare: (card: MarkId) => void;
  /** The drawing with its finished picture; what is not ready yet is worked out now. */
  readonly drawing: (card: MarkId, whole: ImageBitmap) => HeroDrawing | null;
  readonly close: () => void;
};

/** Works on the ink of one card at a time. */
export function createWinnersInk(store: BoardStore): WinnersInk {
  let card: MarkId | null = null;
  let marks: readonly Mark[] = [];
  let nodes: SceneNode[] = [];
  let timer = 0;
  let made: { readonly whole: ImageBitmap; readonly hero: HeroDrawing } | null = null;

  const work = (untilMs: number): void => {
    const view = store.get();
    while (nodes.length < marks.length && performance.now() < untilMs) nodes.push(markNode(marks[nodes.length] as Mark, view));
  };
  const slice = (): void => {
    timer = 0;
    work(performance.now() + SLICE_MS);
    if (nodes.length < marks.length) timer = window.setTimeout(slice, 16);
  };
  const prepare = (next: MarkId): void => {
    if (next === card) return;
    made?.hero.close();
    made = null;
    card = next;
    marks = drawingOf(store.get().board, next);
    nodes = [];
    if (timer === 0) timer = window.setTimeout(slice, 16);
  };
  return {
    prepare,
    drawing(next, whole) {
      prepare(next);
      if (made?.whole === whole) return made.hero;
      work(Infinity);
      const shown = drawingBox(store.get(), next);
      made?.hero.close();
      made = shown ? { whole, hero: createHeroDrawing({ nodes, shown, whole }) } : null;
      return made?.hero ?? null;
    },
    close() {
      window.clearTimeout(timer);
      made?.hero.close();
      made = null;
    },
  };
}
