import type { Page } from '../../../shared/board/board.ts';
import { outlineOf } from '../../../shared/outline/outlineOf.ts';
import { printSurface } from '../../../shared/paint/printSurface.ts';
import { PALETTE } from '../../../shared/board/palette.ts';
import type { Box } from '../../../shared/geometry/box.ts';
import { cropMarks, printedPart, sheetFor, type Sheet } from '../../../shared/paint/sheet.ts';
import { charterSheets } from '../../../shared/print/charterSheet.ts';
import { pageScene } from '../../../shared/scene/pageScene.ts';
import { goOn, type ExportJob, type ExportPieces } from './exportJob.ts';
import { withKnownPictures } from './knownPictures.ts';
import { nodeMeasure } from './measure.ts';
import { pdfDocument, titleOf } from './pdfDocument.ts';
import { paintPoster } from './pdfPoster.ts';
import { paintSheet } from './pdfSheets.ts';
import { pdfSurface, type Pdf } from './pdfSurface.ts';
import { paintTagged, tagPage } from './pdfTags.ts';
import { PT_PER_MM, toPoints, type PdfWork } from './pdfWork.ts';

/** Crop marks as thin as print shops set them, points. */
const HAIR_PT = 0.25;

/** Tells a print shop where the sheet is cut, in the file (ISO 32000-1, 14.11.2) and on it. */
function markTrim(pdf: Pdf, sheet: Sheet, trim: Box): void {
  const inPdf = ({ x, y, w, h }: Box): readonly number[] => [x, sheet.hMm - y - h, x + w, sheet.hMm - y].map((mm) => mm * PT_PER_MM);
  // The types leave the dictionary out.
  const { data } = (pdf.page as unknown as { readonly dictionary: { readonly data: Record<string, unknown> } }).dictionary;
  data['TrimBox'] = inPdf(trim);
  data['BleedBox'] = inPdf(printedPart(sheet));
  pdf.markContent('Artifact', { type: 'Page' });
  pdf.save().lineWidth(HAIR_PT).strokeColor(PALETTE.ink);
  for (const [x1, y1, x2, y2] of cropMarks(trim)) pdf.moveTo(x1 * PT_PER_MM, y1 * PT_PER_MM).lineTo(x2 * PT_PER_MM, y2 * PT_PER_MM).stroke();
  pdf.restore();
  pdf.endMarkedContent();
}

/** Paints one page on a sheet of its own; gives the number of sheets. */
function paintPage({ job, pdf, root, levels, outline, tools }: PdfWork, page: Page): number {
  const { request, context, pictures } = job;
  const sheet = sheetFor(page.size, request.paper, request.orientation, request.margins);
  pdf.addPage({ size: [sheet.wMm * PT_PER_MM, sheet.hMm * PT_PER_MM], margin: 0 });
  if (sheet.trimMm) markTrim(pdf, sheet, sheet.trimMm);
  const outlined = outline.pages.find((candidate) => candidate.page === page.id);
  if (!outlined) return 1;
  pdf.outline.addItem(outlined.title.text);
  const nodes = pageScene(context, page.id, { print: true }).map((node) => withKnownPictures(node, pictures));
  const toPt = toPoints(sheet.toMm);
  const targets = tagPage(pdf, root, outlined, nodes, toPt, levels);
  const surface = printSurface(pdfSurface(pdf, tools));
  const { x, y, w, h } = printedPart(sheet);
  pdf.save();
  if (sheet.trimMm) pdf.rect(x * PT_PER_MM, y * PT_PER_MM, w * PT_PER_MM, h * PT_PER_MM).clip().transform(...toPt);
  else pdf.transform(...toPt).rect(0, 0, page.size.w, page.size.h).clip();
  paintTagged(pdf, surface, nodes, targets, () => goOn(job));
  pdf.restore();
  return 1;
}

/** The charter on sheets of its own, signed or to be signed. */
function paintCharter({ job, pdf, root, tools }: PdfWork): number {
  const sheets = charterSheets(job.context, job.request.locale, nodeMeasure(job.fonts), { paper: 'a4', signers: job.signers });
  for (const sheet of sheets) paintSheet(pdf, root, tools, sheet);
  return sheets.length;
}

/**
 * The pages of a board as a PDF that prints sharply at any size, can be read aloud (PDF/UA-1) and be kept (PDF/A-2a):
 * vector ink, real text in embedded faces, tags in reading order.
 */
export function pdfPieces(job: ExportJob): ExportPieces {
  const { tile, locale } = job.request;
  return pdfDocument(job, titleOf(job), (open) => {
    const work: PdfWork = { ...open, job, levels: { hasFirst: false }, outline: outlineOf(job.context, locale) };
    const pages = job.pages.map((page) => () => (tile === null ? paintPage(work, page) : paintPoster(work, page, tile)));
    return job.request.charter ? [...pages, () => paintCharter(work)] : pages;
  });
}
