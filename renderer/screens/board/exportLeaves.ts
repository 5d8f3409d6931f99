import type { AssetId, PageId } from '../../../shared/base/ids.ts';
import { asId } from '../../../shared/base/ids.ts';
import { marksOnPage } from '../../../shared/board/buckets.ts';
import type { ExportRequest } from '../../../shared/contract/exportRequest.ts';
import type { Box } from '../../../shared/geometry/box.ts';
import { IDENTITY, transformBox } from '../../../shared/geometry/matrix.ts';
import { cutPoster, OVERLAP_MM, type Poster } from '../../../shared/paint/poster.ts';
import { sheetFor } from '../../../shared/paint/sheet.ts';
import { boardToMarkdown } from '../../../shared/outline/boardToMarkdown.ts';
import { roundsToCsv } from '../../../shared/voting/csv.ts';
import { charterSheets } from '../../../shared/print/charterSheet.ts';
import { handoutSheets, type HandoutSource } from '../../../shared/print/handout.ts';
import { posterPlan } from '../../../shared/print/posterPlan.ts';
import type { PrintedSheet } from '../../../shared/print/printedSheet.ts';
import { boardPart, type BoardPart } from '../../../shared/scene/boardPart.ts';
import type { SceneContext } from '../../../shared/scene/markNode.ts';
import { nodeBounds } from '../../../shared/scene/markNode.ts';
import { pageScene } from '../../../shared/scene/pageScene.ts';
import type { MeasureEm } from '../../../shared/board/lettering.ts';
import type { ExportOutcome } from '../../panels/export/ExportPanel.tsx';
import { isPicture } from '../../panels/export/paperChoice.ts';

/** The small picture of a whole page in the plan of its poster. */
export const PLAN_PICTURE = asId<AssetId>('poster-plan');

/** One thing that the preview shows: a page on its sheet or sheets, a sheet that is no page, or a text. */
export type Leaf =
  | { readonly kind: 'page'; readonly page: PageId }
  | { readonly kind: 'text'; readonly text: string }
  /** `page` is the one whose picture is on it, if any. */
  | { readonly kind: 'printed'; readonly sheet: PrintedSheet; readonly page: PageId | null };

/** What is exported, with what its preview needs. */
export type ExportView = { readonly context: SceneContext; readonly request: ExportRequest; readonly pages: readonly PageId[]; readonly seats: HandoutSource['seats']; readonly signers: HandoutSource['signers']; readonly others: readonly SceneContext[]; readonly measure: MeasureEm };

/** The board that a request is about: the whole, or a part as a board of its own. */
export function contextFor(view: SceneContext, part: BoardPart | null | undefined): SceneContext {
  return part ? { board: boardPart(view, part), inks: view.inks } : view;
}

function posterOf({ context, request: { paper, orientation, tile } }: ExportView, page: PageId): Poster | null {
  const size = context.board.pages[page]?.size;
  return tile === null || !size ? null : cutPoster(size, paper, orientation, tile, pageScene(context, page, { print: true }).map(({ bounds }) => bounds));
}

/** Everything that comes out, in its order, as the preview leafs through it. */
export function leavesOf(view: ExportView): readonly Leaf[] {
  const { context, request, pages, seats, signers, others, measure } = view;
  const { content, locale } = request;
  if (content.kind !== 'board') return handoutSheets(content, { ...context, locale, seats, signers, others, contacts: null, pages: pages.flatMap((page) => context.board.pages[page] ?? []) }, measure).map((sheet) => ({ kind: 'printed', sheet, page: null }));
  if (request.format === 'md') return [{ kind: 'text', text: boardToMarkdown(context, { pages, isWhole: request.pages === 'all', charter: request.charter, locale }) }];
  if (request.format === 'csv') return [{ kind: 'text', text: roundsToCsv(Object.values(context.board.rounds), locale) }];
  const leaves = pages.flatMap((page): readonly Leaf[] => {
    const poster = request.format === 'pdf' ? posterOf(view, page) : null;
    const size = context.board.pages[page]?.size;
    const plan = poster && size && poster.sheets.length > 1 ? [{ kind: 'printed', page, sheet: posterPlan(poster, size, { locale, picture: PLAN_PICTURE }, measure) } as const] : [];
    return [{ kind: 'page', page }, ...plan];
  });
  const hasCharter = request.charter && request.format === 'pdf' && !request.part;
  const charter = hasCharter ? charterSheets(context, locale, measure, { paper: 'a4', signers }) : [];
  return [...leaves, ...charter.map((sheet): Leaf => ({ kind: 'printed', page: null, sheet }))];
}

/** How large it will be and how many sheets it takes, by the same geometry as the export. */
export function outcomeOf(view: ExportView, leaves: readonly Leaf[]): ExportOutcome {
  const { context, request, pages } = view;
  const printed = leaves.flatMap((leaf) => (leaf.kind === 'printed' ? [leaf.sheet] : []));
  if (request.content.kind !== 'board') {
    const size = printed[0]?.sizeMm;
    // A page for a browser has no sheets.
    return size && request.format === 'pdf' ? { kind: 'sheet', widthMm: size.w, heightMm: size.h, sheets: printed.length } : { kind: 'text' };
  }
  const size = context.board.pages[pages[0] as PageId]?.size;
  if (!size || !isPicture(request.format)) return { kind: 'text' };
  if (request.tile !== null) {
    const posters = pages.flatMap((page) => posterOf(view, page) ?? []);
    // What stands on the wall once it is glued, which is a little less than the paper it is named after.
    const glued = transformBox(posters[0]?.toMm ?? IDENTITY, { x: 0, y: 0, ...size });
    return { kind: 'poster', widthMm: glued.w, heightMm: glued.h, sheets: posters.reduce((sum, { sheets }) => sum + sheets.length, 0), more: printed.length, overlapMm: OVERLAP_MM, tile: request.tile };
  }
  const sheet = sheetFor(size, request.paper, request.orientation, request.margins);
  if (request.format !== 'png') return { kind: 'sheet', widthMm: sheet.wMm, heightMm: sheet.hMm, sheets: leaves.length };
  const px = (mm: number): number => Math.round((mm / 25.4) * request.dpi);
  return { kind: 'picture', widthPx: px(sheet.wMm), heightPx: px(sheet.hMm), widthMm: sheet.wMm, heightMm: sheet.hMm, dpi: request.dpi, sheets: pages.length };
}

/** The frames that stand on a page, from the top, with what is lettered on them. */
export function framesOn(context: SceneContext, page: PageId): readonly { readonly title: string; readonly box: Box }[] {
  return marksOnPage(context.board, page)
    .flatMap((mark) => (mark.kind === 'shape' && mark.form === 'frame' ? [{ title: mark.text.trim(), box: nodeBounds(mark, context) }] : []))
    .sort((a, b) => a.box.y - b.box.y || a.box.x - b.box.x);
}
