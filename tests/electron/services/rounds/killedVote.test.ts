import { randomInt } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asId, type MarkId, type RoundId } from '../../../../shared/base/ids.ts';
import { recountRound } from '../../../../shared/voting/recount.ts';
import { deskIn } from '../../../support/deskIn.ts';
import { bundleProcess, startDrawing, type Drawing } from '../../../support/drawingProcess.ts';
import { BOARD } from '../sampleBoard.ts';
import { tempFolder } from '../startServices.ts';

const R1 = asId<RoundId>('r1');
const panda = asId<MarkId>('panda');
const rat = asId<MarkId>('rat');
let folder = '';
let bundle = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'droomdoek-'));
  bundle = join(folder, 'vote.cjs');
  await bundleProcess('voteUntilKilled', bundle);
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What was said last of each voter, count or hands behind a word. */
function lastSaid({ lines }: Drawing, word: string): ReadonlyMap<string, string> {
  return new Map(lines.filter((line) => line.startsWith(`${word} `)).map((line) => {
    const [, ...rest] = line.split(' ');
    return [rest.slice(0, -1).join(' '), rest[rest.length - 1] ?? ''];
  }));
}

test('a laptop that dies again and again in the middle of a round has every ballot and count that it acknowledged, and their recount', async () => {
  const data = await tempFolder();
  /** The ballot of each voter as it was found after the last death. */
  let ballots = new Map<string, string>();
  for (let kill = 0; kill < 12; kill++) {
    const voting = startDrawing(bundle, data);
    await voting.said('hands', 1);
    await voting.said('cast', randomInt(60, 400));
    await sleep(randomInt(0, 12));
    await voting.kill();
    expect(voting.errors()).toBe('');
    const [tried, acknowledged] = [lastSaid(voting, 'try'), lastSaid(voting, 'cast')];
    expect(acknowledged.size).toBeGreaterThan(30);

    const { desk, close } = deskIn(data);
    const { board } = await desk.open(BOARD);
    expect(board.rounds[R1]?.state).toBe('open');
    const rounds = desk.rounds(BOARD);
    const found = new Map(Array.from({ length: 40 }, (_, voter) => [String(voter), rounds.ballotOf(R1, `seat:${voter}`)?.choices.join() ?? '']));
    for (const [voter, choice] of found) {
      // The ballot that was on its way may be there too, never one before the last that was acknowledged.
      const allowed = [acknowledged.get(voter) ?? ballots.get(voter) ?? '', tried.get(voter) ?? ''];
      expect(allowed, `voter ${voter}`).toContain(choice);
    }
    const view = await rounds.view(R1);
    const last = (word: string): number => Number(lastSaid(voting, word).get(''));
    expect([last('count'), (last('count') + 1) % 8]).toContain(view.rows[4]?.dots[panda]);
    expect([last('hands'), (last('hands') + 1) % 8]).toContain(view.hands.dots[rat]);
    ballots = found;
    await close(BOARD);
  }

  const { desk, close } = deskIn(data);
  await desk.open(BOARD);
  const rounds = desk.rounds(BOARD);
  const { rows, hands } = await rounds.view(R1);
  const counted = (candidate: string): number => [...ballots.values()].filter((choice) => choice === candidate).length;
  const paper = rows[4]?.dots[panda] ?? 0, raised = hands.dots[rat] ?? 0;
  await rounds.close(R1);
  const round = (await desk.open(BOARD)).board.rounds[R1]!;
  expect(round.tally?.totals).toEqual({ panda: counted('panda') + paper, rat: counted('rat') + raised, braderie: counted('braderie') });
  expect(round.tally?.cast).toBe([...ballots.values()].filter((choice) => choice !== '').length + 14);
  expect(recountRound(round)?.agrees).toBe(true);
  await close(BOARD);
}, 180_000);
