import { assertNever } from '../../../shared/base/assertNever.ts';
import { compose, IDENTITY, transformBox } from '../../../shared/geometry/matrix.ts';
import type { OutlinePage } from '../../../shared/outline/outline.ts';
import { paintOps } from '../../../shared/paint/paintScene.ts';
import { printSurface } from '../../../shared/paint/printSurface.ts';
import type { Surface } from '../../../shared/paint/surface.ts';
import { paintedParts, withDrawing, type PrintedItem, type PrintedPart, type PrintedRow, type PrintedSheet } from '../../../shared/print/printedSheet.ts';
import { withKnownPictures } from './knownPictures.ts';
import { pdfSurface, type Pdf, type PdfTools } from './pdfSurface.ts';
import { paintTagged, tagPage, type HeadingLevels } from './pdfTags.ts';
import { PT_PER_MM, toPoints } from './pdfWork.ts';

type Element = ReturnType<Pdf['struct']>;

/** What painting the parts of a sheet needs. */
type Painter = { readonly pdf: Pdf; readonly surface: Surface; readonly pictures: PdfTools['pictures']; readonly beforeNode: () => void };

function paintIn(painter: Painter, parent: Element, type: string, options: PDFKit.Mixins.StructureElementOptions, painted: readonly Pick<PrintedItem, 'ops' | 'matrix'>[]): void {
  const element = painter.pdf.struct(type, options);
  parent.add(element);
  element.add(painter.pdf.markStructureContent(type));
  for (const { ops, matrix } of painted) paintOps(ops, painter.surface, matrix);
  painter.pdf.endMarkedContent();
}

function paintRow(painter: Painter, table: Element, row: PrintedRow): void {
  const element = painter.pdf.struct('TR');
  table.add(element);
  for (const { head, ...cell } of row) {
    // The types leave `scope` out; without it a reader cannot say which row or column a number belongs to.
    const scope = head === undefined ? {} : { scope: head === 'row' ? 'Row' : 'Column' };
    paintIn(painter, element, head === undefined ? 'TD' : 'TH', { ...scope, ...(cell.read === undefined ? {} : { actual: cell.read }) }, withDrawing(cell));
  }
}

/** The headings of a page stand below that of its sheet; where the page has no title of its own, one level higher. */
const levelsOn = ({ title }: OutlinePage): HeadingLevels => (title.marks.length > 0 ? { hasFirst: true, below: 1 } : { hasFirst: true });

function paintBoardPage({ pdf, surface, pictures, beforeNode }: Painter, parent: Element, { matrix = IDENTITY, toMm, outlined, clip, nodes }: Extract<PrintedPart, { kind: 'boardPage' }>): void {
  const onSheet = compose(matrix, toMm);
  const painted = nodes().map((node) => withKnownPictures(node, pictures));
  const targets = tagPage(pdf, parent, outlined, painted, toPoints(onSheet), levelsOn(outlined));
  surface.push(onSheet);
  surface.clip(clip);
  paintTagged(pdf, surface, painted, targets, beforeNode);
  surface.pop();
}

function paintPart(painter: Painter, parent: Element, part: PrintedPart): void {
  const { pdf } = painter;
  switch (part.kind) {
    case 'section': {
      const section = pdf.struct('Sect', { title: part.title });
      parent.add(section);
      for (const inner of part.parts) paintPart(painter, section, inner);
      return;
    }
    case 'list': {
      const list = pdf.struct('L');
      parent.add(list);
      for (const item of part.items) {
        const element = pdf.struct('LI');
        list.add(element);
        paintIn(painter, element, 'LBody', item.read === undefined ? {} : { actual: item.read }, withDrawing(item));
      }
      return;
    }
    case 'table': {
      const table = pdf.struct('Table');
      parent.add(table);
      for (const row of part.rows) paintRow(painter, table, row);
      return;
    }
    case 'boardPage': return paintBoardPage(painter, parent, part);
    case 'heading': return paintIn(painter, parent, `H${part.level}`, part.read === undefined ? {} : { actual: part.read }, [part]);
    case 'paragraph': return paintIn(painter, parent, 'P', part.read === undefined ? {} : { actual: part.read }, [part]);
    case 'figure': {
      const { x, y, w, h } = transformBox(toPoints(part.matrix ?? IDENTITY), part.box);
      // The types leave `bbox` out; a reader needs it to show where the figure is.
      return paintIn(painter, parent, 'Figure', { alt: part.alt, bbox: [x, y, x + w, y + h], placement: 'Block' } as { alt: string }, paintedParts([part]));
    }
    case 'decoration':
      pdf.markContent('Artifact', { type: 'Layout' });
      paintOps(part.ops, painter.surface, part.matrix);
      pdf.endMarkedContent();
      return;
    default: assertNever(part);
  }
}

/**
 * Paints a printed sheet on a page of its own, tagged in the order of its parts.
 * @param beforeNode called before each mark of a page of the board; may throw to stop
 */
export function paintSheet(pdf: Pdf, root: Element, tools: PdfTools, { sizeMm, bookmark, parts }: PrintedSheet, beforeNode: () => void = () => undefined): void {
  pdf.addPage({ size: [sizeMm.w * PT_PER_MM, sizeMm.h * PT_PER_MM], margin: 0 });
  if (bookmark !== null) pdf.outline.addItem(bookmark);
  const painter: Painter = { pdf, surface: printSurface(pdfSurface(pdf, tools)), pictures: tools.pictures, beforeNode };
  painter.surface.push(toPoints(IDENTITY));
  for (const part of parts) paintPart(painter, root, part);
  painter.surface.pop();
}
