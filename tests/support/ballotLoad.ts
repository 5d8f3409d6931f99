import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { applyCommand } from '../../shared/board/applyCommand.ts';
import { seededRandom } from '../../shared/base/seededRandom.ts';
import { BOARD, card, round, sampleBoard, stroke } from '../electron/services/sampleBoard.ts';
import { deskIn } from './deskIn.ts';

const cards = ['panda', 'rat', 'braderie', 'jungle', 'mierennest', 'huis'].map((word) => card(word, word));
const TABLES = [1, 2, 3, 4, 5, 6, 7];
/** A hand draws about so many strokes meanwhile: one each, ms. */
const STROKE_EVERY_MS = 300;

/** What the process is told, as JSON. */
type Order = { readonly folder: string; readonly voters: number; readonly overMs: number };

/**
 * A process that lets a room vote on the ledger itself, without network: first one by one over some time while strokes
 * are committed, then everybody again at the same moment. Says as JSON how long acknowledgements took and whether
 * every ballot was counted once.
 */
async function ballotLoad({ folder, voters, overMs }: Order): Promise<void> {
  const { store, desk, close } = deskIn(folder);
  await store.create({ board: applyCommand(sampleBoard(), { type: 'marks.put', what: 'catch', marks: cards }, () => false).board, inks: {} });
  await desk.open(BOARD);
  const opened = round('r1', cards);
  const rounds = desk.rounds(BOARD);
  await rounds.start(opened, Object.fromEntries(TABLES.map((table) => [`t${table}`, 'phones' as const])), null);

  const random = seededRandom(5);
  const last = new Map<number, string>();
  let count = 0;
  const vote = async (voter: number): Promise<number> => {
    const { id } = cards[Math.floor(random() * cards.length)]!;
    const sentMs = performance.now();
    await rounds.cast({ round: opened.id, voter: `seat:${voter}`, table: 1 + (voter % TABLES.length), choices: [id], count: (count += 1), holds: () => true });
    last.set(voter, id);
    return performance.now() - sentMs;
  };
  /** @returns how long each acknowledgement took, ms */
  const everybody = (withinMs: number): Promise<readonly number[]> => Promise.all(Array.from({ length: voters }, async (_, voter) => {
    if (withinMs > 0) await sleep(random() * withinMs);
    return vote(voter);
  }));
  let drawing = true;
  const hand = (async () => {
    for (let number = 1; drawing; number++) {
      await store.get(BOARD).open.do(`op${number}`, stroke(number));
      await sleep(STROKE_EVERY_MS);
    }
  })();
  const flow = await everybody(overMs);
  const atOnce = await everybody(0);
  drawing = false;
  await hand;
  await rounds.close(opened.id);
  const totals = store.get(BOARD).open.board.rounds[opened.id]?.tally?.totals ?? {};
  const wrong = cards.filter(({ id }) => (totals[id] ?? 0) !== [...last.values()].filter((choice) => choice === id).length).map(({ text }) => text);
  await close(BOARD);
  process.stdout.write(JSON.stringify({ flow, atOnce, wrong }));
}

ballotLoad(JSON.parse(process.argv[2] ?? '{}') as Order).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
});
