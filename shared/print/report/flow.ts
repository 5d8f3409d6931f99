import type { Box, Point } from '../../geometry/box.ts';
import type { PrintedItem, PrintedPart, PrintedRow } from '../printedSheet.ts';

/** What a block becomes where it is laid: parts of its own, or an item or row that goes together with those before it. */
type Laid = readonly PrintedPart[] | { readonly item: PrintedItem } | { readonly row: PrintedRow };

/** A block of running content: how high it is, what it keeps free above itself, and how it is painted from a top left corner. All mm. */
export type FlowBlock = {
  readonly hMm: number;
  /** Left out at the top of a column. */
  readonly gapMm: number;
  /** Stays in the same column as the block after it: a heading with what it is about. */
  readonly keep?: boolean;
  readonly lay: (at: Point) => Laid;
};

/** Blocks that must not be parted, and their height with the gaps between them. */
type Group = { readonly blocks: readonly FlowBlock[]; readonly hMm: number };

function groupsOf(blocks: readonly FlowBlock[]): readonly Group[] {
  const groups: Group[] = [];
  let open: FlowBlock[] = [];
  for (const block of blocks) {
    open.push(block);
    if (block.keep) continue;
    groups.push({ blocks: open, hMm: open.reduce((sum, { hMm, gapMm }, i) => sum + hMm + (i > 0 ? gapMm : 0), 0) });
    open = [];
  }
  if (open.length > 0) groups.push({ blocks: open, hMm: open.reduce((sum, { hMm, gapMm }) => sum + hMm + gapMm, 0) });
  return groups;
}

/** Items that follow each other become one list, rows one table, also over columns of a sheet. */
function joined(laid: readonly Laid[]): readonly PrintedPart[] {
  const parts: PrintedPart[] = [];
  for (const one of laid) {
    const last = parts.at(-1);
    if ('item' in one) {
      if (last?.kind === 'list') parts[parts.length - 1] = { kind: 'list', items: [...last.items, one.item] };
      else parts.push({ kind: 'list', items: [one.item] });
    } else if ('row' in one) {
      if (last?.kind === 'table') parts[parts.length - 1] = { kind: 'table', rows: [...last.rows, one.row] };
      else parts.push({ kind: 'table', rows: [one.row] });
    } else parts.push(...one);
  }
  return parts;
}

/**
 * Lays blocks below each other into columns, sheet after sheet; what is higher than a column begins at the top of one
 * and runs over its end.
 * @param first the columns of the first sheet, from left to right, mm
 * @param further those of every sheet after it
 * @returns the parts of each sheet; no sheet without blocks
 */
export function flowed(blocks: readonly FlowBlock[], first: readonly Box[], further: readonly Box[] = first): readonly (readonly PrintedPart[])[] {
  const sheets: Laid[][] = [];
  let columns: readonly Box[] = [];
  let column = 0, y = 0;
  const nextColumn = (): void => {
    column++;
    if (column >= columns.length) {
      columns = sheets.length === 0 ? first : further;
      sheets.push([]);
      column = 0;
    }
    y = columns[column]?.y ?? 0;
  };
  for (const { blocks: together, hMm } of groupsOf(blocks)) {
    const box = columns[column];
    if (!box || y + (y > box.y ? (together[0]?.gapMm ?? 0) : 0) + hMm > box.y + box.h) if (!box || y > box.y) nextColumn();
    for (const block of together) {
      const at = columns[column] as Box;
      if (y > at.y) y += block.gapMm;
      sheets.at(-1)?.push(block.lay({ x: at.x, y }));
      y += block.hMm;
    }
  }
  return sheets.map(joined);
}
