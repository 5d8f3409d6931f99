import type { AssetId } from '../../../shared/base/ids.ts';
import type { Page } from '../../../shared/board/board.ts';
import { PALETTE } from '../../../shared/board/palette.ts';
import type { MeasureEm } from '../../../shared/board/lettering.ts';
import type { Size } from '../../../shared/geometry/box.ts';
import { compose, rotation, scaling, transformBox, translation, type Matrix } from '../../../shared/geometry/matrix.ts';
import { paintNode } from '../../../shared/paint/paintScene.ts';
import { cutPoster } from '../../../shared/paint/poster.ts';
import { paintPosterMarks, paintPosterPart } from '../../../shared/paint/posterSheet.ts';
import { printSurface } from '../../../shared/paint/printSurface.ts';
import { cropMarks, printedPart, sheetFor } from '../../../shared/paint/sheet.ts';
import type { Surface } from '../../../shared/paint/surface.ts';
import { svgSurface } from '../../../shared/paint/svgSurface.ts';
import { escapeXml } from '../../../shared/paint/svgText.ts';
import { charterSheets } from '../../../shared/print/charterSheet.ts';
import { handoutSheets } from '../../../shared/print/handout.ts';
import { posterPlan } from '../../../shared/print/posterPlan.ts';
import { paintPrinted } from '../../../shared/print/paintPrinted.ts';
import type { PrintedSheet } from '../../../shared/print/printedSheet.ts';
import { pageScene } from '../../../shared/scene/pageScene.ts';
import type { SceneNode } from '../../../shared/scene/sceneNode.ts';
import { TroubleError } from '../../../shared/contract/trouble.ts';
import { goOn, type ExportJob, type ExportPieces } from './exportJob.ts';
import { nodeGlyphOutlines } from './glyphPaths.ts';
import { withKnownPictures } from './knownPictures.ts';
import { nodeMeasure } from './measure.ts';
import { titleOf } from './pdfDocument.ts';
import { PLAN_PICTURE, planPicture } from './pdfPoster.ts';
import { straight } from './pdfSurface.ts';

/** A sheet for the printer; `paint` works in mm from its top left corner. */
type PrinterSheet = { readonly sizeMm: Size; readonly paint: (surface: Surface) => void };

/** What the sheets of one job share. `extra` are pictures that are made on the way. */
type Making = { readonly job: ExportJob; readonly measure: MeasureEm; readonly extra: Map<AssetId, Buffer> };

const HAIR_MM = 0.1;
/** The grid of the lines, mm. */
const STEP_MM = 0.005;

function printed({ job }: Making, { sizeMm, parts }: PrintedSheet): PrinterSheet {
  return {
    sizeMm,
    paint: (surface) => paintPrinted(parts, surface, { prepare: (node) => withKnownPictures(node, job.pictures), before: () => goOn(job) }),
  };
}

const nodesOf = ({ job: { context, pictures } }: Making, page: Page): readonly SceneNode[] => pageScene(context, page.id, { print: true }).map((node) => withKnownPictures(node, pictures));

function wholePage(making: Making, page: Page): PrinterSheet {
  const { job } = making;
  const { paper, orientation, margins } = job.request;
  const sheet = sheetFor(page.size, paper, orientation, margins);
  return {
    sizeMm: { w: sheet.wMm, h: sheet.hMm },
    paint: (surface) => {
      for (const [x1, y1, x2, y2] of sheet.trimMm ? cropMarks(sheet.trimMm) : []) surface.stroke(straight(x1, y1, x2, y2), PALETTE.ink, HAIR_MM, []);
      surface.push([1, 0, 0, 1, 0, 0]);
      surface.clip(sheet.trimMm ? printedPart(sheet) : transformBox(sheet.toMm, { x: 0, y: 0, ...page.size }));
      surface.push(sheet.toMm);
      for (const node of nodesOf(making, page)) {
        goOn(job);
        paintNode(node, surface);
      }
      surface.pop();
      surface.pop();
    },
  };
}

