import { execFileSync } from 'node:child_process';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { PersonId } from '../../../../shared/base/ids.ts';
import type { PeoplePart } from '../../../../shared/contract/people.ts';
import { FIRST_SETTINGS } from '../../../../shared/contract/settings.ts';
import { changePeople } from '../../../../electron/services/people/changePeople.ts';
import { readBoardFile } from '../../../../electron/services/boardFile/readBoardFile.ts';
import { BOARD, sampleBoard, stroke } from '../sampleBoard.ts';
import { tempFolder } from '../startServices.ts';
import { filesUnder, INK, part, person, SECRETS, signed } from './signedBoard.ts';
import { signPeople } from './signPeople.ts';

const DAY = 86_400_000;

describe('what people gave', () => {
  test('stands in no byte of this laptop in clear: journal, snapshots, board files, second copies, log', async () => {
    const folder = await tempFolder();
    const copies = await tempFolder();
    const { ask, services } = await signed('2026-11-20', folder);
    await ask('settings.set', { settings: { ...FIRST_SETTINGS, secondCopyFolder: copies } });
    await services.files.saveFile(BOARD, join(folder, 'Kiel.doek'));
    await ask('board.do', { board: BOARD, opId: 'o1', command: stroke(1) });
    await signPeople(ask, BOARD, { ...part, people: [person('Els Maes')] });
    await ask('board.undo', { board: BOARD });
    await services.handle('people.change', { board: BOARD, change: { kind: 'sign', person: { name: 'Fatima Yildiz' } } });
    await services.files.writeCopy(BOARD, join(folder, 'kopie.doek'));
    await services.close();
    const files = [...(await filesUnder(folder)), ...(await filesUnder(copies))];
    expect(files.filter((path) => path.endsWith('.doek'))).toHaveLength(3);
    for (const path of files) {
      const bytes = await readFile(path);
      const inside = path.endsWith('.doek') ? await readBoardFile(path) : null;
      const said = [bytes.toString('utf8'), bytes.toString('latin1'), JSON.stringify(inside?.document), inside?.playback?.journal ?? '', inside?.people?.toString('latin1') ?? ''].join('\n');
      for (const secret of [...SECRETS, 'Els Maes']) expect(said.includes(secret), `${secret} in ${path}`).toBe(false);
    }
  });

  test('a signature that is no drawing is refused', async () => {
    const { services } = await signed('2026-11-20', await tempFolder());
    for (const signature of ['M0 0 A 5 5', 'Mx', 'm0 0l5 5', '<svg/>']) {
      expect(await services.handle('people.change', { board: BOARD, change: { kind: 'sign', purpose: part.purpose, eraseOn: part.eraseOn, person: { ...part.people[0], signature } } }), signature).toMatchObject({ trouble: { code: 'call.invalid' } });
    }
  });
});

