import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CallName, Calls } from '../../../../shared/contract/contract.ts';
import type { PhoneOrder } from '../../../support/phoneProcess.ts';
import { bundleProcess } from '../../../support/drawingProcess.ts';
import { twoNetworks } from '../../../support/twoNetworks.ts';
import { BOARD, sampleBoard } from '../sampleBoard.ts';
import { tempFolder } from '../startServices.ts';
import { cards, opened, panda, rat } from './doorRoom.ts';
import { seatCodes } from '../../../support/seatCodes.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'droomdoek-'));
  await bundleProcess('servicesProcess', join(folder, 'laptop.cjs'));
  await bundleProcess('phoneProcess', join(folder, 'phone.cjs'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('the Wi-Fi goes away in mid-round: the desk is told, over the cable every pass and ballot still holds, and so it does when the Wi-Fi is back', async () => {
  const nets = await twoNetworks();
  const data = await tempFolder();
  const laptop = nets.onLaptop(join(folder, 'laptop.cjs'), data);
  const phone = nets.onPhone(join(folder, 'phone.cjs'));
  const ask = <Name extends CallName>(call: Name, input: Calls[Name]['in']): Promise<Calls[Name]['out']> => laptop.ask({ call, input });
  const tell = <Out>(order: PhoneOrder): Promise<Out> => phone.ask(order);

  await ask('boards.create', { document: { board: sampleBoard(), inks: {} }, assets: [] });
  const { board } = await ask('boards.open', { board: BOARD });
  await ask('board.do', { board: BOARD, opId: 'cards', command: { type: 'marks.put', what: 'catch', marks: cards } });
  expect((await ask('door.addresses', {})).map(({ address, kind }) => [address, kind])).toEqual([[nets.wifi.laptop, 'wifi'], [nets.cable.laptop, 'cable']]);

  const overWifi = (await ask('door.open', { board: BOARD, address: nets.wifi.laptop, joining: 'codes' })).url!;
  expect(overWifi).toBe(`http://${nets.wifi.laptop}:8080/`);
  const code = (await seatCodes(data, board))[0]!.codes[0]!;
  await ask('rounds.start', { board: BOARD, round: opened, ways: Object.fromEntries(Object.keys(board.tables).map((table) => [table, 'phones'])), closesMs: null });
  const pass = await tell<string>({ do: 'join', url: overWifi, code });
  expect(pass).toMatch(/^seat\./);
  expect(await tell({ do: 'vote', url: overWifi, pass, round: opened.id, choices: [panda] })).toEqual({ status: 200, outcome: 'cast' });
  // Only the chosen network has a door.
  await expect(tell({ do: 'open', url: overWifi.replace(nets.wifi.laptop, nets.cable.laptop) })).rejects.toThrow(/ECONNREFUSED/);

  nets.loseWifi();
  await expect.poll(async () => (await ask('door.state', {})).trouble, { timeout: 25_000 }).toBe('addressGone');
  expect(await ask('door.open', { board: BOARD, address: nets.wifi.laptop, joining: 'codes' })).toMatchObject({ open: false, trouble: 'addressGone' });
  const overCable = (await ask('door.open', { board: BOARD, address: nets.cable.laptop, joining: 'codes' })).url!;
  expect(await tell({ do: 'state', url: overCable, pass })).toMatchObject({ phase: 'vote', mine: [panda] });
  expect(await tell({ do: 'vote', url: overCable, pass, round: opened.id, choices: [rat] })).toEqual({ status: 200, outcome: 'replaced' });

  nets.findWifi();
  const again = (await ask('door.open', { board: BOARD, address: nets.wifi.laptop, joining: 'codes' })).url!;
  expect(again).toBe(overWifi);
  expect(await tell({ do: 'state', url: again, pass })).toMatchObject({ phase: 'vote', mine: [rat] });
  await ask('rounds.close', { board: BOARD, round: opened.id });
  expect((await ask('boards.open', { board: BOARD })).board.rounds[opened.id]?.tally).toMatchObject({ cast: 1, totals: { [rat]: 1, [panda]: 0 } });
  laptop.end();
}, 120_000);
