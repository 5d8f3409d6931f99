import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { asId, type AssetId, type StampId } from '../../../../shared/base/ids.ts';
import type { Command } from '../../../../shared/board/commands.ts';
import { applyCommand } from '../../../../shared/board/applyCommand.ts';
import type { ImageMark } from '../../../../shared/board/marks.ts';
import type { NewStamp } from '../../../../shared/contract/stamps.ts';
import { greyPng } from '../pictures.ts';
import { PAGE, sampleBoard, stroke } from '../sampleBoard.ts';
import { startServices, tempFolder, type Ask } from '../startServices.ts';

const photo: ImageMark = { kind: 'image', id: asId('photo'), page: PAGE, layer: 'harvest', order: 'a9', matrix: [1, 0, 0, 1, 0, 0], locked: false, asset: asId<AssetId>('pic'), w: 20, h: 10, alt: '' };

/** A stamp of so many strokes, and a picture when asked. */
function drawing(name: string, strokes = 2, withPhoto = false): NewStamp {
  const puts = Array.from({ length: strokes }, (_, i) => stroke(i + 1));
  const commands: readonly Command[] = withPhoto ? [...puts, { type: 'marks.put', what: 'image', marks: [photo] }] : puts;
  const board = commands.reduce((before, command) => applyCommand(before, command, () => false).board, sampleBoard());
  return {
    name, document: { board, inks: Object.assign({}, ...puts.map(({ inks }) => inks)) },
    assets: withPhoto ? [{ asset: photo.asset, mime: 'image/png', base64: greyPng(4, 2).toString('base64') }] : [],
  };
}

const names = async (ask: Ask): Promise<readonly string[]> => (await ask('stamps.list', {})).stamps.map(({ name }) => name);
const base64 = async (path: string): Promise<string> => (await readFile(path)).toString('base64');

describe('a stamp that is kept', () => {
  test('is there again after a restart, whole, the newest first, and every window hears of it', async () => {
    const folder = await tempFolder();
    let ms = 1000;
    const first = await startServices(folder, { now: () => (ms += 1000) });
    await first.ask('stamps.keep', drawing('huis van Jef'));
    const { stamp } = await first.ask('stamps.keep', drawing('  het plein  ', 3, true));
    expect(first.told['stamps.listed']?.map(({ stamps }) => stamps.length)).toEqual([1, 2]);
    await first.services.close();
    const { ask } = await startServices(folder);
    expect(await names(ask)).toEqual(['het plein', 'huis van Jef']);
    expect(await ask('stamps.get', { stamp })).toMatchObject({ ...drawing('het plein', 3, true), id: stamp });
  });

  test('can be renamed, laid aside and taken back', async () => {
    const { ask } = await startServices(await tempFolder());
    const { stamp } = await ask('stamps.keep', drawing('huis'));
    await ask('stamps.rename', { stamp, name: 'woning' });
    expect(await names(ask)).toEqual(['woning']);
    await ask('stamps.remove', { stamp });
    expect(await names(ask)).toEqual([]);
    await expect(ask('stamps.get', { stamp })).rejects.toThrow('stamp.unknown');
    await ask('stamps.restore', { stamp });
    expect(await names(ask)).toEqual(['woning']);
    await expect(ask('stamps.restore', { stamp: asId<StampId>('nobody') })).rejects.toThrow('stamp.unknown');
  });

  test('is refused when it is no drawing, empty, too large, or has no name', async () => {
    const { ask } = await startServices(await tempFolder());
    await expect(ask('stamps.keep', drawing('leeg', 0))).rejects.toThrow('file.damaged');
    await expect(ask('stamps.keep', drawing('  '))).rejects.toThrow('call.invalid');
    await expect(ask('stamps.keep', drawing('twee\nregels'))).rejects.toThrow('call.invalid');
    await expect(ask('stamps.keep', drawing('bos', 3001))).rejects.toThrow('stamp.tooLarge');
    const torn = drawing('gescheurd');
    await expect(ask('stamps.keep', { ...torn, document: { ...torn.document, inks: {} } })).rejects.toThrow('file.damaged');
    await expect(ask('stamps.keep', { ...torn, assets: [{ asset: photo.asset, mime: 'image/png', base64: 'AAAA' }] })).rejects.toThrow('image.unreadable');
    expect(await names(ask)).toEqual([]);
  });
});

