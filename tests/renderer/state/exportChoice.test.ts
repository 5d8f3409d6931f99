import { expect, test } from 'vitest';
import { FIRST_HABITS } from '../../../shared/contract/settings.ts';
import { firstChoice } from '../../../renderer/state/exportChoice.ts';
import { PAGE } from '../../shared/scene/marks.ts';

test('a remembered picture begins with the page in view, a document with all pages', () => {
  for (const format of ['png', 'svg'] as const) expect(firstChoice({ ...FIRST_HABITS, format }, null, PAGE)).toMatchObject({ format, pages: [PAGE] });
  expect(firstChoice(FIRST_HABITS, null, PAGE)).toMatchObject({ format: 'pdf', pages: 'all' });
});

test('what goes to the printer is a PDF of all pages, whatever was remembered', () => {
  expect(firstChoice({ ...FIRST_HABITS, format: 'png' }, { content: { kind: 'board' }, toPrint: true }, PAGE)).toMatchObject({ format: 'pdf', pages: 'all' });
});
