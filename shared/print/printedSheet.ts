import type { Box, Size } from '../geometry/box.ts';
import { compose, IDENTITY, scaling, type Matrix } from '../geometry/matrix.ts';
import type { PaintOp, SceneNode } from '../scene/sceneNode.ts';

/** What is painted, in mm from the top left corner of the sheet once `matrix` has moved it. */
type Painted = { readonly ops: readonly PaintOp[]; readonly matrix?: Matrix };

/** Marks of the board in a figure, and how their board units become mm of the figure. */
export type Drawing = { readonly nodes: readonly SceneNode[]; readonly matrix: Matrix };

/** An item of a list, with what is read out instead of what is lettered when the two differ. */
export type PrintedItem = Painted & { readonly read?: string };

/**
 * A part of a printed sheet as a reader meets it; parts are painted in the order in which they are read. `read` is said
 * instead of the lettering, `alt` instead of a picture; decoration is not read at all.
 */
export type PrintedPart =
  | (Painted & { readonly kind: 'heading'; readonly level: 1 | 2 })
  | (Painted & { readonly kind: 'paragraph'; readonly read?: string })
  | (Painted & { readonly kind: 'figure'; readonly alt: string; readonly box: Box; readonly drawing?: Drawing })
  | (Painted & { readonly kind: 'decoration' })
  | { readonly kind: 'list'; readonly items: readonly PrintedItem[] }
  | { readonly kind: 'section'; readonly title: string; readonly parts: readonly PrintedPart[] };

/** A sheet that is no page of the board, ready to be painted on any surface. `bookmark` is where a reader can jump to. */
export type PrintedSheet = { readonly sizeMm: Size; readonly bookmark: string | null; readonly parts: readonly PrintedPart[] };

/** What painting a part needs, without what it is to a reader: its own, then those of the parts in it. */
export function paintedParts(parts: readonly PrintedPart[]): readonly Painted[] {
  return parts.flatMap((part): readonly Painted[] => {
    switch (part.kind) {
      case 'section': return paintedParts(part.parts);
      case 'list': return part.items;
      case 'figure': {
        const { matrix = IDENTITY, drawing } = part;
        return drawing ? [part, ...drawing.nodes.map((node) => ({ ops: node.ops, matrix: compose(matrix, compose(drawing.matrix, node.matrix)) }))] : [part];
      }
      case 'heading': case 'paragraph': case 'decoration': return [part];
    }
  });
}

/** The parts where a matrix (mm) takes them. */
export function movedParts(parts: readonly PrintedPart[], matrix: Matrix): readonly PrintedPart[] {
  const further = <Part extends Painted>(part: Part): Part => ({ ...part, matrix: compose(matrix, part.matrix ?? IDENTITY) });
  return parts.map((part): PrintedPart => {
    switch (part.kind) {
      case 'section': return { ...part, parts: movedParts(part.parts, matrix) };
      case 'list': return { ...part, items: part.items.map(further) };
      case 'heading': case 'paragraph': case 'figure': case 'decoration': return further(part);
    }
  });
}

/** The same sheet so many times as large. */
export function scaledSheet({ sizeMm: { w, h }, bookmark, parts }: PrintedSheet, times: number): PrintedSheet {
  return { sizeMm: { w: w * times, h: h * times }, bookmark, parts: movedParts(parts, scaling(times, times)) };
}
