import type { AssetId, PageId } from '../../../shared/base/ids.ts';
import { pagesOf, type Board, type Page } from '../../../shared/board/board.ts';
import { marksOnPage } from '../../../shared/board/buckets.ts';
import type { ContactList, Signer } from '../../../shared/charter/signer.ts';
import type { PlainDocument } from '../../../shared/contract/boards.ts';
import type { TableSeats } from '../../../shared/contract/door.ts';
import type { ExportRequest } from '../../../shared/contract/exportRequest.ts';
import { TroubleError } from '../../../shared/contract/trouble.ts';
import type { SceneContext } from '../../../shared/scene/markNode.ts';
import type { FontFiles } from './fontFiles.ts';
import type { Pictures } from './pictures.ts';

/** What is exported, and who is asked and told meanwhile. */
export type ExportJob = {
  readonly document: PlainDocument;
  readonly context: SceneContext;
  readonly request: ExportRequest;
  readonly pages: readonly Page[];
  /** The voting codes of each table, for cards; they are kept nowhere else. */
  readonly seats: readonly TableSeats[];
  /** Who stands under the charter (null: nobody may be named) and whom to call; they are kept nowhere else. */
  readonly signers: readonly Signer[] | null;
  readonly contacts: ContactList | null;
  /** Other boards on the same poster. */
  readonly others: readonly SceneContext[];
  readonly pictures: Pictures;
  readonly fonts: FontFiles;
  /** The app's version, for the file's properties. */
  readonly version: string;
  /** Whether the user has cancelled; asked many times a second. */
  readonly cancelled: () => boolean;
  /** Told how far the export is, 0–1. */
  readonly onShare: (share: number) => void;
};

/** An export as it comes into being: pieces of the file in their order. */
export type ExportPieces = AsyncGenerator<Uint8Array | string, void, undefined>;

/**
 * Goes on unless the user has cancelled.
 * @throws TroubleError export.cancelled
 */
export function goOn(job: Pick<ExportJob, 'cancelled'>): void {
  if (job.cancelled()) throw new TroubleError('export.cancelled', '');
}

/**
 * The pages that a request asks for, in their order.
 * @throws TroubleError export.nothing when the board has none of them
 */
export function pagesAsked(board: Board, pages: ExportRequest['pages']): readonly Page[] {
  const all = pagesOf(board);
  const asked = pages === 'all' ? all : all.filter(({ id }) => pages.includes(id));
  if (asked.length === 0) throw new TroubleError('export.nothing', pages === 'all' ? '' : pages.join(' '));
  return asked;
}

/** The pictures that pages show. */
export function assetsOn(board: Board, pages: readonly PageId[]): readonly AssetId[] {
  const assets = new Set<AssetId>();
  for (const page of pages) for (const mark of marksOnPage(board, page)) if (mark.kind === 'image') assets.add(mark.asset);
  return [...assets];
}
