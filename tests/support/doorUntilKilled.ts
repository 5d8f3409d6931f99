import { writeSync } from 'node:fs';
import { asId, type TableId } from '../../shared/base/ids.ts';
import { createServices } from '../../electron/services/createServices.ts';
import { askServices } from '../../electron/services/askServices.ts';
import { BOARD, card, round, sampleBoard } from '../electron/services/sampleBoard.ts';
import { seatCodes } from './seatCodes.ts';

const cards = [card('panda', 'de panda'), card('rat', 'de rat'), card('braderie', 'de braderie')];

/**
 * A process that lets phones vote on the board of a data folder (first argument). It says `codes JSON` and then
 * `door URL`; the first time it opens the door itself, later the door has to come back by itself. It goes on until
 * somebody kills it.
 */
async function doorUntilKilled(dataFolder: string): Promise<void> {
  const services = await createServices({ dataFolder, version: 'test', shellCalls: {}, exports: null, doorPorts: [0] });
  const first = (await askServices(services, 'boards.list', {})).length === 0;
  if (first) await askServices(services, 'boards.create', { document: { board: sampleBoard(), inks: {} }, assets: [] });
  const { board } = await askServices(services, 'boards.open', { board: BOARD });
  if (first) {
    await askServices(services, 'board.do', { board: BOARD, opId: 'cards', command: { type: 'marks.put', what: 'catch', marks: cards } });
    const ways = Object.fromEntries(Object.keys(board.tables).map((table) => [asId<TableId>(table), 'phones' as const]));
    await askServices(services, 'rounds.start', { board: BOARD, round: round('r1', cards), ways, closesMs: null });
    await askServices(services, 'door.open', { board: BOARD, address: '127.0.0.2', joining: 'codes' });
  }
  const codes = (await seatCodes(dataFolder, board)).flatMap((seats) => seats.codes);
  writeSync(1, `codes ${JSON.stringify(codes)}\n`);
  writeSync(1, `door ${(await askServices(services, 'door.state', {})).url}\n`);
}

doorUntilKilled(process.argv[2] ?? '').catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
});
