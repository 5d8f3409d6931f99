import Papa from 'papaparse';

/** A remark as somebody wrote it, and the number of the table it came from, where the file says so. */
export type Remark = { readonly text: string; readonly table: number | null };

/** Headings of the column that holds the remarks, and of that with the table's number. */
const REMARK_HEADING = /^(opmerking|remark|comment|idee|idea|reactie|antwoord|answer|tekst|text|kenmerk|trait|droom|dream|bericht|message|voorstel|wens)/i;
const TABLE_HEADING = /^(tafel|table)\b/i;

const tidyText = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Remarks of a text file: one a line, empty lines left out, bullets at the start of a line taken off. */
export function remarksOfText(text: string): readonly Remark[] {
  return text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)
    .map((line) => tidyText(line.replace(/^\s*(?:[-*•–]\s+)?/, '')))
    .filter((line) => line !== '')
    .map((line) => ({ text: line, table: null }));
}

/** The column with most letters: remarks are longer than names, dates and numbers. */
function widestColumn(rows: readonly (readonly string[])[]): number {
  const letters: number[] = [];
  for (const row of rows.slice(0, 200)) row.forEach((cell, i) => { letters[i] = (letters[i] ?? 0) + cell.replace(/[^\p{L}]/gu, '').length; });
  return letters.reduce((best, count, i) => (count > (letters[best] ?? 0) ? i : best), 0);
}

/** Whether cells are columns, and not one sentence a line whose commas nobody quoted. */
function areColumns(rows: readonly (readonly string[])[]): boolean {
  const count = rows[0]?.length ?? 0;
  const prose = rows.filter((row) => row.slice(1).some((cell) => /^\s+\S/.test(cell))).length;
  return count > 1 && rows.every((row) => row.length === count) && prose * 2 < rows.length;
}

/**
 * Remarks of a CSV file (RFC 4180; comma, semicolon or tab, as the file has it). The column is found by its heading,
 * else by its length; without headings a file of lines is taken line by line, so that no half sentence is lost.
 */
export function remarksOfCsv(text: string): readonly Remark[] {
  const { data, meta } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { skipEmptyLines: 'greedy' });
  const first = (data[0] ?? []).map(tidyText);
  const named = first.findIndex((cell) => REMARK_HEADING.test(cell));
  const tableColumn = first.findIndex((cell) => TABLE_HEADING.test(cell));
  const hasHeadings = first.every((cell) => cell.split(' ').length <= 4) && ((named >= 0 && /^[^.!?]*$/.test(first.join(' '))) || (tableColumn >= 0 && first.length > 1));
  const rows = hasHeadings ? data.slice(1) : data;
  const whole = !hasHeadings && !areColumns(rows);
  const column = hasHeadings && named >= 0 ? named : widestColumn(rows);
  // Cells beyond the headings belong to the last column: its commas were not quoted.
  const remarkIn = (row: readonly string[]): string =>
    whole ? row.join(meta.delimiter) : column === first.length - 1 ? row.slice(column).join(meta.delimiter) : row[column] ?? '';
  return rows.flatMap((row): Remark[] => {
    const remark = tidyText(remarkIn(row));
    const number = hasHeadings && tableColumn >= 0 ? /\d+/.exec(row[tableColumn] ?? '')?.[0] : undefined;
    return remark === '' ? [] : [{ text: remark, table: number === undefined ? null : Number(number) }];
  });
}
