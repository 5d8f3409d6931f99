import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { asId, type InkId, type MarkId } from '../../../shared/base/ids.ts';
import { applyCommand } from '../../../shared/board/applyCommand.ts';
import { markOf } from '../../../shared/board/buckets.ts';
import { hexOf } from '../../../shared/board/palette.ts';
import type { StampMark } from '../../../shared/board/marks.ts';
import type { ExportRequest } from '../../../shared/contract/exportRequest.ts';
import { decodeInk } from '../../../shared/ink/inkCodec.ts';
import { keptDrawing, putDown } from '../../../shared/scene/keptDrawing.ts';
import { drawLots } from '../../../shared/voting/drawLots.ts';
import { BOARD_VERSION } from '../../../shared/board/board.ts';
import { writeBoardFile } from '../../../electron/services/boardFile/writeBoardFile.ts';
import { nodeMeasure } from '../../../electron/services/exports/measure.ts';
import { createExports } from '../../../electron/services/exports/createExports.ts';
import { manyStrokes, SAMPLE_ASSET, sampleDocument, samplePicture } from '../services/exports/sampleBoard.ts';
import { testFonts } from '../services/exports/testFonts.ts';
import { handwriting } from '../../shared/importing/handwriting.ts';
import { bundleCli, runCli, startCli, type BundledCli, type CliEnd } from './bundledCli.ts';

let bundled: BundledCli;
let root: string;
let folder: string;
const sample = sampleDocument(nodeMeasure(testFonts));

beforeAll(async () => {
  bundled = await bundleCli();
  root = mkdtempSync(join(tmpdir(), 'droomdoek-cli-'));
});
afterAll(() => {
  bundled.remove();
  rmSync(root, { recursive: true, force: true });
});
beforeEach(() => {
  folder = mkdtempSync(join(root, 'run-'));
  writeFileSync(join(folder, 'board.json'), JSON.stringify(sample));
});

/** Runs with file names that count from this test's folder. */
const run = (...words: readonly string[]): Promise<CliEnd> => runCli(bundled.cli, ...words.map((word) => (/^[\w./-]*\.[a-z]+$/.test(word) ? join(folder, word) : word)));
const lines = (text: string): readonly string[] => text.split('\n').filter((line) => line !== '');

/** The failure in one line, nothing on stdout, and no file that was not there before. */
function expectRefusal(end: CliEnd, code: number, before: readonly string[]): void {
  expect([end.code, end.out]).toEqual([code, '']);
  expect(lines(end.err)).toHaveLength(1);
  expect(readdirSync(folder).sort()).toEqual([...before].sort());
}

