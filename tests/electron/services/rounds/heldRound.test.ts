import { join } from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { HeldRound } from '../../../../electron/services/rounds/heldRound.ts';
import { SlotFile } from '../../../../electron/services/files/slotFile.ts';
import type { VotingWay } from '../../../../shared/contract/rounds.ts';
import { castBallot, emptyLedger, setWay, type LedgerState } from '../../../../electron/services/rounds/ledgerState.ts';
import { ledgerText, readLedger } from '../../../../electron/services/rounds/ledgerText.ts';
import { tempFolder } from '../startServices.ts';
import { board, newest, opened, panda, rat, t1 } from './ledgerScene.ts';

const START = emptyLedger(opened, { [t1]: 'phones' }, null);

async function held(): Promise<{ readonly round: HeldRound; readonly file: SlotFile; readonly path: string; readonly vote: (voter: string, choice: typeof panda) => Promise<void> }> {
  const path = join(await tempFolder(), 'r1.ledger');
  const file = await SlotFile.create(path, ledgerText(START));
  onTestFinished(() => file.close().catch(() => undefined));
  const round = new HeldRound(file, Buffer.alloc(32, 7), START, () => undefined);
  return { round, file, path, vote: (voter, choice) => round.change((state) => castBallot(state, board, newest(round.slotOf(voter), 1, [choice])).ledger) };
}

/** What stands on the disk. */
async function onDisk(path: string): Promise<LedgerState> {
  const { file, json } = await SlotFile.open(path);
  await file.close();
  return readLedger(json);
}

test('nothing is shown before it is on the disk, and the last of many votes is there when the first is told', async () => {
  const { round, vote, path } = await held();
  const first = vote('a', panda), second = vote('a', rat), third = vote('b', panda);
  expect(round.ballotOf('a')).toBeNull();
  await first;
  expect(await onDisk(path)).toMatchObject({ ballots: { [round.slotOf('a')]: { table: 1 } } });
  await Promise.all([second, third]);
  expect([round.ballotOf('a')?.choices, round.ballotOf('b')?.choices, round.ballotOf('c')?.choices]).toEqual([[rat], [panda], undefined]);
  expect(await onDisk(path)).toEqual(round.state);
});

test('whatever is asked for at once is taken in the order in which it was asked, and stands so on the disk', async () => {
  const steps = fc.array(fc.record({ voter: fc.nat(5), choice: fc.constantFrom(panda, rat), way: fc.constantFrom<VotingWay | null>('paper', 'phones', null, null, null, null) }), { maxLength: 25 });
  await fc.assert(fc.asyncProperty(steps, async (all) => {
    const { round, path, file } = await held();
    const step = ({ voter, choice, way }: (typeof all)[number], i: number) => (state: LedgerState): LedgerState =>
      (way === null ? castBallot(state, board, { slot: round.slotOf(`${voter}`), table: 1, choices: [choice], count: i + 1 }).ledger : setWay(state, board, t1, way));
    await Promise.all(all.map((one, i) => round.change(step(one, i))));
    expect(round.state).toEqual(all.reduce((state, one, i) => step(one, i)(state), START));
    expect(await onDisk(path)).toEqual(round.state);
    await file.close();
  }), { numRuns: 15 });
});

test('a vote that asks again for the same waits until that is on the disk', async () => {
  const { round, vote, path } = await held();
  void vote('a', panda);
  await vote('a', panda);
  expect(await onDisk(path)).toEqual(round.state);
  expect(round.ballotOf('a')?.choices).toEqual([panda]);
});

test('what cannot be written does not count, nor what was built on it; what was there before does', async () => {
  const { round, vote, file } = await held();
  await vote('a', panda);
  await file.close();
  const failed = await Promise.allSettled([vote('a', rat), vote('b', panda), vote('c', panda)]);
  expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  expect([round.ballotOf('a')?.choices, round.ballotOf('b')?.choices]).toEqual([[panda], undefined]);
  await expect(vote('b', panda)).rejects.toThrow();
});

test('a round that is being ended takes nothing more, and says why; when ending failed it goes on', async () => {
  const { round, vote } = await held();
  const before = vote('a', panda);
  await round.shut('round.notOpen');
  await before;
  expect(round.ballotOf('a')?.choices).toEqual([panda]);
  await expect(vote('b', panda)).rejects.toThrow('round.notOpen');
  round.reopen();
  await vote('b', panda);
  expect(round.ballotOf('b')?.choices).toEqual([panda]);
});
