import { open, readdir, readFile, stat, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { asId, type AssetId } from '../../../../shared/base/ids.ts';
import { BOARD_VERSION } from '../../../../shared/board/board.ts';
import { encodeLine } from '../../../../shared/journal/journalText.ts';
import { markCount, marksOf } from '../../../../shared/board/buckets.ts';
import { applyCommand } from '../../../../shared/board/applyCommand.ts';
import { LIMITS, MIMETYPE, type BoardFile } from '../../../../electron/services/boardFile/container.ts';
import { readBoardFile, readFirstMarks } from '../../../../electron/services/boardFile/readBoardFile.ts';
import { writeBoardFile } from '../../../../electron/services/boardFile/writeBoardFile.ts';
import { TroubleError } from '../../../../shared/contract/trouble.ts';
import { smallDisk } from '../../../support/smallDisk.ts';
import { greyPng } from '../pictures.ts';
import { sampleBoard, stroke } from '../sampleBoard.ts';
import { tempFolder } from '../startServices.ts';

const writing = { savedMs: 1_700_000_000_000, app: 'test', mark: 'ab'.repeat(16) };
const start = { board: sampleBoard(), inks: {} };
const drawn = applyCommand(start.board, stroke(1), () => false);
const content: BoardFile = {
  document: { board: drawn.board, inks: stroke(1).inks! },
  seq: 1,
  playback: {
    start, startSeq: 0,
    journal: encodeLine({ journal: 'droomdoek', documentVersion: 1, board: start.board.id, afterSeq: 0 })
      + encodeLine({ seq: 1, atMs: 5, body: { kind: 'change', what: 'draw', opId: 'o1', change: drawn.change, inks: stroke(1).inks!, undoable: true } }),
  },
  assets: [{ asset: asId<AssetId>('foto'), name: 'foto.png', bytes: greyPng(9, 7) }],
  thumbnail: greyPng(4, 3),
  people: Buffer.from('secret as it lies'),
};

async function written(): Promise<string> {
  const path = join(await tempFolder(), 'kiel.doek');
  await writeBoardFile(path, content, writing);
  return path;
}

/** What reading ends in: a code, or the document. */
async function reading(path: string, limits = LIMITS): Promise<string> {
  try {
    return JSON.stringify((await readBoardFile(path, limits)).document);
  } catch (error) {
    if (error instanceof TroubleError) return error.trouble.code;
    throw error;
  }
}

type Entries = readonly (readonly [name: string, bytes: Buffer | string, store?: boolean])[];

/** A zip file with such entries behind the mimetype. */
async function zipWith(entries: Entries, mimetype: string | null = MIMETYPE): Promise<string> {
  const zip = new ZipFile();
  const all: Entries = mimetype === null ? entries : [['mimetype', mimetype, true], ...entries];
  for (const [name, bytes, store] of all) zip.addBuffer(Buffer.from(bytes), name, { compress: !store, forceDosTimestamp: true });
  zip.end();
  const pieces: Buffer[] = [];
  for await (const piece of zip.outputStream) pieces.push(piece as Buffer);
  const path = join(await tempFolder(), 'zip.doek');
  await writeFile(path, Buffer.concat(pieces));
  return path;
}

const manifest = JSON.stringify({ board: 'kiel', documentVersion: 1, savedMs: 1, mark: 'ab'.repeat(16), seq: 0, startSeq: null, app: 'test' });
const whole: Entries = [['manifest.json', manifest], ['document.json', JSON.stringify(start)]];

describe('the first marks of a large board', () => {
  const many = Array.from({ length: 2100 }, (_, i) => stroke(i));
  const board = many.reduce((now, command) => applyCommand(now, command, () => false).board, start.board);
  const document = { board, inks: Object.assign({}, ...many.map(({ inks }) => inks)) as BoardFile['document']['inks'] };

  test('are read from its file alone, and are marks of that board', async () => {
    const path = join(await tempFolder(), 'large.doek');
    await writeBoardFile(path, { ...content, document, playback: null }, writing);
    const first = await readFirstMarks(path);
    if (!first) throw new Error('no first marks in the file');
    expect(markCount(first.board)).toBeGreaterThan(100);
    for (const mark of marksOf(first.board)) expect([...marksOf(board)]).toContainEqual(mark);
    expect((await readBoardFile(path)).document).toEqual(document);
  });

  test('that are damaged are passed over, and the board is read all the same', async () => {
    const path = await written();
    expect(await readFirstMarks(path)).toBeNull();
    const other = await zipWith([['first-marks.json', '{"board":{"version":2},"inks":{}}'], ['document.json', '{}']]);
    expect(await readFirstMarks(other)).toBeNull();
    expect(await readFirstMarks(join(await tempFolder(), 'none.doek'))).toBeNull();
  });
});

describe('a .doek file', () => {
  test('gives back all that was put in', async () => {
    const { manifest: read, json, ...rest } = await readBoardFile(await written());
    expect(rest).toEqual(content);
    expect(JSON.parse(json?.toString() ?? '')).toEqual(content.document);
    expect(read).toMatchObject({ board: 'kiel', mark: writing.mark, seq: 1, startSeq: 0 });
  });

  test('says what it is at byte 38, for those who look no further', async () => {
    const bytes = await readFile(await written());
    expect(bytes.toString('latin1', 30, 38 + MIMETYPE.length)).toBe(`mimetype${MIMETYPE}`);
  });

  test('leaves nothing beside it, and a link stays a link', async () => {
    const folder = await tempFolder();
    const path = join(folder, 'real.doek');
    await writeBoardFile(path, content, writing);
    await symlink('real.doek', join(folder, 'link.doek'));
    await writeBoardFile(join(folder, 'link.doek'), { ...content, people: null }, writing);
    expect((await readdir(folder)).sort()).toEqual(['link.doek', 'real.doek']);
    expect((await readBoardFile(path)).people).toBeNull();
  });

  test('stays as it was when the disk is full', async () => {
    const disk = await smallDisk(2);
    const path = join(disk.path, 'kiel.doek');
    await writeBoardFile(path, content, writing);
    await disk.fill();
    const large = { ...content, assets: [{ asset: asId<AssetId>('groot'), name: 'groot.png', bytes: Buffer.concat([greyPng(2, 2), Buffer.alloc(900_000)]) }] };
    await expect(writeBoardFile(path, large, writing)).rejects.toMatchObject({ code: 'ENOSPC' });
    expect(await readdir(disk.path)).toEqual(['filler', 'kiel.doek']);
    expect((await readBoardFile(path)).document).toEqual(content.document);
  });
});

describe('a file that is no sound board', () => {
  test('cut at any place is damaged', async () => {
    const bytes = await readFile(await written());
    const path = join(await tempFolder(), 'cut.doek');
    for (let cut = 4; cut < bytes.length; cut += 41) {
      await writeFile(path, bytes.subarray(0, cut));
      expect(await reading(path)).toBe('file.damaged');
    }
  });

  test('with any byte altered is refused, or reads the same when the byte means nothing', async () => {
    const bytes = await readFile(await written());
    const path = join(await tempFolder(), 'altered.doek');
    const same = await reading(await written());
    expect(JSON.parse(same)).toEqual(content.document);
    const outcomes = new Set<string>();
    await fc.assert(fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
      const altered = Buffer.from(bytes);
      altered[at]! ^= change;
      await writeFile(path, altered);
      const outcome = await reading(path);
      outcomes.add(outcome);
      expect([same, 'file.damaged', 'file.foreign', 'file.tooLarge', 'file.tooNew', 'image.unreadable']).toContain(outcome);
    }), { numRuns: 600 });
    expect(outcomes).toContain('file.damaged');
  }, 60_000);

  test.each<[string, () => Promise<string>, string]>([
    ['a picture', async () => { const path = join(await tempFolder(), 'x.doek'); await writeFile(path, greyPng(5, 5)); return path; }, 'file.foreign'],
    ['a text', async () => { const path = join(await tempFolder(), 'x.doek'); await writeFile(path, 'PK maar dan anders'); return path; }, 'file.foreign'],
    ['another kind of zip', () => zipWith(whole, null), 'file.foreign'],
    ['a zip of another program', () => zipWith(whole, 'application/vnd.oasis.opendocument.text'), 'file.foreign'],
    ['an empty file', async () => { const path = join(await tempFolder(), 'x.doek'); await writeFile(path, ''); return path; }, 'file.damaged'],
    ['a folder', tempFolder, 'file.unreadable'],
    ['nothing', async () => join(await tempFolder(), 'nobody.doek'), 'file.unreadable'],
    ['a board without its document', () => zipWith([['manifest.json', manifest]]), 'file.damaged'],
    ['a document that is no JSON', () => zipWith([['manifest.json', manifest], ['document.json', '{"board":']]), 'file.damaged'],
    ['a newer board', () => zipWith([['manifest.json', manifest], ['document.json', JSON.stringify({ board: { ...start.board, version: BOARD_VERSION + 1 }, inks: {} })]]), 'file.tooNew'],
    ['an entry twice', () => zipWith([...whole, ['document.json', '{}']]), 'file.damaged'],
    ['a picture that is none', () => zipWith([...whole, ['assets/foto.png', 'MZ']]), 'image.unreadable'],
    ['a picture of too many pixels', () => zipWith([...whole, ['assets/foto.png', greyPng(1, 1, { width: 60_000, height: 60_000 })]]), 'file.tooLarge'],
    ['a document made to fill memory', () => zipWith([['manifest.json', manifest], ['document.json', Buffer.alloc(80 * 1024 * 1024, 0x20)]]), 'file.tooLarge'],
  ])('%s is refused as such', async (_name, make, code) => {
    expect(await reading(await make())).toBe(code);
  }, 60_000);

  test('larger than any board is refused before it is read', async () => {
    const path = await written();
    await truncate(path, LIMITS.file + 1);
    expect(await reading(path)).toBe('file.tooLarge');
    expect(await reading(await written(), { ...LIMITS, unpacked: 500 })).toBe('file.tooLarge');
    expect(await reading(await written(), { ...LIMITS, entries: 7 })).toBe('file.tooLarge');
    expect(await reading(await written(), { ...LIMITS, entries: 8 })).not.toBe('file.tooLarge');
  });

  test('that lies about the size of an entry is refused', async () => {
    const path = await zipWith(whole);
    const bytes = await readFile(path);
    // The size in the central directory: 24 bytes behind its signature.
    const directory = bytes.lastIndexOf(Buffer.from('504b0102', 'hex'));
    bytes.writeUInt32LE(10, directory + 24);
    await writeFile(path, bytes);
    expect(await reading(path)).toBe('file.damaged');
  });

  test('with a letter altered where nothing else would notice is damaged', async () => {
    const path = await zipWith([['manifest.json', manifest, true], ['document.json', JSON.stringify(start), true]]);
    const bytes = await readFile(path);
    bytes.write('X', bytes.indexOf('Droomwijk Kiel'), 'latin1');
    await writeFile(path, bytes);
    expect(await reading(path)).toBe('file.damaged');
  });

  test('with names that lead out of it is refused, and writes nothing outside', async () => {
    for (const name of ['../../evil.txt', '/etc/evil', 'C:/evil', 'assets/..\\..\\evil.png']) {
      const path = await zipWith([...whole, ['zzzzzzzzzzzzzzzzzzzzzzzzzzzzz'.slice(0, name.length), 'x']]);
      const bytes = await readFile(path);
      const placeholder = Buffer.from('zzzzzzzzzzzzzzzzzzzzzzzzzzzzz'.slice(0, name.length));
      for (let at = bytes.indexOf(placeholder); at !== -1; at = bytes.indexOf(placeholder, at)) bytes.write(name, at, 'latin1');
      await writeFile(path, bytes);
      expect(await reading(path)).toBe('file.damaged');
    }
  });

  test('is passed over where it holds more than this version knows', async () => {
    expect(await reading(await zipWith([...whole, ['notes.txt', 'later'], ['assets/readme.md', 'later']]))).toBe(JSON.stringify(start));
  });
});

test('a file is never seen half: the new one takes the place of the old at once', async () => {
  const path = await written();
  const before = (await stat(path)).ino;
  const reader = await open(path, 'r');
  await writeBoardFile(path, { ...content, seq: 2 }, writing);
  expect((await stat(path)).ino).not.toBe(before);
  expect((await reader.readFile()).length).toBeGreaterThan(0);
  await reader.close();
});
