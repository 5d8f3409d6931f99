import type { AssetId } from '../../../shared/base/ids.ts';
import type { ContactList, Signer } from '../../../shared/charter/signer.ts';
import type { TableSeats } from '../../../shared/contract/door.ts';
import type { ExportFormat, ExportRequest } from '../../../shared/contract/exportRequest.ts';
import type { Trouble } from '../../../shared/contract/trouble.ts';
import type { SharedDocument } from './documentShelf.ts';
import type { StripeTeam } from './stripeTeam.ts';
import type { FirstMarks } from './workAhead.ts';

/** A board to be exported. What all threads of an export read lies in memory that they share. */
export type ExportWork = {
  readonly document: SharedDocument;
  readonly assets: readonly (readonly [AssetId, Uint8Array])[];
  readonly request: ExportRequest;
  readonly seats: readonly TableSeats[];
  readonly signers: readonly Signer[] | null;
  readonly contacts: ContactList | null;
  /** The documents of other boards on the same poster. */
  readonly others: readonly SharedDocument[];
  readonly target: string;
  /** Whether the file is sheets for a printer instead of what the request's format says. */
  readonly forPrinter: boolean;
  readonly version: string;
  /** One Int32, a `PHASE`: messages would wait until the painting is done. */
  readonly phase: SharedArrayBuffer;
};

/** What a worker is told to do. */
export type WorkerOrder =
  /** Loads what a format needs, for an export that may come. */
  | { readonly kind: 'prepare'; readonly format: ExportFormat; readonly fontsFolder: string }
  /** Reads a board and works out what an export of those pages will paint, until another order comes. */
  | { readonly kind: 'read'; readonly document: SharedDocument; readonly pages: ExportRequest['pages']; readonly first: FirstMarks }
  /** Leaves off what it does for an export that may come. */
  | { readonly kind: 'rest' }
  /** Lets go of the board that was read last. */
  | { readonly kind: 'forget' }
  /** Writes the file. */
  | { readonly kind: 'write'; readonly work: ExportWork; readonly team: StripeTeam | null; readonly fontsFolder: string }
  /** Paints along with the worker that writes. */
  | { readonly kind: 'help'; readonly work: ExportWork; readonly team: StripeTeam; readonly fontsFolder: string };

/** What is done for an export that may come; nobody is told how it went. */
export type AheadOrder = Extract<WorkerOrder, { kind: 'prepare' | 'read' | 'rest' | 'forget' }>;

/** What a worker tells. `done` and `failed` end an order to write or to help. */
export type WorkerNews =
  | { readonly kind: 'share'; readonly share: number }
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly trouble: Trouble };
