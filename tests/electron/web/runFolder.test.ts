import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeRunFolder } from '../../../electron/web/runFolder.ts';

let temp = '';
beforeEach(async () => { temp = await mkdtemp(join(tmpdir(), 'runs-')); });
afterEach(async () => { await rm(temp, { recursive: true }); });

test('what a killed run left is gone at the next start; runs that live and folders of others stay', async () => {
  const alive = new Set([101, 102]);
  const living = await makeRunFolder(temp, 101, (pid) => alive.has(pid));
  const killed = await makeRunFolder(temp, 102, (pid) => alive.has(pid));
  await mkdir(join(killed, 'out-1'));
  await writeFile(join(killed, 'out-1', 'Contactlijst.pdf'), 'names');
  await mkdir(join(temp, 'droomdoek-102-of-mine'));
  await mkdir(join(temp, 'droomdoek-print'));
  alive.delete(102);
  const own = await makeRunFolder(temp, 103, (pid) => alive.has(pid));
  expect((await readdir(temp)).sort()).toEqual([basename(living), 'droomdoek-102-of-mine', basename(own), 'droomdoek-print'].sort());
});

test('a run that got the number of a killed one removes what that left, and not its own', async () => {
  const killed = await makeRunFolder(temp, 7, () => true);
  const own = await makeRunFolder(temp, 7, () => true);
  expect(own).not.toBe(killed);
  expect(await readdir(temp)).toEqual([basename(own)]);
});
