import { asId, type AssetId } from '../../../shared/base/ids.ts';
import type { Page } from '../../../shared/board/board.ts';
import { scaling } from '../../../shared/geometry/matrix.ts';
import { cutPoster, posterSheetName, SHEET_MARGIN_MM, type Poster, type PosterSheet } from '../../../shared/paint/poster.ts';
import { paintPosterMarks, paintPosterPart } from '../../../shared/paint/posterSheet.ts';
import { paintNode } from '../../../shared/paint/paintScene.ts';
import { printSurface } from '../../../shared/paint/printSurface.ts';
import { posterPlan } from '../../../shared/print/posterPlan.ts';
import { pageScene } from '../../../shared/scene/pageScene.ts';
import type { SceneNode } from '../../../shared/scene/sceneNode.ts';
import { canvasToPaintOn } from './canvasSurface.ts';
import { goOn, type ExportJob } from './exportJob.ts';
import { nodeMeasure } from './measure.ts';
import { pdfSurface, type PdfTools } from './pdfSurface.ts';
import { paintSheet } from './pdfSheets.ts';
import { PT_PER_MM, type PdfWork } from './pdfWork.ts';
import { withKnownPictures } from './knownPictures.ts';

function paintPosterSheet({ job, pdf, root, tools }: PdfWork, page: Page, nodes: readonly SceneNode[], poster: Poster, sheet: PosterSheet): void {
  const { request } = job;
  pdf.addPage({ size: [poster.sheetMm.w * PT_PER_MM, poster.sheetMm.h * PT_PER_MM], margin: 0 });
  const surface = printSurface(pdfSurface(pdf, tools));
  const alt = request.locale === 'nl'
    ? `Vel ${posterSheetName(sheet)} van het affiche ${job.document.board.title}`
    : `Sheet ${posterSheetName(sheet)} of the poster ${job.document.board.title}`;
  const { w, h } = sheet.part;
  const margin = SHEET_MARGIN_MM * PT_PER_MM;
  // The types leave `bbox` out.
  const figure = pdf.struct('Figure', { alt, bbox: [margin, margin, margin + w * PT_PER_MM, margin + h * PT_PER_MM] } as { alt: string });
  root.add(figure);
  surface.push(scaling(PT_PER_MM, PT_PER_MM));
  figure.add(pdf.markStructureContent('Figure'));
  paintPosterPart(surface, nodes, page.size, poster, sheet, () => goOn(job));
  pdf.endMarkedContent();
  pdf.markContent('Artifact', { type: 'Page' });
  paintPosterMarks(surface, sheet, poster);
  pdf.endMarkedContent();
  surface.pop();
}

/** The whole poster, small, under a name of its own among the pictures of the board. */
export const PLAN_PICTURE = asId<AssetId>('poster-plan');
const PLAN_PX = 1400;

/** The whole page as a PNG, small: the lines themselves would double the file. */
export function planPicture(job: ExportJob, page: Page, nodes: readonly SceneNode[]): Buffer {
  const scale = PLAN_PX / Math.max(page.size.w, page.size.h);
  const { canvas, surface } = canvasToPaintOn(Math.round(page.size.w * scale), Math.round(page.size.h * scale), job.pictures);
  surface.push(scaling(scale, scale));
  for (const node of nodes) {
    goOn(job);
    paintNode(node, surface);
  }
  surface.pop();
  return canvas.toBuffer('image/png');
}

/** What the plan is painted with. */
function planTools({ job, tools }: PdfWork, page: Page, nodes: readonly SceneNode[]): PdfTools {
  return { ...tools, pictures: new Map([...tools.pictures, [PLAN_PICTURE, { bytes: planPicture(job, page, nodes) }]]) };
}

/** A page as a poster of sheets to be glued together and a plan of them; gives the number of sheets, 0 for an empty page. */
export function paintPoster(work: PdfWork, page: Page, tile: 'a4' | 'a3'): number {
  const { job, pdf } = work;
  const nodes = pageScene(job.context, page.id, { print: true }).map((node) => withKnownPictures(node, job.pictures));
  const { paper, orientation } = job.request;
  const poster = cutPoster(page.size, paper, orientation, tile, nodes.map(({ bounds }) => bounds));
  poster.sheets.forEach((sheet, i) => {
    paintPosterSheet(work, page, nodes, poster, sheet);
    if (i === 0) pdf.outline.addItem(page.title || job.document.board.title || 'Droomdoek');
  });
  // One sheet needs no plan.
  if (poster.sheets.length < 2) return poster.sheets.length;
  paintSheet(pdf, work.root, planTools(work, page, nodes), posterPlan(poster, page.size, { locale: job.request.locale, picture: PLAN_PICTURE }, nodeMeasure(job.fonts)));
  return poster.sheets.length + 1;
}
