import type { MarkId } from '../../shared/base/ids.ts';
import { comparePaintOrder, markOf } from '../../shared/board/buckets.ts';
import { planCut, type CutStroke } from '../../shared/board/cutStrokes.ts';
import type { StrokeMark } from '../../shared/board/marks.ts';
import { inkLength, inkOfSpan, rubbed, wholeSpan, type Span } from '../../shared/ink/rub.ts';
import type { Ink } from '../../shared/ink/ink.ts';
import { markBox } from '../../shared/scene/markNode.ts';
import type { SceneNode } from '../../shared/scene/sceneNode.ts';
import { sketchStroke } from '../../shared/scene/sketchStroke.ts';
import type { Rubbing } from './rubWhole.ts';
import type { ToolContext } from './tool.ts';

/** A piece shorter than this share of its line's width is a crumb, and goes with the rest. */
const CRUMB_WIDTHS = 0.35;

type Rubbed = { readonly stroke: StrokeMark; readonly ink: Ink; spans: readonly Span[] };
type Piece = { readonly ink: Ink; readonly node: SceneNode };

/** Rubs out only what the ring passes over, of strokes alone: forms, lettering and stamps have no part that could go. */
export function rubPart(context: ToolContext): Rubbing {
  const touched = new Map<MarkId, Rubbed>();
  /** The strokes that were touched, in painting order. */
  let inOrder: readonly Rubbed[] = [];
  /** By the very span: what a move leaves as it was is not worked out again. */
  const pieces = new WeakMap<Span, Piece | 'crumb'>();

  const pieceOf = ({ stroke, ink }: Rubbed, span: Span): Piece | 'crumb' => {
    const known = pieces.get(span);
    if (known) return known;
    const part = inkOfSpan(ink, span);
    const piece = inkLength(part) < stroke.widthUnits * CRUMB_WIDTHS ? 'crumb' : { ink: part, node: { id: stroke.id, matrix: stroke.matrix, bounds: markBox(stroke, context.view()), ops: sketchStroke(stroke, part, true) } };
    pieces.set(span, piece);
    return piece;
  };
  const piecesOf = (rest: Rubbed): readonly Piece[] => rest.spans.map((span) => pieceOf(rest, span)).filter((piece) => piece !== 'crumb');

  return {
    pass(near, from, to, radius) {
      const before = touched.size;
      const { inks } = context.view();
      for (const mark of near) {
        const ink = mark.kind === 'stroke' ? inks.get(mark.ink) : undefined;
        if (mark.kind !== 'stroke' || !ink) continue;
        const known = touched.get(mark.id);
        const spans = known?.spans ?? wholeSpan(ink);
        const rest = rubbed(spans, { ink, nib: mark, matrix: mark.matrix }, { from, to, radius });
        if (rest === spans) continue;
        if (known) known.spans = rest;
        else touched.set(mark.id, { stroke: mark, ink, spans: rest });
      }
      if (touched.size === before) return;
      inOrder = [...touched.values()].sort((a, b) => comparePaintOrder(a.stroke, b.stroke));
      context.hide([...touched.keys()]);
    },
    shown: () => inOrder.flatMap((rest) => piecesOf(rest).map(({ node }) => node)),
    finish() {
      const cuts = [...touched.values()].map((rest): CutStroke => ({ stroke: rest.stroke, pieces: piecesOf(rest).map(({ ink }) => ink) }));
      const command = planCut(context.view().board, cuts, context);
      if (!command || !context.do(command)) return;
      const { board } = context.view();
      for (const { id, kind } of command.marks) {
        const mark = kind === 'stroke' && !touched.has(id) ? markOf(board, id) : undefined;
        if (mark) context.keep(mark);
      }
    },
  };
}
