import { canvas2dSurface, type Canvas2D } from '../../../shared/paint/canvas2dSurface.ts';
import { paintNode } from '../../../shared/paint/paintScene.ts';
import type { SceneNode } from '../../../shared/scene/sceneNode.ts';
import type { Box } from '../../../shared/geometry/box.ts';
import { heroSteps, type HeroStep } from './heroInk.ts';
import { fillPart, path2d, type RoomContext } from './roomPen.ts';

/** The drawing of the winner, large, as far as it has been drawn again. */
export type HeroDrawing = {
  /** Paints it into a box of the stage that has the drawing's proportions. `ink` and `wash` 0–1. */
  readonly paint: (context: RoomContext, box: Box, ink: number, wash: number) => void;
  /** Gives its own pixels back; `whole` stays the caller's. */
  readonly close: () => void;
};

export type HeroPlan = {
  /** The marks of the drawing in the order in which they were made. */
  readonly nodes: readonly SceneNode[];
  /** The part of the page that is shown, board units. */
  readonly shown: Box;
  /** The finished drawing, as wide as `shown`. */
  readonly whole: ImageBitmap;
};

/** What shows through before a line has been drawn again: where the hand will go. */
const PALE = 0.12;

/** Makes a drawing ready to be drawn again; nothing but what is new since the last frame is painted. */
export function createHeroDrawing({ nodes, shown, whole }: HeroPlan): HeroDrawing {
  const steps = heroSteps(nodes);
  const paths = new Map<HeroStep, Path2D>();
  const layer = new OffscreenCanvas(whole.width, whole.height);
  const context = layer.getContext('2d');
  const scale = whole.width / shown.w;
  let done = 0;

  const pathOf = (step: HeroStep): Path2D | null => {
    if (step.op.op !== 'fill') return null;
    let path = paths.get(step);
    if (!path) paths.set(step, (path = path2d(step.op.path)));
    return path;
  };
  const paintStep = (to: RoomContext, step: HeroStep, share: number): void => {
    if (step.kind === 'late' || share <= 0) return;
    const { op } = step;
    to.save();
    to.transform(...step.matrix);
    const path = pathOf(step);
    if (op.op === 'fill' && path) {
      if (step.kind === 'line') fillPart(to, path, step.measure, op.color, share);
      else { to.globalAlpha *= share; to.fillStyle = op.color; to.fill(path); }
    } else if (op.op === 'letter') {
      const size = op.sizeUnits;
      to.beginPath();
      to.rect(op.x - size, op.baseline - size * 1.6, (op.line.widthEm * size + 2 * size) * share, size * 2.4);
      to.clip();
      paintNode({ id: '' as SceneNode['id'], matrix: [1, 0, 0, 1, 0, 0], bounds: shown, ops: [op] }, canvas2dSurface(to as unknown as Canvas2D, () => undefined));
    }
    to.restore();
  };
  const bringTo = (ink: number): void => {
    if (!context) return;
    if (steps[done - 1] && (steps[done - 1] as HeroStep).to > ink + 1e-9) {
      context.clearRect(0, 0, layer.width, layer.height);
      done = 0;
    }
    context.setTransform(scale, 0, 0, scale, -shown.x * scale, -shown.y * scale);
    for (let step = steps[done]; step && step.to <= ink + 1e-9; step = steps[++done]) paintStep(context, step, 1);
    context.setTransform(1, 0, 0, 1, 0, 0);
  };

  /** A picture that has the very size of its place is copied pixel by pixel: scaling one this large costs a frame. */
  const lay = (to: RoomContext, picture: ImageBitmap | OffscreenCanvas, { x, y, w, h }: Box, opacity: number): void => {
    const { a, e, f } = to.getTransform();
    to.save();
    to.globalAlpha *= opacity;
    if (Math.abs(w * a - picture.width) < 2) {
      to.setTransform(1, 0, 0, 1, 0, 0);
      to.drawImage(picture, Math.round(x * a + e), Math.round(y * a + f));
    } else to.drawImage(picture, x, y, w, h);
    to.restore();
  };

  return {
    paint(to, box, ink, wash) {
      if (wash >= 1) { lay(to, whole, box, 1); return; }
      bringTo(ink);
      lay(to, whole, box, PALE * (1 - wash));
      lay(to, layer, box, 1);
      const next = steps[done];
      if (next && ink < 1) {
        to.save();
        const stage = box.w / shown.w;
        to.transform(stage, 0, 0, stage, box.x - shown.x * stage, box.y - shown.y * stage);
        paintStep(to, next, (ink - next.from) / Math.max(1e-9, next.to - next.from));
        to.restore();
      }
      if (wash > 0) lay(to, whole, box, wash);
    },
    close() { layer.width = layer.height = 0; },
  };
}
