import type { Box, Size } from '../geometry/box.ts';
import { compose, IDENTITY, scaling, type Matrix } from '../geometry/matrix.ts';
import type { OutlinePage } from '../outline/outline.ts';
import type { PaintOp, SceneNode } from '../scene/sceneNode.ts';

/** What is painted, in mm from the top left corner of the sheet once `matrix` has moved it. */
type Painted = { readonly ops: readonly PaintOp[]; readonly matrix?: Matrix };

/** Marks of the board in a figure, and how their board units become mm of the figure. */
export type Drawing = { readonly nodes: readonly SceneNode[]; readonly matrix: Matrix };

/** An item of a list or a cell of a table, with what is read out instead of what is lettered when the two differ. */
export type PrintedItem = Painted & { readonly read?: string; readonly drawing?: Drawing };

/** A row of a table. `head` says that a cell is what names its column or its row. */
export type PrintedRow = readonly (PrintedItem & { readonly head?: 'column' | 'row' })[];

/** A page of the board on a sheet: read in the order of its text twin, painted in the order in which its marks lie. */
export type PageOnSheet = {
  readonly outlined: OutlinePage;
  /** Board units, beyond which nothing is painted. */
  readonly clip: Box;
  readonly toMm: Matrix;
  /** Made when it is painted: a board has many. */
  readonly nodes: () => readonly SceneNode[];
};

/**
 * A part of a printed sheet as a reader meets it; parts are painted in the order in which they are read. `read` is said
 * instead of the lettering, `alt` instead of a picture; decoration is not read at all.
 */
export type PrintedPart =
  | (Painted & { readonly kind: 'heading'; readonly level: 1 | 2 | 3 | 4; readonly read?: string })
  | (Painted & { readonly kind: 'paragraph'; readonly read?: string })
  | (Painted & { readonly kind: 'figure'; readonly alt: string; readonly box: Box; readonly drawing?: Drawing })
  | (Painted & { readonly kind: 'decoration' })
  | { readonly kind: 'list'; readonly items: readonly PrintedItem[] }
  | { readonly kind: 'table'; readonly rows: readonly PrintedRow[] }
  | (Painted & PageOnSheet & { readonly kind: 'boardPage' })
  | { readonly kind: 'section'; readonly title: string; readonly parts: readonly PrintedPart[] };

/** A sheet that is no page of the board, ready to be painted on any surface. `bookmark` is where a reader can jump to. */
export type PrintedSheet = { readonly sizeMm: Size; readonly bookmark: string | null; readonly parts: readonly PrintedPart[] };

/** What painting something takes that may have a drawing on top. */
export function withDrawing(painted: Painted & { readonly drawing?: Drawing }): readonly Painted[] {
  const { matrix = IDENTITY, drawing } = painted;
  return drawing ? [painted, ...drawing.nodes.map((node) => ({ ops: node.ops, matrix: compose(matrix, compose(drawing.matrix, node.matrix)) }))] : [painted];
}

/**
 * What painting a part needs, without what it is to a reader: its own, then those of the parts in it. What lies beyond
 * the edge of a page of the board is in it too.
 */
export function paintedParts(parts: readonly PrintedPart[]): readonly Painted[] {
  return parts.flatMap((part): readonly Painted[] => {
    switch (part.kind) {
      case 'section': return paintedParts(part.parts);
      case 'list': return part.items.flatMap(withDrawing);
      case 'table': return part.rows.flat().flatMap(withDrawing);
      case 'boardPage': {
        const { matrix = IDENTITY, toMm, nodes } = part;
        return nodes().map((node) => ({ ops: node.ops, matrix: compose(matrix, compose(toMm, node.matrix)) }));
      }
      case 'figure': return withDrawing(part);
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
      case 'table': return { ...part, rows: part.rows.map((row) => row.map(further)) };
      case 'heading': case 'paragraph': case 'figure': case 'decoration': case 'boardPage': return further(part);
    }
  });
}

/** The same sheet so many times as large. */
export function scaledSheet({ sizeMm: { w, h }, bookmark, parts }: PrintedSheet, times: number): PrintedSheet {
  return { sizeMm: { w: w * times, h: h * times }, bookmark, parts: movedParts(parts, scaling(times, times)) };
}
