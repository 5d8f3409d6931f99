import type { StrokeTool } from '../../shared/board/marks.ts';
import { encodeInk } from '../../shared/ink/inkCodec.ts';
import type { Nib } from '../../shared/ink/outline.ts';
import { meantPressure } from '../../shared/ink/pressureCurve.ts';
import { recogniseForm } from '../../shared/ink/recogniseForm.ts';
import { isBlunt } from '../../shared/scene/sketchStroke.ts';
import { formInHand, type FormInHand } from './formInHand.ts';
import { nibColor, nibWidth, type NibStyle } from './nib.ts';
import { restWatch } from './restWatch.ts';
import { strokeInHand, type Ruled, type StrokeInHand } from './strokeInHand.ts';
import type { Tool, ToolContext, ToolPointer, ToolSample } from './tool.ts';

/** How far pressure narrows a pen line when it is on. */
const PEN_THINNING = 0.62;
/** What is smaller on the screen is writing, no form, px. */
const LEAST_FORM_PX = 36;

/** What a pen needs of the desk. */
export type PenContext = { readonly style: () => NibStyle } & Pick<ToolContext, 'settings' | 'view' | 'page' | 'live' | 'overlay' | 'broadcast' | 'do' | 'keep' | 'newMarkId' | 'newInkId' | 'topOrder' | 'units' | 'wait'>;

/**
 * Pen, highlighter and shadow: from the first touch to the lift one stroke, every sample of it kept. With shift the line
 * is straight; when the pen rests at its end, the pen's line becomes the form that it stands for and a felt line straight.
 */
export function penTool(context: PenContext, tool: StrokeTool): Tool {
  let stroke: StrokeInHand | null = null;
  let form: FormInHand | null = null;
  let isRuled = false;

  const nibFor = (device: ToolPointer['device']): Nib => {
    const settings = context.settings();
    const blunt = isBlunt(tool);
    const pressed = settings.pressure && device === 'pen' && !blunt;
    return { widthUnits: nibWidth(tool, context.style()), thinning: pressed ? PEN_THINNING : 0, smoothing: settings.smoothing, blunt };
  };
  const meant = ({ device }: ToolPointer, samples: readonly ToolSample[]): readonly ToolSample[] => {
    const { firmness } = context.settings();
    return device === 'pen' && firmness !== 0 ? samples.map((sample) => ({ ...sample, pressure: meantPressure(sample.pressure, firmness) })) : samples;
  };
  /** A lifted pen does not press: the place where it leaves counts, with the pressure that it had before. */
  const lifted = (samples: readonly ToolSample[], before: number): readonly ToolSample[] => samples.map((sample) => (sample.pressure > 0 ? sample : { ...sample, pressure: before }));

  const ruled = (shift: boolean): Ruled => (shift ? 'stepped' : isRuled ? 'free' : 'no');

  const show = (predicted: readonly ToolSample[]): void => {
    if (!stroke) return;
    context.live(stroke.live(predicted));
    const news = stroke.news();
    if (news) context.broadcast(news);
  };
  const rested = (): void => {
    if (!stroke || form || !context.settings().holdForms) return;
    const places = stroke.places();
    const found = recogniseForm(places, context.units(LEAST_FORM_PX));
    const at = places[places.length - 1];
    if (!found || !at) return;
    if (tool !== 'pen') {
      isRuled = found.kind === 'line';
      stroke.rule(ruled(false));
      return show([]);
    }
    const { id, page, nib } = stroke.looks;
    form = formInHand(context, found, at, { id, page, order: context.topOrder(), color: stroke.looks.color, widthUnits: nib.widthUnits });
    context.live(null);
  };
  const rest = restWatch(context, rested);
  const end = (kept: boolean): void => {
    rest.stop();
    if (stroke) context.broadcast({ kind: 'strokeEnd', stroke: stroke.looks.id, kept });
    if (form) context.overlay(null);
    stroke = null;
    form = null;
    context.live(null);
  };
  /** The form takes the place of the stroke as a step of its own: what was drawn is one undo away. */
  const put = (done: StrokeInHand): boolean => {
    const mark = done.mark(context.newInkId(), context.topOrder());
    if (!context.do({ type: 'marks.put', what: 'draw', marks: [mark], inks: { [mark.ink]: encodeInk(done.ink()) } })) return false;
    const clean = form?.mark();
    const became = clean && context.do({ type: 'marks.put', what: clean.kind === 'connector' ? 'connect' : 'shape', marks: [clean] });
    context.keep(clean && became ? clean : mark);
    return true;
  };

  return {
    name: tool,
    cursor: 'crosshair',
    down(pointer) {
      context.overlay(null);
      stroke = strokeInHand({ id: context.newMarkId(), tool, page: context.page(), color: nibColor(tool, context.style()), nib: nibFor(pointer.device) }, pointer.samples[0]?.timeMs ?? 0);
      isRuled = false;
      stroke.take(meant(pointer, pointer.samples));
      stroke.rule(ruled(pointer.shift));
      show([]);
    },
    move(pointer) {
      if (!stroke) return;
      const newest = pointer.samples[pointer.samples.length - 1];
      if (form) return newest && form.pull(newest.at, pointer.shift);
      stroke.take(meant(pointer, pointer.samples));
      stroke.rule(ruled(pointer.shift));
      show(meant(pointer, pointer.predicted));
      // Keys rest after every step: that means nothing.
      if (newest && pointer.device !== 'keys') rest.moved(newest.at);
    },
    up(pointer) {
      if (!stroke) return;
      if (!form) {
        stroke.take(lifted(meant(pointer, pointer.samples), stroke.pressure()));
        stroke.rule(ruled(pointer.shift));
      }
      end(put(stroke));
    },
    cancel: () => end(false),
    hover(pointer) {
      const newest = pointer.samples[pointer.samples.length - 1];
      // A mouse has a cursor that looks like the nib.
      if (newest && (pointer.device === 'pen' || pointer.device === 'keys')) context.overlay({ kind: 'nib', at: newest.at, radiusUnits: nibWidth(tool, context.style()) / 2, color: nibColor(tool, context.style()) });
    },
    leave: () => context.overlay(null),
  };
}
