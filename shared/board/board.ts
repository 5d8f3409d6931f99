import type { BoardId, InkId, MarkId, PageId, RoundId, TableId } from '../base/ids.ts';
import type { Box, Size } from '../geometry/box.ts';
import type { Ink } from '../ink/ink.ts';
import type { LayerName, Mark } from './marks.ts';
import type { InkColor } from './palette.ts';
import type { Round } from './round.ts';
import type { RunningOrder } from './runningOrder.ts';

/** The version of the plain document that this code writes; `migrations.ts` has a step for every older one. */
export const BOARD_VERSION = 2;

/** The size of a new page in board units: ratio 1 : √2, as paper has it. */
export const PAGE_SIZE: Size = { w: 1200, h: 849 };

export type Locale = 'nl' | 'en';

/** One sheet of a board. */
export type Page = { readonly id: PageId; readonly title: string; readonly order: string; readonly size: Size; readonly step: string };

/** A table in the room: its number is its id's meaning for people. */
export type Table = {
  readonly id: TableId;
  readonly number: number;
  readonly name: string;
  readonly color: InkColor;
  readonly heads: number;
};

export type Layer = {
  readonly locked: boolean;
  readonly visible: boolean;
  /** For tracing: whether the room sees it as well; left out when it does not. It sees every other visible layer. */
  readonly inRoom?: boolean;
};

/** What the room agreed. Names of people are never here: `signers` are roles, people are kept apart. */
export type Charter = {
  readonly heading: string;
  readonly place: string;
  readonly dream: string;
  readonly points: readonly { readonly text: string; readonly more: string }[];
  readonly carriedBy: string;
  readonly roles: readonly string[];
  /** Marks that are its picture, instead of what the room chose; those that were taken off the board since are passed over. */
  readonly picture?: readonly MarkId[];
};

/** Two words that the user said are the same, or are not, whatever the spelling rule says. */
export type SamenessRuling = { readonly a: string; readonly b: string; readonly same: boolean };

/** Marks in buckets of a few hundred, so that adding one copies little (see `buckets.ts`). */
export type Buckets = { readonly [bucket: string]: { readonly [id: MarkId]: Mark } };

/** The whole of a board but its ink and pictures, as plain data. */
export type Board = {
  readonly version: typeof BOARD_VERSION;
  readonly id: BoardId;
  readonly title: string;
  readonly locale: Locale;
  readonly createdMs: number;
  readonly template: string;
  readonly pages: { readonly [id: PageId]: Page };
  readonly layers: { readonly [name in LayerName]: Layer };
  readonly buckets: Buckets;
  readonly tables: { readonly [id: TableId]: Table };
  readonly rounds: { readonly [id: RoundId]: Round };
  readonly charter: Charter;
  readonly sameness: readonly SamenessRuling[];
  /** The steps of the session; left out when nobody made any. */
  readonly runningOrder?: RunningOrder;
  /** What happens after the session, a line each, for the report; left out when nobody wrote any. */
  readonly nextSteps?: readonly string[];
};

/** Ink by id; lives beside the board since it never changes. */
export type Inks = ReadonlyMap<InkId, Ink> & {
  /** The box of an ink (as `inkBounds`), from whoever knows it without unpacking the ink. */
  readonly boundsOf?: (id: InkId) => Box | undefined;
};

/** The pages of a board in their order. */
export function pagesOf(board: Board): readonly Page[] {
  return Object.values(board.pages).sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : a.id < b.id ? -1 : 1));
}

/** The tables of a board by number. */
export function tablesOf(board: Board): readonly Table[] {
  return Object.values(board.tables).sort((a, b) => a.number - b.number);
}
