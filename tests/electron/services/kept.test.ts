import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { asId, type PersonId } from '../../../shared/base/ids.ts';
import type { PeoplePart } from '../../../shared/contract/people.ts';
import { FIRST_SETTINGS } from '../../../shared/contract/settings.ts';
import { readBoardFile } from '../../../electron/services/boardFile/readBoardFile.ts';
import { imageSize } from '../../../electron/services/assets/imageKind.ts';
import { loggable, openLog } from '../../../electron/services/log/logFile.ts';
import { greyPng } from './pictures.ts';
import { BOARD, sampleBoard, stroke } from './sampleBoard.ts';
import { signPeople } from './people/signPeople.ts';
import { startServices, tempFolder } from './startServices.ts';

const document = { board: sampleBoard(), inks: {} };
const part: PeoplePart = {
  people: [{ id: asId<PersonId>('p1'), name: 'Fatima Özdemir', role: 'bewoner', phone: '0470 12 34 56', signature: 'M0 0L100 40', consentAtMs: 5, consent: 'Mijn naam mag op het charter.' }],
  purpose: 'Ondertekenen van het charter', eraseOn: '2027-01-31',
};

/** All bytes under a folder, as text. */
async function everything(folder: string): Promise<string> {
  const entries = await readdir(folder, { withFileTypes: true });
  const texts = await Promise.all(entries.map((entry) => (entry.isDirectory() ? everything(join(folder, entry.name)) : readFile(join(folder, entry.name), 'utf8'))));
  return texts.join('\n');
}

describe('names, numbers and signatures', () => {
  test('are kept, and stand nowhere in clear', async () => {
    const folder = await tempFolder();
    const first = await startServices(folder);
    await first.ask('boards.create', { document, assets: [] });
    await first.ask('boards.open', { board: BOARD });
    await first.ask('board.do', { board: BOARD, opId: 'o1', command: stroke(1) });
    await first.services.files.saveFile(BOARD, join(folder, 'Kiel.doek'));
    await signPeople(first.ask, BOARD, part);
    await first.services.close();
    const { ask } = await startServices(folder);
    await ask('boards.open', { board: BOARD });
    expect(await ask('people.get', { board: BOARD })).toEqual(part);
    const text = await everything(folder);
    for (const secret of ['Fatima', '0470 12', 'bewoner', 'M0 0L100']) expect(text).not.toContain(secret);
  });

  test('cannot be read with a board file on another laptop, nor written over there', async () => {
    const there = await tempFolder();
    const first = await startServices(there);
    await first.ask('boards.create', { document, assets: [] });
    await first.ask('boards.open', { board: BOARD });
    await signPeople(first.ask, BOARD, part);
    const path = join(there, 'Kiel.doek');
    await first.services.files.writeCopy(BOARD, path);
    expect((await readBoardFile(path)).people).not.toBeNull();
    const second = await startServices(await tempFolder());
    const board = await second.services.files.openFile(path);
    await second.ask('boards.open', { board });
    await expect(second.ask('people.get', { board })).rejects.toThrow('people.damaged');
    await expect(signPeople(second.ask, board, part)).rejects.toThrow('people.damaged');
    await second.ask('people.erase', { board });
    await signPeople(second.ask, board, part);
    expect(await second.ask('people.get', { board })).toEqual(part);
  });

  test('are erased with their key, so that an older copy of the file is unreadable too', async () => {
    const folder = await tempFolder();
    const { ask, services } = await startServices(folder);
    await ask('boards.create', { document, assets: [] });
    await ask('boards.open', { board: BOARD });
    await services.files.saveFile(BOARD, join(folder, 'Kiel.doek'));
    await signPeople(ask, BOARD, part);
    const people = join(folder, 'boards', BOARD, 'people.bin');
    const copy = await readFile(people);
    await ask('boards.close', { board: BOARD });
    await ask('boards.open', { board: BOARD });
    expect((await readBoardFile(join(folder, 'Kiel.doek'))).people).toEqual(copy);
    expect(await ask('people.erase', { board: BOARD })).toEqual({ outOfReach: [], given: [], stopped: 0 });
    expect(await readdir(join(folder, 'keys'))).toEqual([]);
    expect((await readBoardFile(join(folder, 'Kiel.doek'))).people).toBeNull();
    expect(await ask('people.get', { board: BOARD })).toEqual({ people: [], purpose: '', eraseOn: '' });
    await writeFile(people, copy);
    await expect(ask('people.get', { board: BOARD })).rejects.toThrow('people.damaged');
  });

  test('that were altered by one bit are said to be damaged', async () => {
    const folder = await tempFolder();
    const { ask } = await startServices(folder);
    await ask('boards.create', { document, assets: [] });
    await ask('boards.open', { board: BOARD });
    await signPeople(ask, BOARD, part);
    const path = join(folder, 'boards', BOARD, 'people.bin');
    const whole = await readFile(path);
    for (const at of [0, 12, 45, 60, whole.length - 1]) {
      const altered = Buffer.from(whole);
      altered[at]! ^= 4;
      await writeFile(path, altered);
      await expect(ask('people.get', { board: BOARD })).rejects.toThrow('people.damaged');
    }
  });

  test('copies that cannot be reached are named when they are erased', async () => {
    const folder = await tempFolder();
    const { ask, services } = await startServices(folder);
    await ask('boards.create', { document, assets: [] });
    await ask('boards.open', { board: BOARD });
    const path = join(folder, 'Kiel.doek');
    await services.files.saveFile(BOARD, path);
    await signPeople(ask, BOARD, part);
    const other = await startServices(await tempFolder());
    await other.ask('boards.create', { document, assets: [] });
    await other.ask('boards.open', { board: BOARD });
    await other.services.files.writeCopy(BOARD, path);
    expect(await ask('people.erase', { board: BOARD })).toEqual({ outOfReach: [path], given: [], stopped: 0 });
  });
});

