import { handoutSheets, type Handout } from '../../../shared/print/handout.ts';
import { say } from '../../../shared/strings/say.ts';
import type { ExportJob, ExportPieces } from './exportJob.ts';
import { HANDOUT_NAMES } from './handoutNames.ts';
import { nodeMeasure } from './measure.ts';
import { pdfDocument, titleOf } from './pdfDocument.ts';
import { paintSheet } from './pdfSheets.ts';

/** Sheets for the room as a PDF: seat cards to be cut, or table signs to be folded. */
export function handoutPieces(job: ExportJob, handout: Handout): ExportPieces {
  const { context: { board, inks }, seats, signers, contacts, request: { locale } } = job;
  return pdfDocument(job, `${say(locale, HANDOUT_NAMES[handout.kind])} · ${titleOf(job)}`, ({ pdf, root, tools }) =>
    handoutSheets(handout, { board, inks, seats, signers, contacts, locale }, nodeMeasure(job.fonts)).map((sheet) => () => {
      paintSheet(pdf, root, tools, sheet);
      return 1;
    }));
}
