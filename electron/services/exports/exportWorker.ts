import { parentPort, workerData } from 'node:worker_threads';
import type { AssetId } from '../../../shared/base/ids.ts';
import type { PlainDocument } from '../../../shared/contract/boards.ts';
import type { ExportRequest } from '../../../shared/contract/exportRequest.ts';
import { TroubleError, type Trouble } from '../../../shared/contract/trouble.ts';
import { errnoOf, fileTrouble } from '../files/fileTrouble.ts';
import { writeSafely } from '../files/writeSafely.ts';
import { inksOf, pagesAsked, type ExportJob, type ExportPieces } from './exportJob.ts';
import { PHASE } from './exportPhase.ts';
import { exportPieces } from './exportPieces.ts';
import { fontFilesIn } from './fontFiles.ts';
import { makeShareable } from './shareable.ts';
import { readPictures } from './pictures.ts';

/** What the worker is given when it starts. */
export type WorkerOrder = {
  readonly document: PlainDocument;
  readonly assets: readonly (readonly [AssetId, Uint8Array])[];
  readonly request: ExportRequest;
  readonly target: string;
  readonly fontsFolder: string;
  readonly version: string;
  /** One Int32, a `PHASE`: messages would wait until the painting is done. */
  readonly phase: SharedArrayBuffer;
};

/** What the worker tells. */
export type WorkerNews =
  | { readonly kind: 'share'; readonly share: number }
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly trouble: Trouble };

const tell = (news: WorkerNews): void => parentPort?.postMessage(news);

function troubleOf(error: unknown): Trouble {
  if (error instanceof TroubleError) return error.trouble;
  if (errnoOf(error).startsWith('E')) return fileTrouble(error);
  return { code: 'export.failed', detail: error instanceof Error ? error.message : String(error) };
}

async function openJob(order: WorkerOrder): Promise<ExportJob> {
  const { document, request } = order;
  const phase = new Int32Array(order.phase);
  const pages = pagesAsked(document.board, request.pages);
  return {
    document, request, pages,
    context: { board: document.board, inks: inksOf(document, pages) },
    pictures: await readPictures(new Map(order.assets)),
    fonts: fontFilesIn(order.fontsFolder),
    version: order.version,
    cancelled: () => Atomics.load(phase, 0) === PHASE.cancelled,
    onShare: (share) => tell({ kind: 'share', share }),
  };
}

async function carryOut(order: WorkerOrder): Promise<void> {
  const job = await openJob(order);
  async function* pieces(): ExportPieces {
    yield* exportPieces(job);
    const before = Atomics.compareExchange(new Int32Array(order.phase), 0, PHASE.painting, PHASE.closing);
    if (before === PHASE.cancelled) throw new TroubleError('export.cancelled', '');
  }
  await writeSafely(order.target, pieces());
  await makeShareable(order.target);
}

carryOut(workerData as WorkerOrder).then(
  () => tell({ kind: 'done' }),
  (error: unknown) => tell({ kind: 'failed', trouble: troubleOf(error) }),
);
