import { expect, test } from 'vitest';
import { patiently } from '../../../../electron/services/files/patiently.ts';

const failure = (code: string): Error => Object.assign(new Error(code), { code });

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
