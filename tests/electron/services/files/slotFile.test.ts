import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SlotFile } from '../../../../electron/services/files/slotFile.ts';
import { tempFolder } from '../startServices.ts';

describe('a file that is rewritten in place', () => {
  test('with one slot spoilt at any place gives the state before or after, never another', async () => {
    const path = join(await tempFolder(), 'r.ledger');
    const slots = await SlotFile.create(path, '"first"');
    await slots.write('"second"');
    await slots.write('"third"');
    await slots.close();
    const whole = await readFile(path);
    for (const at of [0, 8, 12, 16, 40, 48, 50, 55]) {
      for (const slot of [0, whole.length / 2]) {
        const spoilt = Buffer.from(whole);
        spoilt[slot + at]! ^= 0xff;
        await writeFile(path, spoilt);
        const opening = await SlotFile.open(path);
        await opening.file.close();
        expect(['"second"', '"third"']).toContain(opening.json);
      }
    }
    await writeFile(path, Buffer.alloc(whole.length));
    await expect(SlotFile.open(path)).rejects.toThrow('file.damaged');
  });

  test('does not keep what was replaced twice', async () => {
    const path = join(await tempFolder(), 'r.ledger');
    const slots = await SlotFile.create(path, '"a much longer state that holds a vote"');
    await slots.write('1');
    await slots.write('2');
    expect(await readFile(path, 'latin1')).not.toContain('vote');
    await slots.write(`"${'x'.repeat(5000)} vote"`);
    await slots.close();
    const again = (await SlotFile.open(path)).file;
    expect(await readFile(path, 'latin1')).toContain('vote');
    await again.write('3');
    await again.write('4');
    await again.close();
    expect(await readFile(path, 'latin1')).not.toMatch(/vote|xx/);
    await rm(path);
  });
});
