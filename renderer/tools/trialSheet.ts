import { asId, type InkId, type MarkId, type PageId } from '../../shared/base/ids.ts';
import type { Command } from '../../shared/board/commands.ts';
import { emptyBoard } from '../../shared/board/emptyBoard.ts';
import type { Mark } from '../../shared/board/marks.ts';
import type { Settings } from '../../shared/contract/settings.ts';
import { decodeInk } from '../../shared/ink/inkCodec.ts';
import { markNode } from '../../shared/scene/markNode.ts';
import { createCamera } from '../stage/camera.ts';
import { judgePressure, type PressureVerdict } from '../stage/judgePressure.ts';
import { createLiveLayer } from '../stage/liveLayer.ts';
import { listenToPointers } from '../stage/pointerInput.ts';
import { toolOfButtons } from '../stage/toolOfButtons.ts';
import type { NibStyle } from './nib.ts';
import { penTool, type PenContext } from './penTool.ts';
import type { Tool, ToolPointer } from './tool.ts';

/** The pen of the trial sheet: wide enough to see what pressure does. */
const STYLE: NibStyle = { widthUnits: 7, color: 'ink', highlighterColor: 'licht', shadowColor: 'grijs1' };
/** Window px per board unit. */
const SCALE = 1;

export type TrialSheetDeps = {
  readonly element: HTMLElement;
  readonly canvas: HTMLCanvasElement;
  readonly settings: () => Settings;
  /** The pressure under the pen now, 0–1 as the device gives it; null when nothing touches. */
  readonly onPressure: (pressure: number | null) => void;
  /** After each line: what it says about the pen. */
  readonly onLine: (verdict: PressureVerdict) => void;
};

/** A strip of paper that nobody keeps. */
export type TrialSheet = { readonly wipe: () => void; readonly close: () => void };

/** Tells about the pressure of a tool's gestures what the tool itself does not say. */
function watched(tool: Tool, { onPressure, onLine }: Pick<TrialSheetDeps, 'onPressure' | 'onLine'>): Tool {
  let pressures: number[] = [];
  const note = ({ samples }: ToolPointer): void => {
    for (const { pressure } of samples) pressures.push(pressure);
    onPressure(pressures[pressures.length - 1] ?? null);
  };
  const over = (): void => {
    pressures = [];
    onPressure(null);
  };
  return {
    ...tool,
    down(pointer) {
      note(pointer);
      tool.down(pointer);
    },
    move(pointer) {
      note(pointer);
      tool.move(pointer);
    },
    up(pointer) {
      // The first and last samples of a pen are its touching down and leaving.
      const held = pressures.slice(1);
      if (held.length > 0) onLine(judgePressure(pointer.device, held));
      over();
      tool.up(pointer);
    },
    cancel() {
      over();
      tool.cancel();
    },
  };
}

/** Lays out a sheet to try the pen on: the board's own pointer input, pen and live ink, without a board. */
export function createTrialSheet({ element, canvas, settings, onPressure, onLine }: TrialSheetDeps): TrialSheet {
  const camera = createCamera({ x: 0, y: 0, scale: SCALE });
  const board = emptyBoard({ id: asId('trial'), title: '', locale: settings().locale, createdMs: 0 });
  const page = Object.keys(board.pages)[0] as PageId;
  const layer = createLiveLayer(canvas);
  let inks: ReadonlyMap<InkId, ReturnType<typeof decodeInk>> = new Map();
  let made = 0;
  let kept = 0;

  const fit = (): void => {
    const size = { w: element.clientWidth, h: element.clientHeight };
    layer.resize(size, window.devicePixelRatio || 1);
    layer.look(page, camera.get(), { w: size.w / SCALE, h: size.h / SCALE });
  };
  const context: PenContext = {
    style: () => STYLE,
    settings,
    page: () => page,
    view: () => ({ board, inks }) as ReturnType<PenContext['view']>,
    live: (stroke) => layer.setStroke('own', stroke),
    overlay: (overlay) => layer.setOverlay(overlay),
    broadcast: () => undefined,
    do(command: Command) {
      if (command.type !== 'marks.put') return false;
      inks = new Map([...inks, ...Object.entries(command.inks ?? {}).map(([id, text]) => [id as InkId, decodeInk(text)] as const)]);
      return true;
    },
    keep: (mark: Mark) => layer.keep(markNode(mark, { board, inks }), false, page, ++kept),
    newMarkId: () => asId<MarkId>(`trial-${++made}`),
    newInkId: () => asId<InkId>(`trial-ink-${++made}`),
    topOrder: () => 'a0',
    units: (px) => px / SCALE,
    wait(ms, then) {
      const timer = setTimeout(then, ms);
      return () => clearTimeout(timer);
    },
  };
  const pen = watched(penTool(context, 'pen'), { onPressure, onLine });
  /** Its other end, and whatever its button calls for, wipes the sheet. */
  const wipe = (): void => layer.release(Infinity);
  const wiper: Tool = { name: 'eraser', cursor: 'default', down: wipe, move: () => undefined, up: () => undefined, cancel: () => undefined };

  fit();
  const observer = new ResizeObserver(fit);
  observer.observe(element);
  const stop = listenToPointers({
    // One does not move this paper: a finger may draw, to see what it gives.
    element, camera: { ...camera, set: () => undefined }, toolFor: (event) => (toolOfButtons(event, 'none') === 'eraser' ? wiper : pen),
    taken: () => false, fingerDraws: () => true, onFingerTap: () => undefined, onPressure: () => undefined, onGesture: () => undefined,
  });
  return {
    wipe,
    close() {
      observer.disconnect();
      stop();
      layer.close();
    },
  };
}
