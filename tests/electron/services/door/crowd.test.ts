import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tablesOf } from '../../../../shared/board/board.ts';
import { bundleCrowd, sendCrowd } from '../../../support/crowd.ts';
import { BOARD, stroke } from '../sampleBoard.ts';
import { opened, openRoom } from './doorRoom.ts';
import { seatCodes } from '../../../support/seatCodes.ts';

let folder = '';
let bundle = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'droomdoek-'));
  bundle = join(folder, 'crowd.cjs');
  await bundleCrowd(bundle);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('three hundred phones that come in and vote while somebody draws lose no ballot and double none', async () => {
  const { ask, start, url, data } = await openRoom();
  const { board } = await ask('boards.open', { board: BOARD });
  for (const table of tablesOf(board)) await ask('board.do', { board: BOARD, opId: `heads-${table.id}`, command: { type: 'table.put', table: { ...table, heads: 43 } } });
  const codes = (await seatCodes(data, (await ask('boards.open', { board: BOARD })).board)).flatMap((seats) => seats.codes).slice(0, 300);
  expect(codes).toHaveLength(300);
  await start();

  let drawing = true;
  const draw = (async () => {
    let number = 0;
    while (drawing) {
      number += 1;
      await ask('board.do', { board: BOARD, opId: `op${number}`, command: stroke(number) });
    }
    return number;
  })();
  const { votes } = await sendCrowd(bundle, { url, codes, overMs: 5000, hesitateMs: 1000 });
  drawing = false;
  expect(await draw).toBeGreaterThan(0);

  expect(new Set(votes.map(({ code }) => code)).size).toBe(300);
  const view = await ask('rounds.view', { board: BOARD, round: opened.id });
  expect(view.rows.reduce((sum, { phones }) => sum + phones, 0)).toBe(300);
  await ask('rounds.close', { board: BOARD, round: opened.id });
  const tally = (await ask('boards.open', { board: BOARD })).board.rounds[opened.id]?.tally;
  const acknowledged = Object.fromEntries(opened.candidates.map(({ id }) => [id, votes.filter(({ choices }) => choices[0] === id).length]));
  expect(tally).toMatchObject({ totals: acknowledged, cast: 300 });
}, 120_000);
