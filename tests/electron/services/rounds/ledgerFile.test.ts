import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { LedgerFile } from '../../../../electron/services/rounds/ledgerFile.ts';
import { tempFolder } from '../startServices.ts';

describe('a ledger file', () => {
  test('with one slot spoilt at any place gives the state before or after, never another', async () => {
    const path = join(await tempFolder(), 'r.ledger');
    const ledger = await LedgerFile.create(path, '"first"');
    await ledger.write('"second"');
    await ledger.write('"third"');
    await ledger.close();
    const whole = await readFile(path);
    for (const at of [0, 8, 12, 16, 40, 48, 50, 55]) {
      for (const slot of [0, whole.length / 2]) {
        const spoilt = Buffer.from(whole);
        spoilt[slot + at]! ^= 0xff;
        await writeFile(path, spoilt);
        const opening = await LedgerFile.open(path);
        await opening.ledger.close();
        expect(['"second"', '"third"']).toContain(opening.json);
      }
    }
    await writeFile(path, Buffer.alloc(whole.length));
    await expect(LedgerFile.open(path)).rejects.toThrow('file.damaged');
  });

  test('does not keep what was replaced twice', async () => {
    const path = join(await tempFolder(), 'r.ledger');
    const ledger = await LedgerFile.create(path, '"a much longer state that holds a vote"');
    await ledger.write('1');
    await ledger.write('2');
    expect(await readFile(path, 'latin1')).not.toContain('vote');
    await ledger.write(`"${'x'.repeat(5000)} vote"`);
    await ledger.close();
    const again = (await LedgerFile.open(path)).ledger;
    expect(await readFile(path, 'latin1')).toContain('vote');
    await again.write('3');
    await again.write('4');
    await again.close();
    expect(await readFile(path, 'latin1')).not.toMatch(/vote|xx/);
    await rm(path);
  });
});
