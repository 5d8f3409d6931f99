import type { TableId } from '../../../shared/base/ids.ts';
import type { Locale } from '../../../shared/board/board.ts';
import type { HelperDeed, HelperView } from '../../../shared/contract/helper.ts';
import type { LedgerView, TableDots, VotingWay } from '../../../shared/contract/rounds.ts';
import type { HelperKey } from '../../../shared/strings/helperWords.ts';
import type { PhoneValues } from '../../../shared/strings/phoneWords.ts';

/** What a helper has open: all tables, one of them, or the raised hands of the room. */
export type Place = { readonly kind: 'all' } | { readonly kind: 'table'; readonly table: TableId } | { readonly kind: 'hands' };

/** Something that is asked twice before it is done. */
export type Doubt = 'reveal' | 'close' | 'void';

/** All that a helper's page knows. */
export type HelperModel = {
  readonly locale: Locale;
  readonly paired: 'trying' | 'yes' | 'refused' | 'gone';
  readonly lost: boolean;
  readonly view: HelperView | null;
  readonly closesAtMs: number | null;
  readonly place: Place;
  readonly doubt: Doubt | null;
  /** What the helper counted and the laptop has not yet, by where. */
  readonly counting: { readonly [at: string]: TableDots };
  readonly word: 'asked' | 'failed' | null;
};

/** What a helper does on the page. */
export type HelperHands = {
  readonly go: (place: Place) => void;
  readonly doubt: (doubt: Doubt | null) => void;
  readonly count: (dots: TableDots) => void;
  readonly does: (deed: HelperDeed) => void;
  readonly speak: (locale: Locale) => void;
};

/** What a helper's scenes need to be drawn. */
export type HelperPage = { readonly t: (key: HelperKey, values?: PhoneValues) => string; readonly boardLang: string | null; readonly hands: HelperHands };

/** A scene of a helper's page; `update` keeps focus and scrolling. */
export type HelperScene = { readonly node: HTMLElement; readonly update: (model: HelperModel) => void };

/** An open round with its grid. */
export type OpenRound = { readonly round: NonNullable<HelperView['round']>; readonly ledger: LedgerView };

/** The round that is open, or null. */
export function openRoundOf(view: HelperView | null): OpenRound | null {
  return view && view.round && view.ledger && view.round.state === 'open' ? { round: view.round, ledger: view.ledger } : null;
}

/** The way of a table in the open round. */
export function wayOf({ ledger }: OpenRound, table: TableId): VotingWay {
  const row = ledger.rows.find((each) => each.table === table);
  return row ? row.way : 'paper';
}

/** Where a count is kept in hand: a table's id, or `hands`. */
export const countedAt = (place: Place): string => (place.kind === 'table' ? place.table : place.kind);

/** The dots of a table or of the hands as this page shows them: what is on its way, else what the laptop has. */
export function dotsAt({ counting }: HelperModel, { ledger }: OpenRound, place: Place): TableDots {
  const mine = counting[countedAt(place)];
  if (mine) return mine;
  if (place.kind === 'hands') return ledger.hands.dots;
  const row = ledger.rows.find((each) => place.kind === 'table' && each.table === place.table);
  return row ? row.dots : {};
}

/** Tables that vote on paper or by hand and are not counted yet. */
export function uncounted({ ledger }: OpenRound): number {
  return ledger.rows.filter(({ way, counted, heads }) => way !== 'phones' && !counted && heads > 0).length;
}

/** The next table on paper that is not counted yet, after this one and around. */
export function nextTable({ ledger }: OpenRound, from: TableId): TableId | null {
  const at = ledger.rows.findIndex(({ table }) => table === from);
  const around = [...ledger.rows.slice(at + 1), ...ledger.rows.slice(0, Math.max(0, at))];
  const next = around.find(({ way, counted, heads }) => way === 'paper' && !counted && heads > 0);
  return next ? next.table : null;
}
