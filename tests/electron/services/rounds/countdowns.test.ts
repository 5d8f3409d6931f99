import { expect, onTestFinished, test } from 'vitest';
import { asId, type RoundId } from '../../../../shared/base/ids.ts';
import { Countdowns } from '../../../../electron/services/rounds/countdowns.ts';
import { patiently } from '../../../../electron/services/rounds/patiently.ts';

const id = asId<RoundId>('r1');
/** A busy machine may take its time. */
const PATIENT = { timeout: 20_000 };
const failure = (code: string): Error => Object.assign(new Error(code), { code });

test('a round that could not be closed when its time came is closed a little later', async () => {
  const countdowns = new Countdowns(Date.now);
  onTestFinished(() => { countdowns.stopAll(); });
  const came: string[] = [];
  countdowns.set(id, Date.now(), async () => {
    came.push(came.length === 0 ? 'failed' : 'closed');
    if (came.length === 1) throw failure('EIO');
  });
  await expect.poll(() => came, PATIENT).toEqual(['failed', 'closed']);
});

test('work on a file that somebody holds is tried again, and what fails for another reason is not', async () => {
  const tries: string[] = [];
  const heldBy = (...codes: readonly string[]): Promise<string> => patiently(async () => {
    const code = codes[tries.length];
    tries.push(code ?? 'done');
    if (code !== undefined) throw failure(code);
    return 'removed';
  });
  expect(await heldBy('EBUSY', 'EPERM')).toBe('removed');
  expect(tries.splice(0)).toEqual(['EBUSY', 'EPERM', 'done']);
  await expect(heldBy('EBUSY', 'EIO', 'EBUSY')).rejects.toMatchObject({ code: 'EIO' });
  expect(tries).toEqual(['EBUSY', 'EIO']);
});
