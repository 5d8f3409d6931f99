import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { processIsAlive, takeLock } from '../../../../electron/services/boards/boardLock.ts';
import { tempFolder } from '../startServices.ts';

const lockIn = async (): Promise<string> => join(await tempFolder(), 'lock');

test('two that want a lock at once: one has it, the other is told', async () => {
  const path = await lockIn();
  const outcomes = await Promise.all([11, 12].map((pid) => takeLock(path, pid, () => true).then((release) => ({ pid, release }), (error: Error) => error.message)));
  const holders = outcomes.filter((outcome) => typeof outcome !== 'string');
  expect(holders).toHaveLength(1);
  expect(outcomes).toContain('file.openElsewhere: ');
  expect(await readFile(path, 'utf8')).toBe(String(holders[0]!.pid));
  await holders[0]!.release();
});

test('many that take over the lock of a dead process: only one has it', async () => {
  const path = await lockIn();
  await writeFile(path, '99');
  const isAlive = (pid: number): boolean => pid !== 99;
  const outcomes = await Promise.all(Array.from({ length: 8 }, (_, i) => takeLock(path, 20 + i, isAlive).then((release) => release, () => null)));
  expect(outcomes.filter((release) => release !== null)).toHaveLength(1);
  for (const release of outcomes) await release?.();
  expect(await readdir(join(path, '..'))).toEqual([]);
});

test('a number that another program got is no holder once the lock has been silent', async () => {
  const path = await lockIn();
  await writeFile(path, '33');
  const longAgo = new Date(Date.now() - 120_000);
  await utimes(path, longAgo, longAgo);
  const release = await takeLock(path, 34, () => true);
  expect(await readFile(path, 'utf8')).toBe('34');
  await release();
});

test('a lock that was cut short or holds anything is taken over', async () => {
  const path = await lockIn();
  for (const text of ['', 'x', '-4', '1.5']) {
    await writeFile(path, text);
    await (await takeLock(path, 5, () => true))();
  }
});

test('a process that runs is alive, one that ended is not', async () => {
  const child = spawn('sleep', ['60']);
  expect(processIsAlive(child.pid!)).toBe(true);
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(processIsAlive(child.pid!)).toBe(false);
  // Its parent never asks how it ended, so it stays in the table of processes.
  const parent = spawn('sh', ['-c', 'sleep 0 & echo $!; exec sleep 60']);
  const [pid] = (await once(parent.stdout, 'data')) as [Buffer];
  while (processIsAlive(Number(pid.toString()))) await new Promise((resolve) => { setTimeout(resolve, 5); });
  parent.kill('SIGKILL');
});
