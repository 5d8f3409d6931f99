import { handoutSheets, type Handout } from '../../../shared/print/handout.ts';
import { say } from '../../../shared/strings/say.ts';
import { goOn, type ExportJob, type ExportPieces } from './exportJob.ts';
import { HANDOUT_NAMES } from './handoutNames.ts';
import { nodeMeasure } from './measure.ts';
import { pdfDocument, titleOf } from './pdfDocument.ts';
import { paintSheet } from './pdfSheets.ts';

/** Printed sheets as a PDF: seat cards to be cut, table signs to be folded, the charter, the report of the session. */
export function handoutPieces(job: ExportJob, handout: Handout): ExportPieces {
  const { context: { board, inks }, seats, signers, contacts, pages, others, request: { locale } } = job;
  return pdfDocument(job, `${say(locale, HANDOUT_NAMES[handout.kind])} · ${titleOf(job)}`, ({ pdf, root, tools }) =>
    handoutSheets(handout, { board, inks, seats, signers, contacts, locale, pages, others }, nodeMeasure(job.fonts)).map((sheet) => () => {
      paintSheet(pdf, root, tools, sheet, () => goOn(job));
      return 1;
    }));
}
