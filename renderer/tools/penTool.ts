import { encodeInk } from '../../shared/ink/inkCodec.ts';
import { packInk } from '../../shared/ink/ink.ts';
import type { Nib, NibPoint } from '../../shared/ink/outline.ts';
import type { StrokeMark } from '../../shared/board/marks.ts';
import { IDENTITY } from '../../shared/geometry/matrix.ts';
import type { Tool, ToolContext, ToolPointer, ToolSample } from './tool.ts';

/** How far pressure narrows a pen line when it is on. */
export const PEN_THINNING = 0.62;
/** A highlighter is this much wider than the pen of the same width. */
export const HIGHLIGHTER_TIMES = 6;

type Drawing = { readonly name: string; readonly startMs: number; readonly samples: ToolSample[]; readonly nib: Nib; sent: number };

/** Pen and highlighter: from the first touch to the lift one stroke, every sample of it kept. */
export function penTool(context: ToolContext, tool: 'pen' | 'highlighter'): Tool {
  let drawing: Drawing | null = null;

  const nibFor = (pointer: ToolPointer): Nib => {
    const { widthUnits } = context.style();
    const settings = context.settings();
    const blunt = tool === 'highlighter';
    const pressed = settings.pressure && pointer.device === 'pen' && !blunt;
    return { widthUnits: blunt ? widthUnits * HIGHLIGHTER_TIMES : widthUnits, thinning: pressed ? PEN_THINNING : 0, smoothing: settings.smoothing, blunt };
  };
  const color = () => (tool === 'pen' ? context.style().color : context.style().highlighterColor);
  const points = (samples: readonly ToolSample[]): NibPoint[] => samples.map(({ at, pressure }) => [at.x, at.y, pressure]);

  const show = (predicted: readonly ToolSample[]): void => {
    if (!drawing) return;
    context.live({ nib: drawing.nib, color: color(), points: points(drawing.samples), predicted: points(predicted) });
    const from = drawing.sent;
    const fresh = drawing.samples.slice(from);
    drawing.sent = drawing.samples.length;
    const { widthUnits, thinning, smoothing } = drawing.nib;
    context.broadcast({
      kind: 'stroke', stroke: drawing.name, page: context.page(), color: color(), widthUnits, thinning, smoothing, tool, from,
      points: fresh.flatMap(({ at, pressure }) => [Math.round(at.x * 64) / 64, Math.round(at.y * 64) / 64, Math.round(pressure * 255) / 255]),
    });
  };
  const take = (pointer: ToolPointer): void => {
    if (!drawing) return;
    for (const sample of pointer.samples) {
      const last = drawing.samples[drawing.samples.length - 1];
      if (last && last.at.x === sample.at.x && last.at.y === sample.at.y && last.pressure === sample.pressure) continue;
      drawing.samples.push(sample);
    }
  };
  const end = (kept: boolean): void => {
    if (drawing) context.broadcast({ kind: 'strokeEnd', stroke: drawing.name, kept });
    drawing = null;
    context.live(null);
  };

  return {
    name: tool,
    cursor: 'crosshair',
    down(pointer) {
      drawing = { name: context.newMarkId(), startMs: pointer.samples[0]?.timeMs ?? 0, samples: [], nib: nibFor(pointer), sent: 0 };
      take(pointer);
      show([]);
    },
    move(pointer) {
      if (!drawing) return;
      take(pointer);
      show(pointer.predicted);
    },
    up(pointer) {
      if (!drawing) return;
      take(pointer);
      const { samples, nib, name, startMs } = drawing;
      const ink = packInk(samples.map(({ at, pressure, timeMs }) => ({ x: at.x, y: at.y, pressure, timeMs: timeMs - startMs })));
      const mark: StrokeMark = {
        kind: 'stroke', id: name as StrokeMark['id'], page: context.page(), layer: 'harvest', order: context.topOrder(), matrix: IDENTITY, locked: false,
        ink: context.newInkId(), tool, color: color(), widthUnits: nib.widthUnits, thinning: nib.thinning, smoothing: nib.smoothing,
      };
      if (context.do({ type: 'marks.put', what: 'draw', marks: [mark], inks: { [mark.ink]: encodeInk(ink) } })) context.keep(mark);
      end(true);
    },
    cancel: () => end(false),
  };
}
