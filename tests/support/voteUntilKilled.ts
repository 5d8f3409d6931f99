import { writeSync } from 'node:fs';
import { asId, type TableId } from '../../shared/base/ids.ts';
import { applyCommand } from '../../shared/board/applyCommand.ts';
import { BOARD, card, round, sampleBoard } from '../electron/services/sampleBoard.ts';
import { deskIn } from './deskIn.ts';

const cards = [card('panda', 'de panda'), card('rat', 'de rat'), card('braderie', 'de braderie')];
const VOTERS = 40;
const WAYS = { t1: 'phones', t2: 'phones', t3: 'phones', t4: 'phones', t6: 'hands' } as const;

/**
 * A process in which forty phones vote again and again on the board of a data folder (first argument), while a table and
 * the hands are counted. It says `try VOTER CHOICE` before a ballot is sent and `cast VOTER CHOICE` only when it was told
 * that it is on the disk; likewise `count N` and `hands N`. It goes on where it was until somebody kills it.
 */
async function voteUntilKilled(dataFolder: string): Promise<void> {
  const { store, desk } = deskIn(dataFolder);
  const say = (line: string): void => { writeSync(1, `${line}\n`); };
  if (!(await store.has(BOARD))) await store.create({ board: applyCommand(sampleBoard(), { type: 'marks.put', what: 'catch', marks: cards }, () => false).board, inks: {} });
  const { board } = await desk.open(BOARD);
  const opened = round('r1', cards);
  const rounds = desk.rounds(BOARD);
  if (!board.rounds[opened.id]) await rounds.start(opened, WAYS, null);
  say('open');

  const vote = async (voter: number): Promise<never> => {
    for (let turn = voter; ; turn++) {
      const choice = cards[turn % cards.length]!.id;
      say(`try ${voter} ${choice}`);
      const count = (rounds.ballotOf(opened.id, `seat:${voter}`)?.count ?? 0) + 1;
      await rounds.cast({ round: opened.id, voter: `seat:${voter}`, table: 1 + (voter % 4), choices: [choice], count, holds: () => true });
      say(`cast ${voter} ${choice}`);
    }
  };
  const count = async (): Promise<never> => {
    for (let dots = 0; ; dots = (dots + 1) % 8) {
      await rounds.count(opened.id, asId<TableId>('t5'), { [cards[0]!.id]: dots });
      say(`count ${dots}`);
      await rounds.countHands(opened.id, { [cards[1]!.id]: dots });
      say(`hands ${dots}`);
    }
  };
  await Promise.all([count(), ...Array.from({ length: VOTERS }, (_, voter) => vote(voter))]);
}

voteUntilKilled(process.argv[2] ?? '').catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
});
