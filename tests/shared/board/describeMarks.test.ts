import { describe, expect, test } from 'vitest';
import { asId, type MarkId } from '../../../shared/base/ids.ts';
import { applyCommand } from '../../../shared/board/applyCommand.ts';
import { pagesOf, type Board } from '../../../shared/board/board.ts';
import { boardSchema } from '../../../shared/board/boardSchema.ts';
import { quickCheck } from '../../../shared/board/quickCheck.ts';
import { describeMarks, linesDescription, spokenDescription } from '../../../shared/board/describeMarks.ts';
import { inksOf } from '../../../electron/services/exports/lateInks.ts';
import { outlineOf } from '../../../shared/outline/outlineOf.ts';
import { outlineToMarkdown } from '../../../shared/outline/outlineToMarkdown.ts';
import { sampleDocument } from '../../electron/services/exports/sampleBoard.ts';
import { measureEm } from '../../support/measureEm.ts';

const document = sampleDocument(measureEm);
const inks = inksOf(document, pagesOf(document.board));
const ids = (...names: readonly string[]): readonly MarkId[] => names.map((name) => asId<MarkId>(name));
const LINES = ids('s1', 's2', 'hi');

function described(board: Board, marks: readonly MarkId[], text: string): Board {
  const command = describeMarks(board, marks, text);
  return command ? applyCommand(board, command, () => true).board : board;
}
const twin = (board: Board): string => outlineToMarkdown(outlineOf({ board, inks }, 'nl'), 'nl');

describe('what somebody says a drawing shows', () => {
  test('it stands in the text twin instead of the number of its lines', () => {
    const board = described(document.board, LINES, ' een golvende straat ');
    expect(twin(board)).toContain('*Tekening: een golvende straat*');
    expect(quickCheck(boardSchema)(board)).toBe(true);
  });

  test('written anew it is there once, and written empty it is gone without a trace', () => {
    const twice = described(described(document.board, ids('s2', 's1', 'hi'), 'eerst'), LINES, 'daarna');
    expect(linesDescription(twice, LINES)).toBe('daarna');
    expect(described(twice, LINES, '')).toEqual(document.board);
  });

  test('stamps and pictures keep theirs, and nothing is done where nothing changes', () => {
    expect(twin(described(document.board, ids('image'), 'de markt op zaterdag'))).toContain('*Afbeelding: de markt op zaterdag*');
    expect(describeMarks(document.board, ids('image'), 'een stip')).toBeNull();
    expect(describeMarks(document.board, ids('banner'), 'een spandoek')).toBeNull();
  });

  test.each(['IMG_20261120.jpg', 'panda.png', 'IMG_4711', 'Screenshot-3.webp'])('the name of a file says nothing: %s', (name) => {
    expect(spokenDescription(name)).toBe('');
    expect(twin(described(document.board, ids('image'), name))).toContain('*Afbeelding zonder beschrijving*');
  });

  test('a sentence that names a file is still a sentence', () => {
    expect(spokenDescription('een mail met\nplan.pdf erin')).toBe('een mail met plan.pdf erin');
  });
});
