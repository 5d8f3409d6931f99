import { join } from 'node:path';
import { expect, test } from 'vitest';
import { asId, type RoundId } from '../../../../shared/base/ids.ts';
import { BOARD, card, round, sampleBoard, stroke } from '../sampleBoard.ts';
import { startServices, tempFolder } from '../startServices.ts';

const cards = [card('panda', 'de panda'), card('rat', 'de rat')];
const [panda, rat] = cards.map(({ id }) => id);
const tally = { totals: { [panda!]: 1, [rat!]: 1 }, cast: 2, heads: 49, corrections: 0, ballots: [], byHand: {} };
const revealed = { ...round('r1', cards), state: 'revealed' as const, closedMs: 2, tally };
const next = { ...revealed, id: asId<RoundId>('r2'), closedMs: 3 };

test('a result that was revealed when its file was made waits for no room where that is opened; what is revealed since does', async () => {
  const there = await tempFolder();
  const first = await startServices(there);
  await first.ask('boards.create', { document: { board: sampleBoard(), inks: {} }, assets: [] });
  await first.ask('boards.open', { board: BOARD });
  await first.ask('board.do', { board: BOARD, opId: 'cards', command: { ...stroke(1), marks: [...stroke(1).marks, ...cards] } });
  await first.ask('board.do', { board: BOARD, opId: 'reveal', command: { type: 'round.put', round: revealed } });
  expect(await first.ask('rounds.untold', { board: BOARD })).toEqual({ round: 'r1' });
  // Phones show the last round: once the next one is closed they wait for that, and for nothing before it is revealed.
  await first.ask('board.do', { board: BOARD, opId: 'next', command: { type: 'round.put', round: { ...next, state: 'closed' } } });
  expect(await first.ask('rounds.untold', { board: BOARD })).toEqual({ round: null });
  await first.ask('board.do', { board: BOARD, opId: 'next revealed', command: { type: 'round.put', round: next } });
  expect(await first.ask('rounds.untold', { board: BOARD })).toEqual({ round: 'r2' });
  const file = join(there, 'Kiel.doek');
  await first.services.files.writeCopy(BOARD, file);

  const { ask, services } = await startServices(await tempFolder());
  const board = await services.files.openFile(file);
  await ask('boards.open', { board });
  expect(await ask('rounds.untold', { board })).toEqual({ round: null });
  await ask('board.do', { board, opId: 'lots', command: { type: 'round.put', round: { ...next, lots: { seed: '4711', drawn: rat! } } } });
  expect(await ask('rounds.untold', { board })).toEqual({ round: 'r2' });
});
