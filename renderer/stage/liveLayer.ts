import { hexOf, type InkColor } from '../../shared/board/palette.ts';
import type { PageId } from '../../shared/base/ids.ts';
import { grow, overlaps, type Box, type Point, type Size } from '../../shared/geometry/box.ts';
import type { Matrix } from '../../shared/geometry/matrix.ts';
import { pathBounds, type Path } from '../../shared/geometry/path.ts';
import type { Nib, NibPoint } from '../../shared/ink/outline.ts';
import { canvas2dSurface } from '../../shared/paint/canvas2dSurface.ts';
import { paintNode } from '../../shared/paint/paintScene.ts';
import type { StrokeTool } from '../../shared/board/marks.ts';
import { STROKE_OPACITY } from '../../shared/scene/sketchStroke.ts';
import type { SceneNode } from '../../shared/scene/sceneNode.ts';
import type { CameraView } from './camera.ts';
import { createLiveDamage } from './liveDamage.ts';
import { createLiveOutlines } from './liveOutlines.ts';
import { createLiveRegion } from './liveRegion.ts';
import { paintGuides, paintNib, type GuideLine } from './paintAids.ts';

/** A stroke while it is drawn. `predicted` points are shown but never kept. */
export type LiveStroke = { readonly tool: StrokeTool; readonly nib: Nib; readonly color: InkColor; readonly points: readonly NibPoint[]; readonly predicted: readonly NibPoint[] };

/** A thin figure over the board that nobody keeps: lasso, eraser ring, laser trail, shape being pulled. */
export type Overlay =
  | { readonly kind: 'nodes'; readonly nodes: readonly SceneNode[]; readonly opacity: number }
  | { readonly kind: 'lasso'; readonly points: readonly Point[] }
  | { readonly kind: 'marquee'; readonly box: Box }
  /** Where a pen hovers: the size and colour of what it will draw. */
  | { readonly kind: 'nib'; readonly at: Point; readonly radiusUnits: number; readonly color: InkColor }
  | { readonly kind: 'ring'; readonly at: Point; readonly radiusUnits: number }
  | { readonly kind: 'laser'; readonly points: readonly (Point & { readonly atMs: number })[] }
  | { readonly kind: 'guide'; readonly box: Box }
  /** A bitmap that shows `box`, moved by a matrix: many marks in the hand. */
  | { readonly kind: 'picture'; readonly bitmap: ImageBitmap; readonly box: Box; readonly matrix: Matrix };

type Fresh = { readonly node: SceneNode; readonly low: boolean; readonly page: PageId; readonly revision: number };

/**
 * The canvas over the tiles on which ink appears while it is drawn, and stays until the tiles have it.
 * It costs the same on an empty board and on a full one: nothing but live things is painted here.
 */
export type LiveLayer = {
  /** Strokes in progress by name; the desk has one, the room screen whatever arrives. */
  readonly setStroke: (name: string, stroke: LiveStroke | null) => void;
  readonly setOverlay: (overlay: Overlay | null) => void;
  /** Lines over everything else, where edges and middles meet. */
  readonly setGuides: (guides: readonly GuideLine[]) => void;
  /** Keeps a just finished mark in view until the tiles show `revision`; `low` when it lies below the ink. */
  readonly keep: (node: SceneNode, low: boolean, page: PageId, revision: number) => void;
  /** Lets go of the kept marks that the tiles now show. */
  readonly release: (shownRevision: number) => void;
  readonly resize: (windowPx: Size, pixelRatio: number) => void;
  /** Paints with the next frame. */
  readonly look: (page: PageId, camera: CameraView, sheet: Size) => void;
  readonly close: () => void;
};

/** How long a laser's trail stays, ms. */
export const LASER_MS = 900;

