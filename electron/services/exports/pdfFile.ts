import type { Page } from '../../../shared/board/board.ts';
import { outlineOf } from '../../../shared/outline/outlineOf.ts';
import { printSurface } from '../../../shared/paint/printSurface.ts';
import { sheetFor } from '../../../shared/paint/sheet.ts';
import { pageScene } from '../../../shared/scene/pageScene.ts';
import { goOn, type ExportJob, type ExportPieces } from './exportJob.ts';
import { withKnownPictures } from './knownPictures.ts';
import { pdfDocument, titleOf } from './pdfDocument.ts';
import { paintPoster } from './pdfPoster.ts';
import { pdfSurface } from './pdfSurface.ts';
import { paintTagged, tagPage } from './pdfTags.ts';
import { PT_PER_MM, toPoints, type PdfWork } from './pdfWork.ts';

/** Paints one page on a sheet of its own; gives the number of sheets. */
function paintPage({ job, pdf, root, levels, outline, tools }: PdfWork, page: Page): number {
  const { request, context, pictures } = job;
  const sheet = sheetFor(page.size, request.paper, request.orientation);
  pdf.addPage({ size: [sheet.wMm * PT_PER_MM, sheet.hMm * PT_PER_MM], margin: 0 });
  const outlined = outline.pages.find((candidate) => candidate.page === page.id);
  if (!outlined) return 1;
  pdf.outline.addItem(outlined.title.text);
  const nodes = pageScene(context, page.id, { print: true }).map((node) => withKnownPictures(node, pictures));
  const toPt = toPoints(sheet.toMm);
  const targets = tagPage(pdf, root, outlined, nodes, toPt, levels);
  const surface = printSurface(pdfSurface(pdf, tools));
  pdf.save().transform(...toPt);
  pdf.rect(0, 0, page.size.w, page.size.h).clip();
  paintTagged(pdf, surface, nodes, targets, () => goOn(job));
  pdf.restore();
  return 1;
}

/**
 * The pages of a board as a PDF that prints sharply at any size, can be read aloud (PDF/UA-1) and be kept (PDF/A-2a):
 * vector ink, real text in embedded faces, tags in reading order.
 */
export function pdfPieces(job: ExportJob): ExportPieces {
  const { tile, locale } = job.request;
  return pdfDocument(job, titleOf(job), (open) => {
    const work: PdfWork = { ...open, job, levels: { hasFirst: false }, outline: outlineOf(job.context, locale) };
    return job.pages.map((page) => () => (tile === null ? paintPage(work, page) : paintPoster(work, page, tile)));
  });
}
