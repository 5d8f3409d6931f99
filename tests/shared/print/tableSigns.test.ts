import { describe, expect, test } from 'vitest';
import { asId, type BoardId, type MarkId, type TableId } from '../../../shared/base/ids.ts';
import type { Table } from '../../../shared/board/board.ts';
import { transformPoint, IDENTITY } from '../../../shared/geometry/matrix.ts';
import { paintedParts } from '../../../shared/print/printedSheet.ts';
import { questionsOf } from '../../../shared/print/questions.ts';
import { tableSignSheets } from '../../../shared/print/tableSigns.ts';
import { templateOf } from '../../../shared/templates/list.ts';
import { measureEm } from '../../support/measureEm.ts';

const table = (number: number): Table => ({ id: asId<TableId>(`t${number}`), number, name: '', color: 'petrol', heads: 7 });
const LONG = 'Welk verschil wil jij maken in de wijk, en met wie zou je dat het allerliefst samen doen als alles zou mogen en niets te gek was?';

/** The ends of every lettered line of a sheet, mm. */
function letterEnds(questions: readonly string[]) {
  const [sheet] = tableSignSheets([table(4)], { title: 'Samenwerkingsdag Kiel', questions, locale: 'nl' }, measureEm);
  return paintedParts(sheet?.parts ?? []).flatMap(({ ops, matrix = IDENTITY }) => ops.flatMap((op) =>
    (op.op === 'letter' ? [transformPoint(matrix, { x: op.x, y: op.baseline }), transformPoint(matrix, { x: op.x + op.line.widthEm * op.sizeUnits, y: op.baseline })] : [])));
}

describe('table signs', () => {
  test('both faces say the same, one turned by half', () => {
    const [sheet] = tableSignSheets([table(4)], { title: 'Kiel', questions: ['Wat drijft jou?'], locale: 'nl' }, measureEm);
    const said = paintedParts(sheet?.parts ?? []).flatMap(({ ops, matrix }) => ops.flatMap((op) => (op.op === 'letter' ? [{ text: op.line.runs.map(({ text }) => text).join(''), turned: (matrix?.[0] ?? 1) < 0 }] : [])));
    expect(said.filter(({ turned }) => turned).map(({ text }) => text)).toEqual(said.filter(({ turned }) => !turned).map(({ text }) => text).filter((text) => !text.startsWith('vouw')));
  });

  test.each([['short', ['Wat drijft jou?']], ['long', [LONG, LONG, LONG]], ['none', []]])('%s questions stay on their face', (_, questions) => {
    const ends = letterEnds(questions);
    expect(ends.length).toBeGreaterThan(4);
    for (const { x, y } of ends) {
      expect(x).toBeGreaterThanOrEqual(9);
      expect(x).toBeLessThanOrEqual(201);
      expect(y).toBeGreaterThanOrEqual(7);
      expect(y).toBeLessThanOrEqual(290);
    }
  });

  test('the Kiel template asks its three questions from left to right, without the hints below them', () => {
    let made = 0;
    const input = { seed: { id: asId<BoardId>('b'), title: 'Kiel', locale: 'nl', createdMs: 0 }, measure: measureEm, newId: () => asId<MarkId>(`m${made++}`) } as const;
    const board = templateOf('kiel')?.build(input).board;
    expect(board && questionsOf(board)).toEqual(['Wat heb jij met de wijk?', 'Wat drijft jou?', 'Hoe ziet je droomwijk eruit?']);
  });
});
