import { assertNever } from '../../../shared/base/assertNever.ts';
import { IDENTITY, transformBox } from '../../../shared/geometry/matrix.ts';
import { paintOps } from '../../../shared/paint/paintScene.ts';
import { printSurface } from '../../../shared/paint/printSurface.ts';
import type { Surface } from '../../../shared/paint/surface.ts';
import { paintedParts, type PrintedItem, type PrintedPart, type PrintedSheet } from '../../../shared/print/printedSheet.ts';
import { pdfSurface, type Pdf, type PdfTools } from './pdfSurface.ts';
import { PT_PER_MM, toPoints } from './pdfWork.ts';

type Element = ReturnType<Pdf['struct']>;

/** What painting the parts of a sheet needs. */
type Painter = { readonly pdf: Pdf; readonly surface: Surface };

function paintIn(painter: Painter, parent: Element, type: string, options: PDFKit.Mixins.StructureElementOptions, painted: readonly Pick<PrintedItem, 'ops' | 'matrix'>[]): void {
  const element = painter.pdf.struct(type, options);
  parent.add(element);
  element.add(painter.pdf.markStructureContent(type));
  for (const { ops, matrix } of painted) paintOps(ops, painter.surface, matrix);
  painter.pdf.endMarkedContent();
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
        paintIn(painter, element, 'LBody', item.read === undefined ? {} : { actual: item.read }, [item]);
      }
      return;
    }
    case 'heading': return paintIn(painter, parent, `H${part.level}`, {}, [part]);
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

/** Paints a printed sheet on a page of its own, tagged in the order of its parts. */
export function paintSheet(pdf: Pdf, root: Element, tools: PdfTools, { sizeMm, bookmark, parts }: PrintedSheet): void {
  pdf.addPage({ size: [sizeMm.w * PT_PER_MM, sizeMm.h * PT_PER_MM], margin: 0 });
  if (bookmark !== null) pdf.outline.addItem(bookmark);
  const painter: Painter = { pdf, surface: printSurface(pdfSurface(pdf, tools)) };
  painter.surface.push(toPoints(IDENTITY));
  for (const part of parts) paintPart(painter, root, part);
  painter.surface.pop();
}
