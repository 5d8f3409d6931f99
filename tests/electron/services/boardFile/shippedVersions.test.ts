import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { BOARD_VERSION } from '../../../../shared/board/board.ts';
import { readBoardFile } from '../../../../electron/services/boardFile/readBoardFile.ts';
import { readPlainDocumentText } from '../../../../electron/services/boardFile/readPlainDocument.ts';
import { everyKind } from '../../../samples/everyKind.ts';
import { startServices, tempFolder } from '../startServices.ts';

const sample = (version: number, extension: string): string => fileURLToPath(new URL(`../../../samples/board-v${version}.${extension}`, import.meta.url));

test.each(Array.from({ length: BOARD_VERSION }, (_, i) => i + 1))('files of version %i are read, as a board and as a plain document', async (version) => {
  const file = await readBoardFile(sample(version, 'doek'));
  expect(file.document).toEqual(everyKind);
  expect(file.assets.map(({ name }) => name)).toEqual(['foto.png']);
  expect(readPlainDocumentText(await readFile(sample(version, 'json'), 'utf8'))).toEqual(everyKind);
  const { services, ask } = await startServices(await tempFolder());
  const board = await services.files.openFile(sample(version, 'doek'));
  expect((await ask('boards.open', { board })).board).toEqual(everyKind.board);
  expect((await ask('boards.open', { board })).filePath).toBe(sample(version, 'doek'));
});