/** Makes the live layer on a canvas; the context is desynchronised where the browser can, which shortens the way of the ink. */
export function createLiveLayer(canvas: HTMLCanvasElement): LiveLayer {
  const context = canvas.getContext('2d', { desynchronized: true });
  if (!context) throw new Error('No 2D canvas in this window');
  const surface = canvas2dSurface(context, () => undefined);
  const strokes = new Map<string, LiveStroke>();
  const outlines = createLiveOutlines();
  let overlay: Overlay | null = null;
  let guides: readonly GuideLine[] = [];
  let fresh: Fresh[] = [];
  let view: { page: PageId; camera: CameraView; sheet: Size } | null = null;
  let windowPx: Size = { w: 1, h: 1 };
  let ratio = 1;
  let frame = 0;
  let drawn = false;
  const region = createLiveRegion(canvas);
  const damage = createLiveDamage();
  /** Where the canvas lay when it was painted last. */
  let lay: Point | null = null;
  canvas.style.visibility = 'hidden';
  let blended = false;
  const isLow = (): boolean => [...strokes.values()].some(({ tool }) => tool !== 'pen') || fresh.some((mark) => mark.low);

  /** Only what lies in the part that is painted anew; a settled path of a long stroke is measured once. */
  const paintStroke = ({ color, tool }: LiveStroke, paths: readonly Path[], within: Box | null): void => {
    paths.forEach((path, i) => {
      if (!within || i === paths.length - 1 || overlaps(boundsOf(path), within)) surface.fill(path, hexOf(color), STROKE_OPACITY[tool]);
    });
  };

  const paintThin = (scale: number): void => {
    if (!overlay) return;
    const px = 1 / scale;
    context.lineWidth = 1.5 * px;
    context.strokeStyle = hexOf('blauw');
    switch (overlay.kind) {
      case 'nodes':
        context.globalAlpha = overlay.opacity;
        for (const node of overlay.nodes) paintNode(faded(node, overlay.opacity), surface);
        context.globalAlpha = 1;
        return;
      case 'lasso':
        context.setLineDash([6 * px, 4 * px]);
        context.beginPath();
        overlay.points.forEach(({ x, y }, i) => (i === 0 ? context.moveTo(x, y) : context.lineTo(x, y)));
        context.stroke();
        context.setLineDash([]);
        return;
      case 'marquee': case 'guide':
        context.setLineDash([6 * px, 4 * px]);
        context.strokeRect(overlay.box.x, overlay.box.y, overlay.box.w, overlay.box.h);
        context.setLineDash([]);
        return;
      case 'ring':
        context.lineWidth = 1.5 * px;
        context.strokeStyle = hexOf('ink');
        context.beginPath();
        context.arc(overlay.at.x, overlay.at.y, overlay.radiusUnits, 0, 2 * Math.PI);
        context.stroke();
        return;
      case 'nib': paintNib(context, overlay.at, overlay.radiusUnits, hexOf(overlay.color), px); return;
      case 'laser': paintLaser(context, overlay.points, px); return;
      case 'picture': paintPicture(context, overlay); return;
    }
  };

  const paint = (): void => {
    frame = 0;
    context.setTransform(1, 0, 0, 1, 0, 0);
    const busy = strokes.size > 0 || overlay !== null || fresh.length > 0;
    if (drawn && !busy) context.clearRect(0, 0, canvas.width, canvas.height);
    // An empty canvas over the whole window is blended into every frame of a pan; a hidden one is not.
    if (drawn !== busy) canvas.style.visibility = busy ? 'visible' : 'hidden';
    drawn = busy;
    if (blended !== isLow()) {
      // Below the ink already while it is drawn: what is darker than a felt nib shows through it.
      blended = !blended;
      canvas.style.mixBlendMode = blended ? 'multiply' : '';
    }
    if (!busy) {
      region.end();
      damage.all();
    }
    if (!view || !busy) return;
    const { camera, sheet, page } = view;
    const scale = camera.scale * ratio;
    // On whole pixels, as the tiles lie: ink does not shift when it becomes a tile.
    const offset: Point = { x: Math.round(-camera.x * scale), y: Math.round(-camera.y * scale) };
    const corner = region.cover({
      strokes, fresh: fresh.map(({ node }) => node.bounds),
      hovering: overlay && isSmall(overlay) ? grow({ ...overlay.at, w: 0, h: 0 }, overlay.radiusUnits) : null,
      everywhere: guides.length > 0 || (overlay !== null && !isSmall(overlay)),
    }, { camera, scale, offset, devicePx: { w: Math.round(windowPx.w * ratio), h: Math.round(windowPx.h * ratio) }, pixelRatio: ratio });
    const paths = new Map([...strokes].map(([name, stroke]) => [name, outlines.of(name, stroke)]));
    // A figure is painted as a whole; what comes after it was asked for anew.
    if (lay !== corner || overlay !== null || guides.length > 0) damage.all();
    lay = corner;
    const changed = damage.next(strokes, (name) => paths.get(name)?.length ?? 0);
    const part = changed ? outwards({ x: changed.x * scale + offset.x - corner.x, y: changed.y * scale + offset.y - corner.y, w: changed.w * scale, h: changed.h * scale }) : { x: 0, y: 0, w: canvas.width, h: canvas.height };
    context.save();
    if (changed) clipTo(context, part);
    context.clearRect(part.x, part.y, part.w, part.h);
    context.setTransform(scale, 0, 0, scale, offset.x - corner.x, offset.y - corner.y);
    context.save();
    clipTo(context, { x: 0, y: 0, ...sheet });
    for (const { node, page: of } of fresh) if (of === page) paintNode(node, surface);
    for (const [name, stroke] of strokes) paintStroke(stroke, paths.get(name) ?? [], changed && grow(changed, 4 / scale));
    context.restore();
    paintThin(camera.scale);
    if (guides.length > 0) paintGuides(context, guides, 1 / camera.scale);
    context.restore();
    if (overlay?.kind === 'laser' && isFading(overlay.points)) ask();
  };
  const ask = (): void => {
    if (frame === 0) frame = requestAnimationFrame(paint);
  };
  /** Something else than the end of a line is different. */
  const askAnew = (): void => {
    damage.all();
    ask();
  };

  return {
    setStroke(name, stroke) {
      if (stroke) strokes.set(name, stroke);
      else {
        strokes.delete(name);
        region.forget(name);
        outlines.forget(name);
      }
      ask();
    },
    setOverlay(next) {
      if (overlay === null && next === null) return;
      overlay = next;
      askAnew();
    },
    setGuides(next) {
      if (guides.length === 0 && next.length === 0) return;
      guides = next;
      askAnew();
    },
    keep(node, low, page, revision) {
      fresh.push({ node, low, page, revision });
      askAnew();
    },
    release(shownRevision) {
      const rest = fresh.filter((mark) => mark.revision > shownRevision);
      if (rest.length === fresh.length) return;
      fresh = rest;
      askAnew();
    },
    resize(nextPx, pixelRatio) {
      windowPx = nextPx;
      ratio = pixelRatio;
      region.end();
      askAnew();
    },
    look(page, camera, sheet) {
      view = { page, camera, sheet };
      if (strokes.size > 0 || overlay !== null || fresh.length > 0 || drawn) askAnew();
    },
    close() {
      cancelAnimationFrame(frame);
      canvas.width = 0;
    },
  };
}

