import { encodeInk } from '../../shared/ink/inkCodec.ts';
import { packInk } from '../../shared/ink/ink.ts';
import type { Nib, NibPoint } from '../../shared/ink/outline.ts';
import type { PageId } from '../../shared/base/ids.ts';
import type { StrokeMark, StrokeTool } from '../../shared/board/marks.ts';
import type { InkColor } from '../../shared/board/palette.ts';
import { IDENTITY } from '../../shared/geometry/matrix.ts';
import { isBlunt } from '../../shared/scene/sketchStroke.ts';
import type { Tool, ToolContext, ToolPointer, ToolSample } from './tool.ts';

/** How far pressure narrows a pen line when it is on. */
const PEN_THINNING = 0.62;
/** A felt marker is this much wider than the pen of the same width. */
const BLUNT_TIMES = 6;

/** A stroke under way; looks and page are those of its beginning. `points` are the samples as the live layer draws them. */
type Drawing = {
  readonly name: string; readonly page: PageId; readonly color: InkColor; readonly nib: Nib; readonly startMs: number;
  readonly samples: ToolSample[]; readonly points: NibPoint[]; sent: number;
};

/** Pen, highlighter and shadow: from the first touch to the lift one stroke, every sample of it kept. */
export function penTool(context: ToolContext, tool: StrokeTool): Tool {
  let drawing: Drawing | null = null;

  const nibFor = (pointer: ToolPointer): Nib => {
    const { widthUnits } = context.style();
    const settings = context.settings();
    const blunt = isBlunt(tool);
    const pressed = settings.pressure && pointer.device === 'pen' && !blunt;
    return { widthUnits: blunt ? widthUnits * BLUNT_TIMES : widthUnits, thinning: pressed ? PEN_THINNING : 0, smoothing: settings.smoothing, blunt };
  };
  const pointOf = ({ at, pressure }: ToolSample): NibPoint => [at.x, at.y, pressure];

  const show = (predicted: readonly ToolSample[]): void => {
    if (!drawing) return;
    const { nib, color, page, points, sent: from } = drawing;
    context.live({ tool, nib, color, points, predicted: predicted.map(pointOf) });
    const fresh = drawing.samples.slice(from);
    if (fresh.length === 0) return;
    drawing.sent = drawing.samples.length;
    const { widthUnits, thinning, smoothing } = nib;
    context.broadcast({
      kind: 'stroke', stroke: drawing.name, page, color, widthUnits, thinning, smoothing, tool, from,
      points: fresh.flatMap(({ at, pressure }) => [Math.round(at.x * 64) / 64, Math.round(at.y * 64) / 64, Math.round(pressure * 255) / 255]),
    });
  };
  const take = (samples: readonly ToolSample[]): void => {
    if (!drawing) return;
    for (const sample of samples) {
      const last = drawing.samples[drawing.samples.length - 1];
      if (last && last.at.x === sample.at.x && last.at.y === sample.at.y && last.pressure === sample.pressure) continue;
      drawing.samples.push(sample);
      drawing.points.push(pointOf(sample));
    }
  };
  /** A lifted pen does not press: the place where it leaves counts, with the pressure that it had before. */
  const lifted = (samples: readonly ToolSample[], before: number): readonly ToolSample[] => samples.map((sample) => (sample.pressure > 0 ? sample : { ...sample, pressure: before }));
  const end = (kept: boolean): void => {
    if (drawing) context.broadcast({ kind: 'strokeEnd', stroke: drawing.name, kept });
    drawing = null;
    context.live(null);
  };

  return {
    name: tool,
    cursor: 'crosshair',
    down(pointer) {
      const { color, highlighterColor, shadowColor } = context.style();
      const inks = { pen: color, highlighter: highlighterColor, shadow: shadowColor };
      drawing = { name: context.newMarkId(), page: context.page(), color: inks[tool], nib: nibFor(pointer), startMs: pointer.samples[0]?.timeMs ?? 0, samples: [], points: [], sent: 0 };
      take(pointer.samples);
      show([]);
    },
    move(pointer) {
      if (!drawing) return;
      take(pointer.samples);
      show(pointer.predicted);
    },
    up(pointer) {
      if (!drawing) return;
      const { samples, nib, name, page, color, startMs } = drawing;
      take(lifted(pointer.samples, samples[samples.length - 1]?.pressure ?? 0.5));
      const ink = packInk(samples.map(({ at, pressure, timeMs }) => ({ x: at.x, y: at.y, pressure, timeMs: timeMs - startMs })));
      const mark: StrokeMark = {
        kind: 'stroke', id: name as StrokeMark['id'], page, layer: 'harvest', order: context.topOrder(), matrix: IDENTITY, locked: false,
        ink: context.newInkId(), tool, color, widthUnits: nib.widthUnits, thinning: nib.thinning, smoothing: nib.smoothing,
      };
      const kept = context.do({ type: 'marks.put', what: 'draw', marks: [mark], inks: { [mark.ink]: encodeInk(ink) } });
      if (kept) context.keep(mark);
      end(kept);
    },
    cancel: () => end(false),
  };
}