/** The sheets of a poster and the plan of them. */
function posterSheets(making: Making, page: Page, tile: 'a4' | 'a3'): readonly PrinterSheet[] {
  const { job, measure, extra } = making;
  const nodes = nodesOf(making, page);
  const poster = cutPoster(page.size, job.request.paper, job.request.orientation, tile, nodes.map(({ bounds }) => bounds));
  const sheets = poster.sheets.map((sheet): PrinterSheet => ({
    sizeMm: poster.sheetMm,
    paint: (surface) => {
      paintPosterPart(surface, nodes, page.size, poster, sheet, () => goOn(job));
      paintPosterMarks(surface, sheet, poster);
    },
  }));
  if (sheets.length < 2) return sheets;
  const plan = printed(making, posterPlan(poster, page.size, { locale: job.request.locale, picture: PLAN_PICTURE }, measure));
  const paint = (surface: Surface): void => {
    extra.set(PLAN_PICTURE, planPicture(job, page, nodes));
    plan.paint(surface);
  };
  return [...sheets, { sizeMm: plan.sizeMm, paint }];
}

/** Everything that a PDF of the same request would show, sheet by sheet. */
function sheetsOf(making: Making): readonly PrinterSheet[] {
  const { job: { context, request, pages, seats, signers, contacts, others }, measure } = making;
  const { content, locale, tile } = request;
  if (content.kind !== 'board') return handoutSheets(content, { ...context, seats, signers, contacts, locale, pages, others }, measure).map((sheet) => printed(making, sheet));
  const whole = pages.flatMap((page) => (tile === null ? [wholePage(making, page)] : posterSheets(making, page, tile)));
  const charter = request.charter ? charterSheets(context, locale, measure, { paper: 'a4', signers }) : [];
  return [...whole, ...charter.map((sheet) => printed(making, sheet))];
}

/**
 * How a sheet lies on the paper that is in the printer: turned when the paper lies the other way, made smaller when it is
 * larger, in the middle otherwise. A job has one paper.
 */
function ontoPaper(paper: Size, { w, h }: Size): Matrix {
  const turned = (w > h) !== (paper.w > paper.h) && w !== h;
  const lying: Size = turned ? { w: h, h: w } : { w, h };
  const scale = Math.min(1, paper.w / lying.w, paper.h / lying.h);
  const place = compose(translation((paper.w - lying.w * scale) / 2, (paper.h - lying.h * scale) / 2), scaling(scale, scale));
  return turned ? compose(place, compose(translation(h, 0), rotation(Math.PI / 2))) : place;
}

/** Names the paper for whoever prints the page, and puts each sheet on a leaf of its own. */
function styleFor({ w, h }: Size): string {
  // A leaf that is as high as its paper to the last bit may push an empty one out behind it.
  return `@page{size:${w}mm ${h}mm;margin:0}html,body{margin:0;background:#fff}section{width:${w}mm;height:${h - 0.1}mm;overflow:hidden;break-after:page;break-inside:avoid}section:last-child{break-after:auto}svg{display:block;width:${w}mm;height:${h}mm}`;
}

/**
 * What a PDF would show as one page of HTML for a hidden window that prints it: a leaf for each sheet, in vectors, with
 * letters as outlines, so that neither fonts nor scripts are needed. Windows of older Electrons print a PDF as an empty
 * page (electron/electron#30947, mended in 30), but any other page as it is.
 * @throws TroubleError export.cancelled, export.nothing
 */
export async function* printPieces(job: ExportJob): ExportPieces {
  const making: Making = { job, measure: nodeMeasure(job.fonts), extra: new Map() };
  const sheets = sheetsOf(making);
  const paper = sheets[0]?.sizeMm;
  if (!paper) throw new TroubleError('export.nothing', titleOf(job));
  const surface = svgSurface({
    outlines: nodeGlyphOutlines(job.fonts),
    step: STEP_MM,
    imageHref: (asset) => {
      const made = making.extra.get(asset);
      if (made) return `data:image/png;base64,${made.toString('base64')}`;
      const picture = job.pictures.get(asset);
      return picture ? `data:${picture.mime};base64,${Buffer.from(picture.bytes).toString('base64')}` : null;
    },
  });
  const onPaper = printSurface(surface);
  yield `<!doctype html><html lang="${job.request.locale}"><head><meta charset="utf-8"><title>${escapeXml(titleOf(job))}</title><style>${styleFor(paper)}</style></head><body data-paper="${paper.w} ${paper.h}">`;
  for (const [i, sheet] of sheets.entries()) {
    goOn(job);
    onPaper.push(ontoPaper(paper, sheet.sizeMm));
    sheet.paint(onPaper);
    onPaper.pop();
    yield `<section><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${paper.w} ${paper.h}">${surface.take()}</svg></section>`;
    // A wish to cancel comes in between.
    await new Promise((resolve) => { setImmediate(resolve); });
    job.onShare((0.98 * (i + 1)) / sheets.length);
  }
  yield '</body></html>\n';
}
