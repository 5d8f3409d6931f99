import { expect, onTestFinished, test } from 'vitest';
import { asId, type RoundId } from '../../../../shared/base/ids.ts';
import { Countdowns } from '../../../../electron/services/rounds/countdowns.ts';

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
