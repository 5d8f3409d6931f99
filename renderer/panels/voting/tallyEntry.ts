/** A cell of the tally grid: row and column from 0; the disk stands before the first column. */
export type Cell = { readonly row: number; readonly column: number };

/** More dots than this in one cell is a slip of the keyboard. */
const MOST_DOTS = 99;

/**
 * What a typed digit makes of a cell: the first digit replaces, the next is put behind it ("1", "2" → 12).
 * @param fresh true for the first digit since the cell was entered
 */
export function withDigit(dots: number | undefined, digit: number, fresh: boolean): number {
  if (fresh || dots === undefined) return digit;
  const longer = dots * 10 + digit;
  return longer > MOST_DOTS ? digit : longer;
}

/** One dot more or less, never below none; the first tap on an empty cell gives one. */
export function withStep(dots: number | undefined, by: 1 | -1): number {
  return Math.min(MOST_DOTS, Math.max(0, (dots ?? 0) + by));
}

/** The column of a table's own disk, before the first candidate. */
export const DISK_COLUMN = -1;

/**
 * Where a key leads from a cell: arrows move, Home and End go along the row, Enter goes on and from the end of a row to the
 * next one. Left of the first candidate lies the disk. Null when the key does not move or there is nothing there.
 */
export function cellAfter(key: string, { row, column }: Cell, rows: number, columns: number): Cell | null {
  const at = (nextRow: number, nextColumn: number): Cell | null =>
    nextRow >= 0 && nextRow < rows && nextColumn >= DISK_COLUMN && nextColumn < columns ? { row: nextRow, column: nextColumn } : null;
  switch (key) {
    case 'ArrowLeft': return at(row, column - 1);
    case 'ArrowRight': return at(row, column + 1);
    case 'ArrowUp': return at(row - 1, column);
    case 'ArrowDown': return at(row + 1, column);
    case 'Home': return at(row, 0);
    case 'End': return at(row, columns - 1);
    case 'Enter': return at(row, column + 1) ?? at(row + 1, 0);
    default: return null;
  }
}
