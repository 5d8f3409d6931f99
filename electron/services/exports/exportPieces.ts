import { assertNever } from '../../../shared/base/assertNever.ts';
import { boardToMarkdown } from '../../../shared/outline/boardToMarkdown.ts';
import { TroubleError } from '../../../shared/contract/trouble.ts';
import { roundsToCsv } from '../../../shared/voting/csv.ts';
import { documentPieces } from '../boards/documentPieces.ts';
import { goOn, type ExportJob, type ExportPieces } from './exportJob.ts';
import { reportHtmlPieces } from './htmlFile.ts';
import { pdfPieces } from './pdfFile.ts';
import { handoutPieces } from './pdfHandout.ts';
import { pngFilePieces } from './pngFile.ts';
import type { StripeTeam } from './stripeTeam.ts';
import { svgPieces } from './svgFile.ts';

/** The text twin of the pages asked for, and the charter when it goes along. */
const markdown = ({ context, request: { pages: asked, part, charter, locale }, pages }: ExportJob): string =>
  boardToMarkdown(context, { pages: pages.map(({ id }) => id), isWhole: asked === 'all' && !part, charter, locale });

async function* oneText(job: ExportJob, text: () => string): ExportPieces {
  goOn(job);
  yield text();
}

/**
 * The file that a job asks for, piece by piece.
 * @param team how a second thread takes part in a picture, or null
 * @throws TroubleError from the pieces: export.cancelled, export.nothing, file.tooLarge
 */
export function exportPieces(job: ExportJob, team: StripeTeam | null): ExportPieces {
  const { board } = job.document;
  switch (job.request.format) {
    case 'pdf': return job.request.content.kind === 'board' ? pdfPieces(job) : handoutPieces(job, job.request.content);
    case 'html': return reportHtmlPieces(job);
    case 'png': return pngFilePieces(job, team);
    case 'svg': return svgPieces(job);
    case 'md': return oneText(job, () => markdown(job));
    case 'csv': return oneText(job, () => roundsToCsv(Object.values(board.rounds), job.request.locale));
    case 'json': return documentPieces(job.document);
    // A board file is the board's own: it is written with its journal and pictures by whoever keeps those.
    case 'doek': throw new TroubleError('export.failed', 'doek');
    default: return assertNever(job.request.format);
  }
}
