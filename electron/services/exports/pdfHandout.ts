import { tablesOf } from '../../../shared/board/board.ts';
import { seatCardSheets } from '../../../shared/print/seatCards.ts';
import { tableSignSheets } from '../../../shared/print/tableSigns.ts';
import type { PrintedSheet } from '../../../shared/print/printedSheet.ts';
import { say } from '../../../shared/strings/say.ts';
import type { ExportContent } from '../../../shared/contract/exportRequest.ts';
import type { ExportJob, ExportPieces } from './exportJob.ts';
import { nodeMeasure } from './measure.ts';
import { pdfDocument, titleOf } from './pdfDocument.ts';
import { paintSheet } from './pdfSheets.ts';

/** What is printed for the room besides the board. */
type Handout = Exclude<ExportContent, { kind: 'board' }>;

function sheetsOf(handout: Handout, { document: { board }, seats, fonts, request: { locale } }: ExportJob): readonly PrintedSheet[] {
  const title = board.title.trim();
  const tables = tablesOf(board);
  const measure = nodeMeasure(fonts);
  switch (handout.kind) {
    case 'seatCards': {
      const withCodes = tables.flatMap((table) => seats.filter((seat) => seat.table === table.id).map(({ codes }) => ({ table, codes })));
      return seatCardSheets(withCodes, { title, url: handout.url, locale }, measure);
    }
    case 'tableSigns': return tableSignSheets(tables, { title, questions: handout.questions, locale }, measure);
  }
}

/** Sheets for the room as a PDF: seat cards to be cut, or table signs to be folded. */
export function handoutPieces(job: ExportJob, handout: Handout): ExportPieces {
  const title = `${say(job.request.locale, handout.kind === 'seatCards' ? 'print.seatCards' : 'print.tableSigns')} · ${titleOf(job)}`;
  return pdfDocument(job, title, ({ pdf, root, tools }) => sheetsOf(handout, job).map((sheet) => () => {
    paintSheet(pdf, root, tools, sheet);
    return 1;
  }));
}
