import { randomInt } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { MarkId } from '../../../../shared/base/ids.ts';
import { bundleProcess, startDrawing } from '../../../support/drawingProcess.ts';
import { PhoneClient } from '../../../support/phoneClient.ts';
import { BOARD } from '../sampleBoard.ts';
import { startServices, tempFolder } from '../startServices.ts';
import { cards, opened } from './doorRoom.ts';

let folder = '';
let bundle = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'droomdoek-'));
  bundle = join(folder, 'door.cjs');
  await bundleProcess('doorUntilKilled', bundle);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const VOTERS = 30;

/** What a voter was told last, and what it had sent when the laptop died. */
type Known = { told: MarkId | null; sent: MarkId | null };

/** Votes on one phone, again and again with another choice, until the connection breaks. */
async function voteOnAndOn(phone: PhoneClient, known: Known, turn: number, acknowledged: () => void): Promise<void> {
  for (let i = turn; ; i++) {
    known.sent = cards[i % cards.length]!.id;
    const answer = await phone.vote(opened.id, [known.sent]).catch(() => null);
    if (!answer) return;
    expect(answer.status).toBe(200);
    known.told = known.sent;
    acknowledged();
  }
}

test('a laptop that dies in the middle of a round has every acknowledged ballot, and its door and all passes hold again, six times in a row', async () => {
  const data = await tempFolder();
  const known: Known[] = Array.from({ length: VOTERS }, () => ({ told: null, sent: null }));
  let passes: readonly string[] = [];
  for (let kill = 0; kill < 6; kill++) {
    const laptop = startDrawing(bundle, data);
    await laptop.said('door http', 1);
    const codes = JSON.parse(laptop.lines.find((line) => line.startsWith('codes '))!.slice(6)) as string[];
    const url = laptop.lines.find((line) => line.startsWith('door '))!.slice(5);
    const phones = codes.slice(0, VOTERS).map((_, i) => new PhoneClient(url, `127.0.8.${i + 1}`));
    if (passes.length === 0) {
      passes = await Promise.all(phones.map(async (phone, i) => {
        await phone.join({ code: codes[i]! });
        return phone.pass;
      }));
    }
    for (const [i, phone] of phones.entries()) {
      const state = await phone.goOnWith(passes[i]!);
      expect(state.phase).toBe('vote');
      const mine = state.phase === 'vote' ? (state.mine?.[0] ?? null) : null;
      // What was on its way may have arrived; never less than what was acknowledged.
      expect([known[i]!.told, known[i]!.sent]).toContain(mine);
      known[i] = { told: mine, sent: mine };
    }
    let count = 0;
    const killAfter = randomInt(VOTERS, 300);
    await Promise.all(phones.map((phone, i) => voteOnAndOn(phone, known[i]!, i + kill, () => {
      count += 1;
      if (count === killAfter) void laptop.kill();
    })));
    await laptop.kill();
    expect(laptop.errors()).toBe('');
    for (const phone of phones) phone.hangUp();
  }

  const { ask } = await startServices(data, { doorPorts: [0] });
  await ask('boards.open', { board: BOARD });
  const { url } = await ask('door.state', {});
  const final = await Promise.all(passes.map(async (pass, i) => {
    const phone = new PhoneClient(url!, `127.0.8.${i + 1}`);
    const state = await phone.goOnWith(pass);
    phone.hangUp();
    return state.phase === 'vote' ? state.mine?.[0] : undefined;
  }));
  for (const [i, choice] of final.entries()) expect([known[i]!.told, known[i]!.sent]).toContain(choice);
  await ask('rounds.close', { board: BOARD, round: opened.id });
  const tally = (await ask('boards.open', { board: BOARD })).board.rounds[opened.id]?.tally;
  expect(tally).toMatchObject({ cast: VOTERS, totals: Object.fromEntries(cards.map(({ id }) => [id, final.filter((choice) => choice === id).length])) });
}, 180_000);
