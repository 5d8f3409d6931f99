import { pagesOf, type Page } from '../../../shared/board/board.ts';
import type { Mark } from '../../../shared/board/marks.ts';
import type { ExportRequest } from '../../../shared/contract/exportRequest.ts';
import { markBox, markNode, nodeBounds, type SceneContext } from '../../../shared/scene/markNode.ts';
import type { Breath } from '../files/inTurns.ts';
import { canvasPath } from './canvasSurface.ts';
import type { ReadDocument } from './keptDocument.ts';
import { printedMarks } from './printedMarks.ts';

/** Which marks a thread paints first: a picture is painted from both ends by two threads, everything else in painting order by one. */
export type FirstMarks = 'all' | 'fromTop' | 'fromBottom';

/** A thread that shares a picture works out a little more than its half, since nobody knows which of the two is the faster one. */
const SHARE = 0.6;
function inTheirOrder(marks: readonly Mark[], first: FirstMarks, context: SceneContext): readonly Mark[] {
  if (first === 'all') return marks;
  const placed = marks.map((mark) => ({ mark, y: nodeBounds(mark, context).y }));
  placed.sort(first === 'fromTop' ? (a, b) => a.y - b.y : (a, b) => b.y - a.y);
  return placed.slice(0, Math.ceil(placed.length * SHARE)).map(({ mark }) => mark);
}

/**
 * Works out what an export of these pages will paint; it is kept with the marks. Whether it comes to its end changes
 * nothing but the time that the export takes.
 * @param breathe ends the work when it throws
 * @returns what the pages were worked out from, and the first of them
 */
export async function workAhead({ document, inksOn }: ReadDocument, asked: ExportRequest['pages'], first: FirstMarks, breathe: Breath): Promise<{ readonly context: SceneContext; readonly page: Page | undefined }> {
  const pages = pagesOf(document.board).filter(({ id }) => asked === 'all' || asked.includes(id));
  const context: SceneContext = { board: document.board, inks: inksOn(pages) };
  for (const { id } of pages) {
    const marks = printedMarks(context.board, id);
    await breathe();
    for (const mark of first === 'all' ? [] : marks) {
      nodeBounds(mark, context);
      await breathe();
    }
    for (const mark of inTheirOrder(marks, first, context)) {
      const { ops } = markNode(mark, context);
      // The text twin asks where lines stand; only a picture is painted on a canvas.
      if (first === 'all') markBox(mark, context);
      else for (const op of ops) if (op.op === 'fill') canvasPath(op.path);
      await breathe();
    }
  }
  return { context, page: pages[0] };
}