describe('a damaged file', () => {
  test.each([
    ['cut short', (text: string) => text.slice(0, text.length / 2)],
    ['with ink that is none', (text: string) => text.replace(/"i1":"[^"]*"/, '"i1":"xx"')],
    ['under another name', (text: string) => text.replace(/"id":"[a-z0-9]+"/, '"id":"other"')],
  ])('%s is set aside and told, and takes no other stamp with it', async (_, damage) => {
    const folder = await tempFolder();
    const first = await startServices(folder);
    const { stamp } = await first.ask('stamps.keep', drawing('huis'));
    await first.ask('stamps.keep', drawing('plein'));
    await first.services.close();
    const path = join(folder, 'stamps', `${stamp}.json`);
    const damaged = damage(await readFile(path, 'utf8'));
    await writeFile(path, damaged);
    const { ask } = await startServices(folder);
    expect(await ask('stamps.list', {})).toMatchObject({ stamps: [{ name: 'plein' }], setAside: 1 });
    expect(await readFile(join(folder, 'stamps', 'aside', `${stamp}.json`), 'utf8')).toBe(damaged);
    expect((await ask('stamps.list', {})).setAside).toBe(1);
  });

  test('of a newer app stays where it is', async () => {
    const folder = await tempFolder();
    const { ask } = await startServices(folder);
    const { stamp } = await ask('stamps.keep', drawing('huis'));
    const path = join(folder, 'stamps', `${stamp}.json`);
    await writeFile(path, (await readFile(path, 'utf8')).replace('{"version":1', '{"version":99'));
    expect(await ask('stamps.list', {})).toEqual({ stamps: [], setAside: 0 });
    expect(await readdir(join(folder, 'stamps'))).toContain(`${stamp}.json`);
  });
});

describe('all stamps in one file', () => {
  test('go to another laptop, pictures too, and nothing doubles when they come twice', async () => {
    const here = await startServices(await tempFolder());
    const { stamp } = await here.ask('stamps.keep', drawing('huis', 2, true));
    await here.ask('stamps.keep', drawing('plein'));
    const path = join(await tempFolder(), 'mijn.doekstempels');
    await here.services.files.writeStamps(path);
    const there = await startServices(await tempFolder());
    await there.ask('stamps.keep', drawing('van daar'));
    expect(await there.ask('stamps.importFile', { name: 'mijn.doekstempels', base64: await base64(path) })).toEqual({ added: 2, known: 0 });
    expect(await there.ask('stamps.importFile', { name: 'mijn.doekstempels', base64: await base64(path) })).toEqual({ added: 0, known: 2 });
    expect([...(await names(there.ask))].sort()).toEqual(['huis', 'plein', 'van daar']);
    expect(await there.ask('stamps.get', { stamp })).toEqual(await here.ask('stamps.get', { stamp }));
  });

  test('are taken whole or not at all', async () => {
    const here = await startServices(await tempFolder());
    await here.ask('stamps.keep', drawing('huis'));
    await here.ask('stamps.keep', drawing('plein'));
    const path = join(await tempFolder(), 'mijn.doekstempels');
    await here.services.files.writeStamps(path);
    const text = await readFile(path, 'utf8');
    const there = await startServices(await tempFolder());
    const take = (content: string): Promise<unknown> => there.ask('stamps.importFile', { name: 'x', base64: Buffer.from(content).toString('base64') });
    await expect(take(text.slice(0, -20))).rejects.toThrow('file.damaged');
    await expect(take(text.replace('"kind":"stroke"', '"kind":"spook"'))).rejects.toThrow('file.damaged');
    await expect(take('{"hallo":1}')).rejects.toThrow('stamps.foreign');
    await expect(take('geen JSON')).rejects.toThrow('stamps.foreign');
    expect(await names(there.ask)).toEqual([]);
  });
});

test('a folder that holds other things is left alone', async () => {
  const folder = await tempFolder();
  await mkdir(join(folder, 'stamps'), { recursive: true });
  await writeFile(join(folder, 'stamps', 'lees mij.txt'), 'hallo');
  await writeFile(join(folder, 'stamps', '.half.json.tmp'), '{');
  const { ask } = await startServices(folder);
  expect(await ask('stamps.list', {})).toEqual({ stamps: [], setAside: 0 });
  expect(await readdir(join(folder, 'stamps'))).toHaveLength(2);
});
