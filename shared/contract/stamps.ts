import type { StampId } from '../base/ids.ts';
import type { AssetData, PlainDocument } from './boards.ts';

/**
 * Marks that a harvester kept to put down again: a board of one page, as large as the marks are, with nothing else on
 * it. Being a plain document, it is checked, migrated and painted as every board is.
 */
export type KeptDrawing = { readonly document: PlainDocument; readonly assets: readonly AssetData[] };

/** A stamp about to be kept. */
export type NewStamp = KeptDrawing & { readonly name: string };

/** A kept stamp, whole. */
export type KeptStamp = NewStamp & { readonly id: StampId; readonly keptMs: number };

/** A kept stamp as it is listed, newest first. */
export type StampCard = { readonly id: StampId; readonly name: string; readonly keptMs: number };

/** All kept stamps of this laptop, and how many files were damaged and set aside since the app started. */
export type StampList = { readonly stamps: readonly StampCard[]; readonly setAside: number };

/** What came of a file with stamps: how many were taken in, and how many were there already. */
export type StampsTaken = { readonly added: number; readonly known: number };
