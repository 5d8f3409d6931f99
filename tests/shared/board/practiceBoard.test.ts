import { expect, test } from 'vitest';
import { markCount } from '../../../shared/board/buckets.ts';
import { practiceBoard } from '../../../shared/board/practiceBoard.ts';
import { readDocument } from '../../../shared/board/readDocument.ts';

test('the board to practise on is a sound one, and survives being written', () => {
  const document = practiceBoard(30);
  expect(markCount(document.board)).toBe(30);
  expect(readDocument(JSON.parse(JSON.stringify(document)))).toEqual({ kind: 'document', document });
});