describe('droomdoek convert', () => {
  test('handwriting comes out as board file, print, picture and drawing', async () => {
    writeFileSync(join(folder, 'pen.excalidraw'), JSON.stringify(handwriting()));
    expect(await run('convert', 'pen.excalidraw', 'pen.doek')).toEqual({ code: 0, out: '', err: '' });
    for (const [name, start] of [['pen.pdf', '%PDF-1.7'], ['pen.png', '\x89PNG'], ['pen.svg', '<?xml']] as const) {
      expect((await run('convert', 'pen.doek', name, '--dpi', '60')).code, name).toBe(0);
      expect(readFileSync(join(folder, name), 'latin1').startsWith(start), name).toBe(true);
    }
    const { out } = await run('check', 'pen.doek');
    expect(out).toContain(`in orde, versie ${BOARD_VERSION}`);
    expect(out).toContain('1 blad, 490 onderdelen, 0 stemrondes');
  });

  test('a board that goes through a board file is the same board', async () => {
    await run('convert', 'board.json', 'board.doek');
    await run('convert', 'board.doek', 'again.json');
    expect(JSON.parse(readFileSync(join(folder, 'again.json'), 'utf8'))).toEqual(JSON.parse(JSON.stringify(sample)));
  });

  test('stamps of every kind come out as the app has them: ours, the large library’s, and kept ones with all that is in them', async () => {
    const inks = new Map(Object.entries(sample.inks).map(([id, ink]) => [id as InkId, decodeInk(ink)]));
    const parts = ['s1', 's2', 'stamp', 'bubble', 'image'].flatMap((id) => markOf(sample.board, asId<MarkId>(id)) ?? []);
    const kept = keptDrawing(parts, { board: sample.board, inks }, 'speelplein');
    if (!kept) throw new Error('Nothing was kept');
    let count = 0;
    const put = putDown(kept, new Map(Object.entries(kept.inks).map(([id, ink]) => [id as InkId, decodeInk(ink)])), {
      page: parts[0]!.page, at: { x: 300, y: 300 }, scale: 0.5, newMarkId: () => asId(`k${count++}`), newInkId: () => asId(`ki${count++}`), newGroupId: () => asId(`kg${count++}`), above: 'b00', assets: new Map(),
    });
    const library: StampMark = { kind: 'stamp', id: asId('noto'), page: parts[0]!.page, layer: 'harvest', order: 'c000', matrix: [1, 0, 0, 1, 500, 600], locked: false, stamp: 'noto:1f43c', sizeUnits: 80, color: 'violet', alt: 'panda', outline: 'M10 10L90 10L50 90Z' };
    const stamped = applyCommand(sample.board, { type: 'marks.put', what: 'stamp', marks: [...put.marks, library], inks: put.inks }, () => true).board;
    const document = { board: stamped, inks: { ...sample.inks, ...put.inks } };
    const picture = samplePicture();
    await writeBoardFile(join(folder, 'stamped.doek'), { document, seq: 0, playback: null, assets: [{ asset: SAMPLE_ASSET, name: `${SAMPLE_ASSET}.png`, bytes: picture }], thumbnail: null, people: null }, { savedMs: 0, app: 'test', mark: '0'.repeat(32) });
    expect(await run('convert', 'stamped.doek', 'stamped.svg')).toEqual({ code: 0, out: '', err: '' });
    const exports = createExports({ workerFile: bundled.workerFile, fontsFolder: bundled.fontsFolder, version: '0' });
    const inApp = join(folder, 'app.svg');
    const request: ExportRequest = { format: 'svg', content: { kind: 'board' }, pages: 'all', paper: 'board', orientation: 'auto', margins: 'usual', background: 'paper', tile: null, dpi: 300, publicVersion: false, charter: false, svgText: 'text', locale: 'nl' };
    expect((await exports.start({ document, readAsset: () => Promise.resolve(picture), request, target: inApp, onProgress: () => undefined }).done).state).toBe('done');
    await exports.close();
    const made = readFileSync(join(folder, 'stamped.svg'), 'utf8');
    expect(made === readFileSync(inApp, 'utf8'), 'the same drawing').toBe(true);
    await run('convert', 'board.json', 'plain.svg');
    const pathsIn = (svg: string): number => svg.split('<path').length - 1;
    expect(pathsIn(made) - pathsIn(readFileSync(join(folder, 'plain.svg'), 'utf8')), 'two strokes, the bubble, a second panda, the triangle').toBeGreaterThan(8);
    expect(made.includes(`fill="${hexOf('violet')}"`), 'the stamp of the large library').toBe(true);
    expect(made.includes('data:image/png;base64'), 'the photograph').toBe(true);
  });

  test('boards stand side by side on one poster, read one after the other', async () => {
    writeFileSync(join(folder, 'other.json'), JSON.stringify({ ...sample, board: { ...sample.board, title: 'Horst aan de Maas' } }));
    expect((await run('convert', 'board.json', 'other.json', 'poster.pdf', '--side-by-side', '--heading', 'Pitstops', '--page', 'all')).code).toBe(0);
    expect(execFileSync('pdfinfo', [join(folder, 'poster.pdf')], { encoding: 'utf8' })).toMatch(/Pages:\s+1\n[^]*\(A1\)/);
    expect(execFileSync('pdftotext', ['-raw', join(folder, 'poster.pdf'), '-'], { encoding: 'utf8' })).toMatch(/Pitstops[^]*Kiel & "dromen" <1>[^]*Horst aan de Maas/);
    expectRefusal(await run('convert', 'board.json', 'gone.json', 'poster2.pdf', '--side-by-side'), 3, readdirSync(folder));
  });

  test('the charter of a board that people signed comes with lines to sign on, and says why', async () => {
    const people = Buffer.from(`DDPEOPLE1${'0'.repeat(32)}encrypted`);
    await writeBoardFile(join(folder, 'signed.doek'), { document: sample, seq: 0, playback: null, assets: [], thumbnail: null, people }, { savedMs: 0, app: 'test', mark: '0'.repeat(32) });
    const { code, err } = await run('convert', 'signed.doek', 'signed.pdf', '--charter');
    expect([code, lines(err)]).toEqual([0, [expect.stringContaining('zonder namen en handtekeningen')]]);
  });

  test('a thousand remarks become a board, umlauts of old Windows too', async () => {
    writeFileSync(join(folder, 'remarks.txt'), Buffer.from(Array.from({ length: 1000 }, (_, i) => `reëel idee ${i}`).join('\r\n'), 'latin1'));
    expect((await run('convert', 'remarks.txt', 'remarks.md')).code).toBe(0);
    const text = readFileSync(join(folder, 'remarks.md'), 'utf8');
    expect(text.match(/^- reëel idee \d+ \(idee\)$/gm)).toHaveLength(1000);
  });

  test('what was left out is told with its number', async () => {
    const elements = [{ type: 'rectangle', id: 'r', x: 0, y: 0, width: 10, height: 10 }, { type: 'iframe' }, { type: 'iframe' }];
    writeFileSync(join(folder, 'mixed.excalidraw'), JSON.stringify({ type: 'excalidraw', elements }));
    const end = await run('convert', 'mixed.excalidraw', 'mixed.svg');
    expect([end.code, end.err]).toEqual([0, `${join(folder, 'mixed.excalidraw')}: Niet overgenomen: 2 × iframe\n`]);
  });

  test('wrong usage is 2 and one line', async () => {
    for (const words of [[], ['convert', 'board.json'], ['convert', 'board.json', 'x.gif'], ['convert', 'board.json', 'x.pdf', '--page', '7']]) {
      expectRefusal(await run(...words), 2, ['board.json']);
    }
  });

  test('what cannot be read is 3 and nothing is written', async () => {
    writeFileSync(join(folder, 'cut.json'), JSON.stringify(sample).slice(0, 3000));
    writeFileSync(join(folder, 'new.json'), JSON.stringify({ ...sample, board: { ...sample.board, version: 999 } }));
    writeFileSync(join(folder, 'other.doek'), 'this is not a board');
    writeFileSync(join(folder, 'other.excalidraw'), '{"type":"bpmn"}');
    writeFileSync(join(folder, 'empty.txt'), '\n\n');
    const before = readdirSync(folder);
    for (const name of ['cut.json', 'new.json', 'other.doek', 'other.excalidraw', 'empty.txt', 'gone.doek', 'gone.json']) {
      expectRefusal(await run('convert', name, 'out.pdf'), 3, before);
      expectRefusal(await run('check', name), 3, before);
    }
  });

  test('a newer board is refused by the number of its version', async () => {
    writeFileSync(join(folder, 'new.json'), JSON.stringify({ ...sample, board: { ...sample.board, version: 999 } }));
    expect((await run('convert', 'new.json', 'out.pdf', '--lang', 'en')).err).toContain('newer Droomdoek. (999)');
  });

  test('what cannot be written is 4, and what stood there stays', async () => {
    mkdirSync(join(folder, 'taken.pdf'));
    writeFileSync(join(folder, 'file.pdf'), 'old');
    const before = readdirSync(folder);
    expectRefusal(await run('convert', 'board.json', 'nowhere/out.pdf'), 4, before);
    expectRefusal(await run('convert', 'board.json', 'nowhere/out.doek'), 4, before);
    expectRefusal(await run('convert', 'board.json', 'taken.pdf'), 4, before);
    expect(readdirSync(join(folder, 'taken.pdf'))).toEqual([]);
    expect((await run('convert', 'board.json', 'file.pdf')).code).toBe(0);
    expect(readFileSync(join(folder, 'file.pdf'), 'latin1').startsWith('%PDF')).toBe(true);
  });

  test('Ctrl-C is 130, at whatever moment, and the old file stays as it was', async () => {
    writeFileSync(join(folder, 'many.json'), JSON.stringify(manyStrokes(4000)));
    writeFileSync(join(folder, 'out.png'), 'before');
    const before = readdirSync(folder);
    // From when its own temp file is there, the conversion is surely under way.
    const { child, ended } = startCli(bundled.cli, ['convert', join(folder, 'many.json'), join(folder, 'out.png'), '--paper', 'a0']);
    const looking = setInterval(() => {
      if (readdirSync(folder).length > before.length) {
        clearInterval(looking);
        child.kill('SIGINT');
      }
    }, 10);
    const end = await ended;
    clearInterval(looking);
    expectRefusal(end, 130, before);
    expect(readFileSync(join(folder, 'out.png'), 'utf8')).toBe('before');
  });

  test('a picture of several pages shows the first and says so, or all of them when asked', async () => {
    writeFileSync(join(folder, 'many.txt'), Array.from({ length: 200 }, (_, i) => `een lange opmerking over bomen en pleinen ${i}`).join('\n'));
    const first = await run('convert', 'many.txt', 'first.svg');
    const all = await run('convert', 'many.txt', 'all.svg', '--page', 'all');
    const height = (name: string): number => Number(/viewBox="0 0 \d+ (\d+)"/.exec(readFileSync(join(folder, name), 'utf8'))?.[1]);
    expect([lines(first.err).length, lines(all.err).length]).toEqual([1, 0]);
    expect(height('all.svg')).toBeGreaterThan(2 * height('first.svg') - 2);
  });
});