describe('changes of people', () => {
  test.skipIf(process.platform === 'win32')('are kept at once, however slow the stick is that the board’s file is on', async () => {
    const folder = await tempFolder();
    const { ask, services } = await signed('2026-11-20', folder, { pauses: { afterMs: 0, atMostMs: 0, retryMs: 0 } });
    const path = join(folder, 'Kiel.doek');
    await services.files.saveFile(BOARD, path);
    await rm(path);
    // Whoever reads this waits until somebody writes: as slow as a stick can be.
    execFileSync('mkfifo', [path]);
    for (const name of ['Els Maes', 'Piet Pot']) await signPeople(ask, BOARD, { ...part, people: [person(name)] });
    expect((await ask('people.get', { board: BOARD })).people).toHaveLength(4);
    await writeFile(path, '');
    await ask('boards.close', { board: BOARD });
    expect((await readBoardFile(path)).people).toEqual(await readFile(join(folder, 'boards', BOARD, 'people.bin')));
  });

  test('that would make a board file too large to be opened again are refused', () => {
    const signature = INK.padEnd(199_000, INK);
    const many = { ...part, people: Array.from({ length: 78 }, () => ({ ...person('Els Maes'), signature })) };
    const sign = (now: PeoplePart) => () => changePeople(now, { kind: 'sign', person: { ...person('Jef'), signature }, purpose: part.purpose, eraseOn: part.eraseOn });
    expect(sign(many)).toThrow('people.tooMuch');
    expect(sign({ ...many, people: many.people.slice(1) })().people).toHaveLength(78);
  });

  test('that are asked for at once all count: who was removed meanwhile does not come back', async () => {
    const { ask } = await signed('2026-11-20', await tempFolder());
    const [fatima, jef] = part.people;
    const change = (id: PersonId) => ask('people.change', { board: BOARD, change: { kind: 'remove', id } });
    const els = person('Els Maes');
    await Promise.all([change(fatima!.id), change(jef!.id), signPeople(ask, BOARD, { ...part, people: [els] })]);
    expect((await ask('people.get', { board: BOARD })).people).toEqual([els]);
  });

  test('bring nobody back who was erased meanwhile', async () => {
    const folder = await tempFolder();
    const { ask } = await signed('2026-11-20', folder);
    await Promise.all([ask('people.erase', { board: BOARD }), ask('people.change', { board: BOARD, change: { kind: 'remove', id: part.people[0]!.id } })]);
    expect(await ask('people.get', { board: BOARD })).toEqual({ people: [], purpose: '', eraseOn: '' });
    expect(await readdir(join(folder, 'keys'))).toEqual([]);
  });

  test('make the day of erasing earlier and never later, for as long as there is anybody', async () => {
    const { ask } = await signed('2026-11-20', await tempFolder());
    const until = (eraseOn: string) => ask('people.change', { board: BOARD, change: { kind: 'eraseOn', eraseOn } });
    expect(await until('2027-01-15')).toEqual({ ...part, eraseOn: '2027-01-15' });
    for (const later of ['2027-01-16', '']) await expect(until(later), later).rejects.toThrow('people.agreed');
    // Who signs with the day of before in view is erased with all others.
    await signPeople(ask, BOARD, { ...part, people: [person('Els Maes')] });
    expect(await ask('people.get', { board: BOARD })).toMatchObject({ eraseOn: '2027-01-15' });
    for (const { id } of (await ask('people.get', { board: BOARD })).people) await ask('people.change', { board: BOARD, change: { kind: 'remove', id } });
    expect(await until('2028-01-01')).toEqual({ people: [], purpose: part.purpose, eraseOn: '2028-01-01' });
  });

  test('give numbers no other purpose than was agreed', async () => {
    const { ask } = await signed('2026-11-20', await tempFolder());
    const purpose = (text: string) => ask('people.change', { board: BOARD, change: { kind: 'purpose', purpose: text } });
    await expect(purpose('reclame')).rejects.toThrow('people.agreed');
    await expect(signPeople(ask, BOARD, { ...part, purpose: 'iets anders', people: [person('Els Maes', '0470 11 11 11')] })).rejects.toThrow('people.agreed');
    expect(await ask('people.get', { board: BOARD })).toEqual(part);
    await ask('people.change', { board: BOARD, change: { kind: 'remove', id: part.people[0]!.id } });
    expect(await purpose('elkaar vinden')).toEqual({ ...part, people: part.people.slice(1), purpose: 'elkaar vinden' });
  });
});

describe('the day on which people are to be forgotten', () => {
  test('is told from that day on, board open or not, until it is done', async () => {
    const folder = await tempFolder();
    const { ask, later } = await signed('2027-01-30', folder);
    expect(await ask('people.due', {})).toEqual([]);
    later(DAY);
    const due = [{ board: BOARD, title: sampleBoard().title, eraseOn: '2027-01-31', people: 2 }];
    expect(await ask('people.due', {})).toEqual(due);
    await ask('boards.close', { board: BOARD });
    later(300 * DAY);
    expect(await ask('people.due', {})).toEqual(due);
    await ask('people.erase', { board: BOARD });
    expect(await ask('people.due', {})).toEqual([]);
  });

  test('is told for a board in the bin too', async () => {
    const folder = await tempFolder();
    const { ask } = await signed('2027-02-01', folder);
    await ask('boards.remove', { board: BOARD });
    expect(await ask('people.due', {})).toMatchObject([{ board: BOARD, people: 2 }]);
    await ask('people.erase', { board: BOARD });
    expect((await filesUnder(join(folder, 'bin'))).filter((path) => path.includes('people'))).toEqual([]);
    expect(await ask('people.due', {})).toEqual([]);
  });

  test('is not told twice for two copies of a board', async () => {
    const folder = await tempFolder();
    const { ask, services } = await signed('2027-02-01', folder);
    await services.files.writeCopy(BOARD, join(folder, 'kopie.doek'));
    const other = await services.files.openFile(join(folder, 'kopie.doek'));
    await ask('boards.open', { board: other });
    expect(await ask('people.due', {})).toHaveLength(1);
  });
});