const measured = new WeakMap<Path, Box>();

function boundsOf(path: Path): Box {
  let box = measured.get(path);
  if (!box) measured.set(path, (box = pathBounds(path)));
  return box;
}

/** A box on whole pixels, with a pixel of room for soft edges. */
function outwards({ x, y, w, h }: Box): Box {
  const left = Math.floor(x) - 1, top = Math.floor(y) - 1;
  return { x: left, y: top, w: Math.ceil(x + w) + 1 - left, h: Math.ceil(y + h) + 1 - top };
}

function clipTo(context: CanvasRenderingContext2D, { x, y, w, h }: Box): void {
  context.beginPath();
  context.rect(x, y, w, h);
  context.clip();
}

/** Whether a figure is nothing but a small circle where the pointer is. */
const isSmall = (overlay: Overlay): overlay is Extract<Overlay, { readonly kind: 'nib' | 'ring' }> => overlay.kind === 'nib' || overlay.kind === 'ring';

/** A node that lets through what lies below it: fills set their own opacity. */
function faded(node: SceneNode, opacity: number): SceneNode {
  return opacity === 1 ? node : { ...node, ops: node.ops.map((op) => (op.op === 'fill' ? { ...op, opacity: op.opacity * opacity } : op)) };
}

/** Whether a trail still changes by itself; the dot of a resting hand needs no new frames. */
function isFading(points: readonly { readonly atMs: number }[]): boolean {
  return points.length > 1 && performance.now() - (points[points.length - 1] as { readonly atMs: number }).atMs < LASER_MS;
}

/** A picture that is only moved is copied pixel by pixel: interpolating one as large as the window costs a frame. */
function paintPicture(context: CanvasRenderingContext2D, { bitmap, box, matrix }: Extract<Overlay, { readonly kind: 'picture' }>): void {
  context.save();
  context.transform(...matrix);
  const { a, b, c, d, e, f } = context.getTransform();
  const isCopy = b === 0 && c === 0 && Math.abs(a * box.w - bitmap.width) < 1 && Math.abs(d * box.h - bitmap.height) < 1;
  if (isCopy) {
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.drawImage(bitmap, Math.round(a * box.x + e), Math.round(d * box.y + f));
  } else context.drawImage(bitmap, box.x, box.y, box.w, box.h);
  context.restore();
}

/** The laser's dot and its fading trail. */
function paintLaser(context: CanvasRenderingContext2D, points: readonly (Point & { readonly atMs: number })[], px: number): void {
  const nowMs = performance.now();
  context.lineCap = 'round';
  for (let i = 1; i < points.length; i++) {
    const a = points[i - 1] as Point & { atMs: number }, b = points[i] as Point & { atMs: number };
    const age = (nowMs - b.atMs) / LASER_MS;
    if (age >= 1) continue;
    context.strokeStyle = `rgba(224, 40, 20, ${(1 - age) * 0.85})`;
    context.lineWidth = (3 + 5 * (1 - age)) * px;
    context.beginPath();
    context.moveTo(a.x, a.y);
    context.lineTo(b.x, b.y);
    context.stroke();
  }
  const last = points[points.length - 1];
  if (!last) return;
  context.fillStyle = '#E02814';
  context.beginPath();
  context.arc(last.x, last.y, 7 * px, 0, 2 * Math.PI);
  context.fill();
}