describe('droomdoek check', () => {
  test('a sound board is counted and its rounds are recounted', async () => {
    const end = await run('check', 'board.json');
    expect([end.code, end.err]).toEqual([0, '']);
    expect(end.out).toContain('1 blad, 19 onderdelen, 1 stemronde');
    expect(end.out).toContain('ronde 1, Wat zijn wij?: panda 20, rat 11; de hertelling klopt');
    expect(end.out).toContain('1 gesloten stemronde hertelde gelijk');
  });

  test('lots are drawn again with the number that the room saw', async () => {
    const tied = JSON.stringify(sample).replace('"totals":{"c3":20,"c9":11}', '"totals":{"c3":15,"c9":15}').replace('"byHand":{"c3":20,"c9":11}', '"byHand":{"c3":15,"c9":15}');
    const [drawn] = drawLots('4711', ['c3', 'c9']);
    const withLots = (id: string): string => tied.replace('"lots":null', `"lots":{"seed":"4711","drawn":"${id}"}`);
    writeFileSync(join(folder, 'lots.json'), withLots(drawn ?? ''));
    const fair = await run('check', 'lots.json');
    expect(fair.out).toContain(`ronde 1, loting met 4711: ${drawn === 'c3' ? 'panda' : 'rat'}; de loting klopt`);
    writeFileSync(join(folder, 'unfair.json'), withLots(drawn === 'c3' ? 'c9' : 'c3'));
    const unfair = await run('check', 'unfair.json');
    expect(unfair.code).toBe(0);
    expect(unfair.out).toContain('de loting klopt NIET');
  });

  test('a round whose totals were altered is found', async () => {
    const altered = JSON.stringify(sample).replace(/"totals":\{"c3":20/, '"totals":{"c3":25');
    expect(altered).not.toBe(JSON.stringify(sample));
    writeFileSync(join(folder, 'altered.json'), altered);
    const end = await run('check', 'altered.json');
    expect([end.code, end.out]).toEqual([3, '']);
    expect(end.err).toContain('De hertelling klopt niet: Wat zijn wij?');
    expect(end.err).toContain('panda 20 (bewaard: 25), rat 11; de hertelling klopt NIET');
  });
});
