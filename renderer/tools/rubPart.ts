import type { InkId, MarkId } from '../../shared/base/ids.ts';
import { createCutPlan } from '../../shared/board/cutStrokes.ts';
import type { StrokeMark } from '../../shared/board/marks.ts';
import { boxAround, grow, unionOf, type Box } from '../../shared/geometry/box.ts';
import { meanScale } from '../../shared/geometry/matrix.ts';
import type { Ink } from '../../shared/ink/ink.ts';
import { nibReach } from '../../shared/ink/outline.ts';
import { inkPieces, rubbed, wholeSpan, type Span, type Sweep } from '../../shared/ink/rub.ts';
import type { Rubbing } from './rubbing.ts';
import type { ToolContext } from './tool.ts';

/** So far from the ring a line that it cuts may look different afterwards, in widths: its new end is round, and what is left of it may be a crumb. */
const CUT_WIDTHS = 3;

type Rubbed = { readonly stroke: StrokeMark; readonly ink: Ink; spans: readonly Span[] };

/** Rubs out only what the ring passes over, of strokes alone: forms, lettering and stamps have no part that could go. */
export function rubPart(context: ToolContext): Rubbing {
  const touched = new Map<MarkId, Rubbed>();
  /** What was cut since it was shown last, and where. */
  let fresh = new Set<Rubbed>();
  let changed: Box | null = null;
  /** Ink that was looked at is held while the hand goes on: unpacking it with every move costs more than to look. */
  const held = new Map<InkId, Ink>();
  const plan = createCutPlan(context);
  /** The strokes that are not cut yet; made when the hand lets go. */
  let toCut: Rubbed[] | null = null;
  let isShown = false;

  const inkOf = ({ ink: id }: StrokeMark): Ink | undefined => {
    const ink = held.get(id) ?? context.view().inks.get(id);
    if (ink) held.set(id, ink);
    return ink;
  };
  const change = ({ from, to, radius }: Sweep, stroke: StrokeMark): void => {
    const box = grow(boxAround([from, to]), radius + CUT_WIDTHS * nibReach(stroke) * meanScale(stroke.matrix));
    changed = (changed && unionOf([changed, box])) ?? box;
  };

  return {
    rub(mark, way) {
      const ink = mark.kind === 'stroke' ? inkOf(mark) : undefined;
      if (mark.kind !== 'stroke' || !ink) return;
      const known = touched.get(mark.id);
      const before = known?.spans ?? wholeSpan(ink);
      let spans = before;
      for (const sweep of way) {
        const rest = rubbed(spans, { ink, nib: mark, matrix: mark.matrix }, sweep);
        if (rest !== spans) change(sweep, mark);
        spans = rest;
      }
      if (spans === before) return;
      const now = known ?? { stroke: mark, ink, spans };
      now.spans = spans;
      touched.set(mark.id, now);
      fresh.add(now);
    },
    show() {
      if (!changed) return;
      isShown = true;
      context.cut([...fresh].map(({ stroke, spans }) => ({ stroke: stroke.id, ink: stroke.ink, spans })), changed);
      fresh = new Set();
      changed = null;
    },
    finish(untilMs) {
      toCut ??= [...touched.values()];
      for (let next = toCut.pop(); next; next = toCut.pop()) {
        plan.add({ stroke: next.stroke, pieces: inkPieces(next.ink, next.spans, next.stroke.widthUnits) });
        if (context.nowMs() >= untilMs) return false;
      }
      const command = plan.command(context.view().board);
      if (command) context.do(command);
      return true;
    },
    letGo() {
      if (isShown) context.uncut();
    },
  };
}
