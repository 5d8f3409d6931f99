import type { TableId } from '../base/ids.ts';
import type { Table } from '../board/board.ts';
import { LINE_EM, widestEm } from '../board/lettering.ts';
import type { CardMark } from '../board/marks.ts';
import type { Box } from '../geometry/box.ts';
import { transformBox } from '../geometry/matrix.ts';
import { sizeForCount } from './cardSize.ts';
import { countText, countWidthEm } from './countLettering.ts';

/** The disk of a table that named the word; x, y is its middle. */
export type CardDisk = { readonly x: number; readonly y: number; readonly r: number; readonly table: TableId };

/** How often the word was heard, as lettering behind it. */
export type CardCount = { readonly text: string; readonly x: number; readonly baseline: number; readonly sizeUnits: number };

/** Where everything of a card stands, in its own coordinates: the origin is the top left of the word. */
export type CardParts = {
  /** The first baseline; further lines follow at `LINE_EM`. */
  readonly word: { readonly x: number; readonly baseline: number; readonly sizeUnits: number };
  readonly count: CardCount | null;
  readonly disks: readonly CardDisk[];
  readonly box: Box;
};

/** What a card's layout depends on. */
export type CardLook = Pick<CardMark, 'role' | 'text' | 'lines' | 'sizeUnits' | 'mentions'>;

type Tables = { readonly [id: TableId]: Table };

/** So many disks stand in one row behind the count; more take two rows, so that a word heard everywhere stays in its line. */
const DISKS_IN_ROW = 3;

/**
 * Room above and below the baseline, in ems of Caveat Brush: its letters reach from −0.25 to 0.71, its accented
 * capitals to 0.87; scripts that it lacks come from faces that reach further.
 */
function reachEm(text: string): { readonly ascent: number; readonly descent: number } {
  if (/[^\u0000-\u024f\u2010-\u206f\u20ac]/.test(text)) return { ascent: 1, descent: 0.42 };
  return { ascent: /[\u00c0-\u00d6\u00d8-\u00de\u0100-\u017f]/.test(text.normalize('NFC')) ? 0.88 : 0.74, descent: 0.27 };
}

/** Radius of a table's disk beside lettering of that size: it grows much slower than the word. */
function diskRadius(sizeUnits: number): number {
  return Math.min(13, Math.max(8, 8.6 + sizeUnits * 0.035));
}

/** The tables that named a word, each once, in the order in which they did; those that the board has no longer are left out. */
function tablesThatNamed(card: Pick<CardMark, 'mentions'>, tables: Tables): readonly TableId[] {
  const ids = card.mentions.flatMap(({ table }) => (table !== null && tables[table] ? [table] : []));
  return [...new Set(ids)];
}

/** Whether a card stands so narrow that it is smaller than a word heard once: there is then no room for disks either. */
function isSqueezed({ role, sizeUnits }: Pick<CardMark, 'role' | 'sizeUnits'>): boolean {
  return sizeUnits < sizeForCount(1, role) - 0.01;
}

/** Lays out a card: the word, "×n" behind it from two on, and the disks of the tables that named it. */
export function cardParts(card: CardLook, tables: Tables): CardParts {
  const { lines, sizeUnits, mentions } = card;
  const { ascent, descent } = reachEm(card.text);
  const wordW = widestEm(lines) * sizeUnits;
  const baseline = ascent * sizeUnits;
  const last = baseline + (lines.length - 1) * LINE_EM * sizeUnits;
  let right = wordW;
  let bottom = last + descent * sizeUnits;

  const lastLineW = (lines[lines.length - 1]?.widthEm ?? 0) * sizeUnits;
  const count = countOf(mentions.length, lastLineW + sizeUnits * 0.08, last, sizeUnits);
  const countEnd = count ? count.x + countWidthEm(count.text) * count.sizeUnits : lastLineW;
  right = Math.max(right, countEnd);

  const named = isSqueezed(card) ? [] : tablesThatNamed(card, tables);
  const disks = diskPlaces(named, countEnd + sizeUnits * 0.06 + 4, last - sizeUnits * 0.22, sizeUnits);
  for (const disk of disks) {
    right = Math.max(right, disk.x + disk.r);
    bottom = Math.max(bottom, disk.y + disk.r);
  }
  return { word: { x: 0, baseline, sizeUnits }, count, disks, box: { x: 0, y: 0, w: right, h: bottom } };
}

/** One row of disks behind the count, or two when more than three tables named the word; never above the word's top. */
function diskPlaces(named: readonly TableId[], left: number, middle: number, sizeUnits: number): readonly CardDisk[] {
  const r = diskRadius(sizeUnits);
  const rows = named.length <= DISKS_IN_ROW ? 1 : 2;
  const perRow = Math.ceil(named.length / rows);
  const rowStep = r * 2.12;
  const top = Math.max(r, middle - ((rows - 1) * rowStep) / 2);
  return named.map((table, i) => ({ x: left + r + (i % perRow) * r * 2.3, y: top + Math.floor(i / perRow) * rowStep, r, table }));
}

function countOf(times: number, x: number, baseline: number, sizeUnits: number): CardCount | null {
  if (times < 2) return null;
  const size = sizeUnits * (sizeUnits >= 88 ? 0.52 : 0.62);
  return { text: countText(times), x, baseline, sizeUnits: size };
}

/** The box of a card in its own coordinates. */
export function boxOfCard(card: CardLook, tables: Tables): Box {
  return cardParts(card, tables).box;
}

/** The upright box that a card covers on its page. */
export function boundsOfCard(card: CardLook & Pick<CardMark, 'matrix'>, tables: Tables): Box {
  return transformBox(card.matrix, boxOfCard(card, tables));
}