describe('settings', () => {
  test('are kept; what is damaged or of an older version is as on a fresh laptop', async () => {
    const folder = await tempFolder();
    const first = await startServices(folder);
    expect(await first.ask('settings.get', {})).toEqual(FIRST_SETTINGS);
    await first.ask('settings.set', { settings: { ...FIRST_SETTINGS, drawingHand: 'left', smoothing: 0 } });
    expect(first.told['settings.changed']).toHaveLength(1);
    expect(await (await startServices(folder)).ask('settings.get', {})).toEqual({ ...FIRST_SETTINGS, drawingHand: 'left', smoothing: 0 });
    await writeFile(join(folder, 'settings.json'), JSON.stringify({ locale: 'en', smoothing: 'much', exporting: { ...FIRST_SETTINGS.exporting, paper: 'a9' } }));
    expect(await (await startServices(folder)).ask('settings.get', {})).toEqual({ ...FIRST_SETTINGS, locale: 'en' });
    await writeFile(join(folder, 'settings.json'), '{"loca');
    expect(await (await startServices(folder)).ask('settings.get', {})).toEqual(FIRST_SETTINGS);
  });
});

describe('pictures', () => {
  test('are kept once and given back; what is no picture is refused', async () => {
    const { ask, services } = await startServices(await tempFolder());
    await ask('boards.create', { document, assets: [] });
    await ask('boards.open', { board: BOARD });
    const base64 = greyPng(5, 4).toString('base64');
    const { asset } = await ask('assets.put', { board: BOARD, mime: 'image/jpeg', base64 });
    expect(await ask('assets.put', { board: BOARD, mime: 'image/png', base64 })).toEqual({ asset });
    expect(await ask('assets.get', { board: BOARD, asset })).toEqual({ asset, mime: 'image/png', base64 });
    const put = async (bytes: Buffer): Promise<unknown> => services.handle('assets.put', { board: BOARD, mime: 'image/png', base64: bytes.toString('base64') });
    expect(await put(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toMatchObject({ trouble: { code: 'image.unreadable' } });
    expect(await put(greyPng(1, 1, { width: 50_000, height: 50_000 }))).toMatchObject({ trouble: { code: 'file.tooLarge' } });
    expect(await put(greyPng(1, 1).subarray(0, 20))).toMatchObject({ trouble: { code: 'image.unreadable' } });
  });

  test.each([
    ['a GIF', '474946383961 0a00 1400', 'image/gif'],
    ['a JPEG', 'ffd8 ffe0 0004 0000 ffc0 000b 08 0014 000a 01', 'image/jpeg'],
    ['a lossy WebP', '52494646 00000000 57454250 56503820 00000000 000000 9d012a 0a00 1400', 'image/webp'],
    ['a lossless WebP', '52494646 00000000 57454250 5650384c 00000000 2f 09c00400', 'image/webp'],
    ['an extended WebP', '52494646 00000000 57454250 56503858 0a000000 00000000 090000 130000', 'image/webp'],
  ])('%s says its size in its head', (_name, hex, mime) => {
    expect(imageSize(Buffer.from(hex.replace(/ /g, ''), 'hex'))).toMatchObject({ kind: { mime }, widthPx: 10, heightPx: 20 });
  });
});

describe('the log', () => {
  test('turns over when it is full and keeps three older ones', async () => {
    const folder = await tempFolder();
    const log = openLog(folder, () => 0, 2000);
    for (let i = 0; i < 40; i++) log.write('try', 'x'.repeat(400));
    await log.close();
    expect((await readdir(join(folder, 'log'))).sort()).toEqual(['droomdoek.1.log', 'droomdoek.2.log', 'droomdoek.3.log', 'droomdoek.log']);
  });

  test('holds no words of people and no folders', async () => {
    const folder = await tempFolder();
    const { services, ask } = await startServices(folder);
    await ask('boards.create', { document, assets: [] });
    await services.handle('boards.open', { board: 'Fatima Özdemir' });
    await services.handle('board.do', { board: BOARD, opId: 'o', command: { type: 'board.rename', title: 'Fatima' } });
    await services.close();
    const text = await readFile(join(folder, 'log', 'droomdoek.log'), 'utf8');
    expect(text).toContain('boards.open call.invalid');
    expect(text).toContain('board.do board.notOpen');
    expect(text).not.toMatch(/Fatima|\/tmp/);
    expect(loggable(Object.assign(new Error('/home/fatima/x'), { code: 'ENOENT' }))).not.toContain('fatima');
  });
});

describe('what comes in with a call', () => {
  test.each<[string, unknown]>([
    ['no.such.call', {}], ['constructor', {}], ['boards.open', null], ['boards.open', { board: '../../etc' }], ['boards.open', { board: '__proto__' }],
    ['board.do', { board: BOARD, opId: '', command: stroke(1) }], ['settings.set', { settings: { ...FIRST_SETTINGS, smoothing: 2 } }],
    ['rounds.count', { board: BOARD, round: 'r', table: 't', dots: { a: 0.5 } }], ['people.change', { board: BOARD, change: { kind: 'sign', person: {}, purpose: '', eraseOn: '' } }],
    ['exports.start', { board: BOARD, request: { format: 'exe' } }], ['room.live', { message: { kind: 'laser', at: { x: NaN, y: 0 } } }],
    ['app.info', {}],
  ])('is refused when it is not what %s takes', async (name, input) => {
    const { services } = await startServices(await tempFolder());
    expect(await services.handle(name as 'app.info', input)).toMatchObject({ ok: false, trouble: { code: 'call.invalid' } });
  });

  test('goes on to the shell for what only a shell can do', async () => {
    const info = { shell: 'desktop', platform: 'linux', version: '1', openAtStart: null } as const;
    const { ask } = await startServices(await tempFolder(), { shellCalls: { 'app.info': async () => info } });
    expect(await ask('app.info', {})).toEqual(info);
  });
});

describe('a board that is removed', () => {
  test('lies whole in the bin and on no list', async () => {
    const folder = await tempFolder();
    const { ask, services, told } = await startServices(folder, { now: () => 77 });
    await ask('boards.create', { document, assets: [] });
    await ask('boards.open', { board: BOARD });
    await ask('board.do', { board: BOARD, opId: 'o1', command: stroke(1) });
    await ask('boards.remove', { board: BOARD });
    expect(await ask('boards.list', {})).toEqual([]);
    expect(await readdir(join(folder, 'bin', `${BOARD}-77`))).toContain('snapshot-1.json');
    expect(await services.handle('boards.open', { board: BOARD })).toMatchObject({ trouble: { code: 'board.unknown' } });
    expect(await services.handle('board.undo', { board: BOARD })).toMatchObject({ trouble: { code: 'board.notOpen' } });
    await expect.poll(() => told['boards.listed']?.length).toBeGreaterThan(0);
  });
});
