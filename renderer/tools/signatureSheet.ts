import { asId, type MarkId, type PageId } from '../../shared/base/ids.ts';
import { hexOf } from '../../shared/board/palette.ts';
import { SIGNATURE_FIELD } from '../../shared/charter/signer.ts';
import type { Settings } from '../../shared/contract/settings.ts';
import type { Size } from '../../shared/geometry/box.ts';
import { IDENTITY, scaling } from '../../shared/geometry/matrix.ts';
import { pathBounds, pathToSvg, transformPath, type Path } from '../../shared/geometry/path.ts';
import { inkOutline, type Nib } from '../../shared/ink/outline.ts';
import { meantPressure } from '../../shared/ink/pressureCurve.ts';
import { createCamera } from '../stage/camera.ts';
import { createLiveLayer } from '../stage/liveLayer.ts';
import { listenToPointers } from '../stage/pointerInput.ts';
import { strokeInHand, type StrokeInHand } from './strokeInHand.ts';
import type { Tool, ToolPointer, ToolSample } from './tool.ts';

/** The field in units of the ink, in which a pen is as broad as it should look. */
const FIELD: Size = { w: SIGNATURE_FIELD.w * 4, h: SIGNATURE_FIELD.h * 4 };
const WIDTH_UNITS = 3.4;
/** How far pressure narrows the line. */
const THINNING = 0.62;
const COLOR = 'blauw';
const PAGE = asId<PageId>('signature');

export type SignatureSheetDeps = {
  readonly element: HTMLElement;
  readonly canvas: HTMLCanvasElement;
  readonly settings: () => Pick<Settings, 'pressure' | 'firmness' | 'smoothing'>;
  /** Told when the field gets its first ink, and when it is empty again. */
  readonly onInk: (isDrawn: boolean) => void;
};

/** A field to sign in. Nothing of it is kept but what `svg` gives: the outline of the ink, not how fast or hard the hand went. */
export type SignatureSheet = {
  /** The ink as path data in `SIGNATURE_FIELD`; empty without any. */
  readonly svg: () => string;
  readonly wipe: () => void;
  readonly close: () => void;
};

/** Lays out a field to sign in: the board's own pointer input (also its palm rule) and its live ink, without a board. */
export function createSignatureSheet({ element, canvas, settings, onInk }: SignatureSheetDeps): SignatureSheet {
  const camera = createCamera({ x: 0, y: 0, scale: 1 });
  const layer = createLiveLayer(canvas);
  let paths: Path[] = [];
  let stroke: StrokeInHand | null = null;
  let made = 0;

  const fit = (): void => {
    const size = { w: element.clientWidth, h: element.clientHeight };
    camera.set({ x: 0, y: 0, scale: Math.max(0.05, size.w / FIELD.w) });
    layer.resize(size, window.devicePixelRatio || 1);
    layer.look(PAGE, camera.get(), FIELD);
  };
  const nibFor = (device: ToolPointer['device']): Nib => ({ widthUnits: WIDTH_UNITS, thinning: device === 'pen' && settings().pressure ? THINNING : 0, smoothing: settings().smoothing, blunt: false });
  const meant = ({ device, samples }: ToolPointer): readonly ToolSample[] => {
    const { firmness } = settings();
    return device === 'pen' && firmness !== 0 ? samples.map((sample) => ({ ...sample, pressure: meantPressure(sample.pressure, firmness) })) : samples;
  };
  /** A lifted pen does not press: where it leaves counts, with the pressure that it had before. */
  const lifted = (samples: readonly ToolSample[], before: number): readonly ToolSample[] => samples.map((sample) => (sample.pressure > 0 ? sample : { ...sample, pressure: before }));
  const show = (predicted: readonly ToolSample[]): void => layer.setStroke('own', stroke && stroke.live(predicted));
  const end = (): void => {
    stroke = null;
    show([]);
  };
  const pen: Tool = {
    name: 'pen', cursor: 'crosshair',
    down(pointer) {
      stroke = strokeInHand({ id: asId<MarkId>(`s${++made}`), tool: 'pen', page: PAGE, color: COLOR, nib: nibFor(pointer.device) }, pointer.samples[0]?.timeMs ?? 0);
      stroke.take(meant(pointer));
      show(pointer.predicted);
    },
    move(pointer) {
      stroke?.take(meant(pointer));
      show(pointer.predicted);
    },
    up(pointer) {
      if (!stroke) return;
      stroke.take(lifted(meant(pointer), stroke.pressure()));
      const path = inkOutline(stroke.ink(), stroke.looks.nib);
      paths = [...paths, path];
      layer.keep({ id: stroke.looks.id, matrix: IDENTITY, bounds: pathBounds(path), ops: [{ op: 'fill', path, color: hexOf(COLOR), opacity: 1 }] }, false, PAGE, made);
      end();
      if (paths.length === 1) onInk(true);
    },
    cancel: end,
  };

  fit();
  const observer = new ResizeObserver(fit);
  observer.observe(element);
  const stop = listenToPointers({
    element, camera: { ...camera, set: () => undefined, glide: () => undefined }, toolFor: () => pen,
    taken: () => false, fingerDraws: () => true, onFingerTap: () => undefined, onPressure: () => undefined, onGesture: () => undefined,
  });
  return {
    svg: () => paths.map((path) => pathToSvg(transformPath(scaling(SIGNATURE_FIELD.w / FIELD.w, SIGNATURE_FIELD.h / FIELD.h), path))).join(''),
    wipe() {
      paths = [];
      layer.release(Infinity);
      onInk(false);
    },
    close() {
      observer.disconnect();
      stop();
      layer.close();
    },
  };
}
