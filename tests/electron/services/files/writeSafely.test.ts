import { chmod, mkdir, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fileTrouble } from '../../../../electron/services/files/fileTrouble.ts';
import { removeForGood } from '../../../../electron/services/files/removeForGood.ts';
import { renamePatiently, writeSafely } from '../../../../electron/services/files/writeSafely.ts';
import { tempFolder } from '../startServices.ts';

async function* pieces(...texts: readonly (string | Error)[]): AsyncGenerator<string> {
  for (const text of texts) {
    if (text instanceof Error) throw text;
    yield text;
  }
}

describe('a file that is written safely', () => {
  test('is whole and alone in its folder', async () => {
    const folder = await tempFolder();
    await writeSafely(join(folder, 'a'), pieces('één', ' ', 'twee'));
    expect(await readFile(join(folder, 'a'), 'utf8')).toBe('één twee');
    expect(await readdir(folder)).toEqual(['a']);
  });

  test('stays as it was when making the new one fails half-way', async () => {
    const folder = await tempFolder();
    await writeFile(join(folder, 'a'), 'old');
    await expect(writeSafely(join(folder, 'a'), pieces('new', new Error('no more')))).rejects.toThrow('no more');
    expect(await readFile(join(folder, 'a'), 'utf8')).toBe('old');
    expect(await readdir(folder)).toEqual(['a']);
  });

  test('may be read by whoever could before', async () => {
    const path = join(await tempFolder(), 'a');
    await writeFile(path, 'old');
    await chmod(path, 0o664);
    await writeSafely(path, 'new');
    expect((await stat(path)).mode & 0o777).toBe(0o664);
    await rm(path);
    await writeSafely(path, 'secret', 0o600);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  test('goes where a link leads', async () => {
    const folder = await tempFolder();
    await mkdir(join(folder, 'real'));
    await writeFile(join(folder, 'real', 'a'), 'old');
    await symlink(join('real', 'a'), join(folder, 'link'));
    await writeSafely(join(folder, 'link'), 'new');
    expect(await readFile(join(folder, 'real', 'a'), 'utf8')).toBe('new');
    expect((await readdir(folder)).sort()).toEqual(['link', 'real']);
  });
});

test('a rename that cannot succeed is not tried for long', async () => {
  const folder = await tempFolder();
  await expect(renamePatiently(join(folder, 'nothing'), join(folder, 'b'))).rejects.toMatchObject({ code: 'ENOENT' });
});

test('what is removed for good was overwritten before, and nothing there is no failure', async () => {
  const folder = await tempFolder();
  const path = join(folder, 'key');
  await writeFile(path, 'secret');
  const { open } = await import('node:fs/promises');
  const reader = await open(path, 'r');
  await removeForGood(path);
  await removeForGood(path);
  expect([...(await reader.readFile())]).toEqual([0, 0, 0, 0, 0, 0]);
  await reader.close();
  expect(await readdir(folder)).toEqual([]);
});

test.each([['ENOSPC', 'disk.full'], ['EFBIG', 'disk.full'], ['EDQUOT', 'disk.full'], ['EROFS', 'disk.readOnly'], ['EACCES', 'disk.readOnly'], ['EPERM', 'disk.readOnly'], ['ENOENT', 'disk.gone'], ['ENODEV', 'disk.gone'], ['EBUSY', 'file.held'], ['ENAMETOOLONG', 'file.nameTooLong'], ['EIO', 'disk.failed']])(
  '%s is told as %s', (errno, code) => {
    expect(fileTrouble(Object.assign(new Error('/some/path'), { code: errno }))).toEqual({ code, detail: errno });
  });
