import { writeSync } from 'node:fs';
import { createServices } from '../../electron/services/createServices.ts';
import type { CallName, Calls } from '../../shared/contract/contract.ts';
import { asId, type MarkId, type TableId } from '../../shared/base/ids.ts';
import { BOARD, card, round, sampleBoard, stroke } from '../electron/services/sampleBoard.ts';

/**
 * A process that draws stroke after stroke on the board of a data folder (first argument) and says `stroke N` on its
 * output only when it was told that stroke N is on the disk; likewise `count N` when a table's count of N dots is, and
 * `trouble CODE` when saving fails. It begins behind what is there and goes on until somebody kills it.
 */
async function drawUntilKilled(dataFolder: string): Promise<void> {
  const services = await createServices({ dataFolder, version: 'test', shellCalls: {}, exports: null });
  const say = (line: string): void => { writeSync(1, `${line}\n`); };
  const ask = async <Name extends CallName>(name: Name, input: Calls[Name]['in']): Promise<Calls[Name]['out']> => {
    const result = await services.handle(name, input);
    if (!result.ok) throw new Error(`${name}: ${result.trouble.code} ${result.trouble.detail}`);
    return result.value;
  };
  let troubled = false;
  services.subscribe((name, event) => {
    if (name !== 'board.saved' || !('safeSeq' in event)) return;
    if (event.trouble && !troubled) say(`trouble ${event.trouble.code}`);
    troubled = event.trouble !== null;
  });
  if ((await ask('boards.list', {})).length === 0) await ask('boards.create', { document: { board: sampleBoard(), inks: {} }, assets: [] });
  const { board } = await ask('boards.open', { board: BOARD });
  say('open');

  const cards = [card('panda', 'de panda'), card('rat', 'de rat')];
  const opened = round('r1', cards);
  if (!board.rounds[opened.id]) {
    await ask('board.do', { board: BOARD, opId: 'cards', command: { type: 'marks.put', what: 'catch', marks: cards } });
    await ask('rounds.start', { board: BOARD, round: opened, ways: {}, closesMs: null });
  }
  const draw = async (): Promise<never> => {
    const marks = Object.values((await ask('boards.open', { board: BOARD })).board.buckets).flatMap((bucket) => Object.keys(bucket));
    for (let number = 1 + Math.max(0, ...marks.map((id) => Number(/^m(\d+)$/.exec(id)?.[1] ?? 0))); ; number++) {
      const mine = number;
      const done = ask('board.do', { board: BOARD, opId: `op${mine}`, command: stroke(mine) }).then(() => { say(`stroke ${mine}`); });
      // Mostly several strokes are under way at once, as when a hand is quicker than the disk.
      if (number % 4 === 0) await done;
    }
  };
  const count = async (): Promise<never> => {
    for (let dots = 0; ; dots = (dots + 1) % 8) {
      await ask('rounds.count', { board: BOARD, round: opened.id, table: asId<TableId>('t1'), dots: { [asId<MarkId>('panda')]: dots } });
      say(`count ${dots}`);
    }
  };
  await Promise.all([draw(), count()]);
}

drawUntilKilled(process.argv[2] ?? '').catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
});
