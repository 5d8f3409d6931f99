import type { MarkId } from '../../shared/base/ids.ts';
import { comparePaintOrder, markOf } from '../../shared/board/buckets.ts';
import { planCut, type CutStroke } from '../../shared/board/cutStrokes.ts';
import type { StrokeMark } from '../../shared/board/marks.ts';
import { boxAround, grow, unionOf, type Box, type Point } from '../../shared/geometry/box.ts';
import { meanScale, transformBox } from '../../shared/geometry/matrix.ts';
import { inkBounds, type Ink } from '../../shared/ink/ink.ts';
import { nibReach } from '../../shared/ink/outline.ts';
import { inkLength, inkOfSpan, rubbed, wholeSpan, type Span } from '../../shared/ink/rub.ts';
import type { SceneNode } from '../../shared/scene/sceneNode.ts';
import { coarseStroke } from '../../shared/scene/thinStroke.ts';
import type { Rubbing } from './rubWhole.ts';
import type { ToolContext } from './tool.ts';

/** A piece shorter than this share of its line's width is a crumb, and goes with the rest. */
const CRUMB_WIDTHS = 0.35;
/** So far from the ring a line that it cuts may look different afterwards, in widths: its new end is round, and what is left of it may be a crumb. */
const CUT_WIDTHS = 3;
/** A screen may have twice as many pixels as it says. */
const SCREEN_DENSITY = 2;

type Rubbed = { readonly stroke: StrokeMark; readonly ink: Ink; spans: readonly Span[] };
type Piece = { readonly ink: Ink; readonly node: SceneNode };

/** How broad a stroke is painted on the page at the most. */
const reachOf = (stroke: StrokeMark): number => nibReach(stroke) * meanScale(stroke.matrix);

/** Rubs out only what the ring passes over, of strokes alone: forms, lettering and stamps have no part that could go. */
export function rubPart(context: ToolContext): Rubbing {
  const touched = new Map<MarkId, Rubbed>();
  /** The strokes that were touched, in painting order. */
  let inOrder: readonly Rubbed[] = [];
  /** By the very span: what a move leaves as it was is not worked out again. */
  const pieces = new WeakMap<Span, Piece | 'crumb'>();
  let changed: Box | null = null;

  const pieceOf = ({ stroke, ink }: Rubbed, span: Span): Piece | 'crumb' => {
    const known = pieces.get(span);
    if (known) return known;
    const part = inkOfSpan(ink, span);
    const piece = inkLength(part) < stroke.widthUnits * CRUMB_WIDTHS ? 'crumb' : { ink: part, node: nodeOf(stroke, part) };
    pieces.set(span, piece);
    return piece;
  };
  const nodeOf = (stroke: StrokeMark, part: Ink): SceneNode => ({
    id: stroke.id, matrix: stroke.matrix, bounds: transformBox(stroke.matrix, grow(inkBounds(part), nibReach(stroke))),
    ops: coarseStroke(stroke, part, SCREEN_DENSITY / context.units(1)),
  });
  const piecesOf = (rest: Rubbed): readonly Piece[] => rest.spans.map((span) => pieceOf(rest, span)).filter((piece) => piece !== 'crumb');
  const change = (box: Box): void => { changed = changed ? unionOf([changed, box]) ?? box : box; };
  /** What was not cut before must be painted whole, since it is no longer on the tiles. */
  const firstCut = (rest: Rubbed): void => { for (const { node } of piecesOf(rest)) change(node.bounds); };

  return {
    pass(near, from, to, radius) {
      const before = touched.size;
      const { inks } = context.view();
      const way: Box = boxAround([from, to] satisfies readonly Point[]);
      for (const mark of near) {
        const ink = mark.kind === 'stroke' ? inks.get(mark.ink) : undefined;
        if (mark.kind !== 'stroke' || !ink) continue;
        const known = touched.get(mark.id);
        const spans = known?.spans ?? wholeSpan(ink);
        const rest = rubbed(spans, { ink, nib: mark, matrix: mark.matrix }, { from, to, radius });
        if (rest === spans) continue;
        change(grow(way, radius + CUT_WIDTHS * reachOf(mark)));
        if (known) {
          known.spans = rest;
          continue;
        }
        const first = { stroke: mark, ink, spans: rest };
        touched.set(mark.id, first);
        firstCut(first);
      }
      if (touched.size === before) return;
      inOrder = [...touched.values()].sort((a, b) => comparePaintOrder(a.stroke, b.stroke));
      context.hide([...touched.keys()]);
    },
    shown() {
      const shown = { nodes: inOrder.flatMap((rest) => piecesOf(rest).map(({ node }) => node)), changed };
      changed = null;
      return shown;
    },
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
