import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asId, type PageId } from '../../../../shared/base/ids.ts';
import type { PlainDocument } from '../../../../shared/contract/boards.ts';
import type { ExportProgress, ExportRequest } from '../../../../shared/contract/exportRequest.ts';
import { createExports, type ExportEnd, type Exports } from '../../../../electron/services/exports/createExports.ts';
import { nodeMeasure } from '../../../../electron/services/exports/measure.ts';
import { librsvg } from '../../../support/librsvg.ts';
import { difference } from '../../../support/pictureDifference.ts';
import { bundleCli, type BundledCli } from '../../cli/bundledCli.ts';
import { manyStrokes, sampleDocument, samplePicture, SAMPLE_ASSET, textMark, withMarks } from './sampleBoard.ts';
import { smallDisk } from '../../../support/smallDisk.ts';
import { testFonts } from './testFonts.ts';

let bundled: BundledCli;
let exports: Exports;
let folder: string;
const sample = sampleDocument(nodeMeasure(testFonts));

beforeAll(async () => {
  bundled = await bundleCli();
  exports = createExports({ workerFile: bundled.workerFile, fontsFolder: bundled.fontsFolder, version: '0' });
  folder = mkdtempSync(join(tmpdir(), 'droomdoek-exports-'));
});
afterAll(async () => {
  await exports.close();
  bundled.remove();
  rmSync(folder, { recursive: true, force: true });
});

const request = (more: Partial<ExportRequest>): ExportRequest => ({
  format: 'pdf', content: { kind: 'board' }, pages: 'all', paper: 'a4', orientation: 'auto', margins: 'usual', background: 'paper', tile: null, dpi: 60, publicVersion: false, charter: false, svgText: 'text', locale: 'nl', ...more,
});

function start(document: PlainDocument, target: string, more: Partial<ExportRequest>, onProgress: (progress: ExportProgress) => void = () => undefined) {
  const readAsset = (asset: string): Promise<Uint8Array | null> => Promise.resolve(asset === SAMPLE_ASSET ? samplePicture() : null);
  return exports.start({ document, readAsset, request: request(more), target, onProgress });
}

async function made(name: string, more: Partial<ExportRequest>): Promise<{ readonly path: string; readonly end: ExportEnd }> {
  const path = join(folder, name);
  return { path, end: await start(sample, path, more).done };
}

const text = (path: string): string => execFileSync('pdftotext', ['-raw', path, '-'], { encoding: 'utf8' });

/** A page of a PDF as poppler paints it. */
function painted(path: string, dpi: number): PNG {
  return PNG.sync.read(execFileSync('pdftoppm', ['-r', String(dpi), '-f', '1', '-l', '1', '-png', path], { maxBuffer: 1e8 }));
}

describe('what comes out of the room', () => {
  /** The sample as PDF, made once. */
  let kept: ReturnType<typeof made> | undefined;
  const pdf = () => (kept ??= made('board.pdf', {}));

  test('the PDF has real text in every hand and script, and a title', async () => {
    const { path, end } = await pdf();
    expect(end).toMatchObject({ state: 'done', path });
    for (const words of ['Droomwijk Kiel', 'geïnd, reëel, café, ijs & × Komşu İzmir', 'IJSJE, Ë Ï É ë ï é ij ×4', 'Привет', 'bruisend']) expect(text(path)).toContain(words);
    expect(execFileSync('pdfinfo', [path], { encoding: 'utf8' })).toContain('Kiel & "dromen" <1>');
  });

  test('the PDF is read in the order of the text twin, with headings, lists and alternative texts', async () => {
    const { path } = await pdf();
    const tags = execFileSync('pdfinfo', ['-struct', path], { encoding: 'utf8' }).match(/\b(H1|H2|L|LI|P|Figure|Sect)\b/g)?.join(' ');
    expect(tags).toMatch(/^Sect H1 Sect H2 L LI LI Figure Figure P /);
    expect(readFileSync(path, 'latin1')).toContain('pdfuaid:part>1<');
  });

  test('print and picture are the same drawing', async () => {
    const png = await made('same.png', { format: 'png', paper: 'a4', dpi: 100 });
    expect(difference(painted((await pdf()).path, 100), PNG.sync.read(readFileSync(png.path)))).toBeLessThan(0.02);
  });

  test('Arabic stands in the print as on the screen: words, letters and brackets in their order', async () => {
    const line = textMark('arabic', 'مرحبا بكم (في الحي) مع الجيران', 'hand', 90, 40, 300, nodeMeasure(testFonts));
    const arabic: PlainDocument = { board: withMarks(sample.board, [line]), inks: {} };
    const [print, picture] = [join(folder, 'arabic.pdf'), join(folder, 'arabic.png')];
    await start(arabic, print, {}).done;
    await start(arabic, picture, { format: 'png', dpi: 100 }).done;
    expect(difference(painted(print, 100), PNG.sync.read(readFileSync(picture)))).toBeLessThan(0.02);
  });

  test('a PNG has the pixels of its paper at its resolution', async () => {
    const { path } = await made('a3.png', { format: 'png', paper: 'a3', dpi: 50 });
    const { width, height } = PNG.sync.read(readFileSync(path));
    expect([width, height]).toEqual([827, 585]);
  });

  test('a PNG says how large it is on paper', async () => {
    const { path } = await made('dpi.png', { format: 'png', paper: 'a4', dpi: 300 });
    const bytes = readFileSync(path);
    const phys = bytes.indexOf('pHYs');
    expect([bytes.readUInt32BE(phys + 4), bytes.readUInt32BE(phys + 8), bytes[phys + 12]]).toEqual([11811, 11811, 1]);
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([3508, 2480]);
  });

  test('a PNG without a background is the same drawing with nothing behind it', async () => {
    const clear = PNG.sync.read(readFileSync((await made('clear.png', { format: 'png', dpi: 100, background: 'none' })).path));
    const white = PNG.sync.read(readFileSync((await made('paper.png', { format: 'png', dpi: 100 })).path));
    let off = 0, empty = 0, half = 0;
    for (let i = 0; i < white.data.length; i += 4) {
      const alpha = (clear.data[i + 3] as number) / 255;
      if (alpha === 0) empty++;
      else if (alpha < 1) half++;
      for (let k = i; k < i + 3; k++) off = Math.max(off, Math.abs((clear.data[k] as number) * alpha + 255 * (1 - alpha) - (white.data[k] as number)));
    }
    expect([clear.width, clear.height]).toEqual([white.width, white.height]);
    expect(empty / (white.data.length / 4)).toBeGreaterThan(0.5);
    expect(half).toBeGreaterThan(1000);
    // Colour that covers little is kept coarsely, and shows as little.
    expect(off).toBeLessThanOrEqual(3);
  });

  test('an SVG without a background has no paper', async () => {
    const clear = readFileSync((await made('clear.svg', { format: 'svg', background: 'none' })).path, 'utf8');
    const white = readFileSync((await made('paper.svg', { format: 'svg' })).path, 'utf8');
    expect([/^<rect[^>]*#FFFFFF/m.test(clear), /<\/title><rect[^>]*#FFFFFF/.test(clear), /<rect[^>]*#FFFFFF/.test(white)]).toEqual([false, false, true]);
  });

  test('a sheet for a print shop names its cut, and what bleeds goes on beyond it', async () => {
    const { path } = await made('bleed.pdf', { margins: 'bleed' });
    const boxes = [...execFileSync('pdfinfo', ['-box', path], { encoding: 'utf8' }).matchAll(/^(\w+)Box: +([\d. ]+)$/gm)].map(([, name, sides = '']) => [name, sides.trim().split(/ +/).map((pt) => Math.round((Number(pt) / 72) * 25.4))]);
    expect(Object.fromEntries(boxes)).toMatchObject({ Media: [0, 0, 317, 230], Bleed: [7, 7, 310, 223], Trim: [10, 10, 307, 220] });
    const picture = painted(path, 254);
    const inkAt = (xMm: number, yMm: number): boolean => {
      for (let y = yMm * 10 - 2; y <= yMm * 10 + 2; y++) for (let x = xMm * 10 - 2; x <= xMm * 10 + 2; x++) if ((picture.data[(y * picture.width + x) * 4] as number) < 128) return true;
      return false;
    };
    // Crop marks stand 4 to 9 mm outside the corners of the cut.
    for (const [x, y] of [[10, 3], [3, 10], [307, 3], [314, 10], [10, 227], [3, 220], [307, 227], [314, 220]] as const) expect(inkAt(x, y), `${x}, ${y}`).toBe(true);
    for (const [x, y] of [[10, 8], [8, 10], [307, 222]] as const) expect(inkAt(x, y), `${x}, ${y}`).toBe(false);
  });

  test('without margins the page is as large as the paper', async () => {
    const { path } = await made('no-margins.pdf', { margins: 'none', paper: 'a3' });
    const wide = painted((await made('margins.pdf', { paper: 'a3' })).path, 50);
    const whole = painted(path, 50);
    const inkTop = ({ data, width }: PNG): number => data.findIndex((value, i) => i % 4 === 0 && value < 100) / 4 / width;
    expect(inkTop(whole)).toBeLessThan(inkTop(wide) - 8);
  });

  test('two threads paint the picture that one paints, byte for byte', async () => {
    const alone = createExports({ workerFile: bundled.workerFile, fontsFolder: bundled.fontsFolder, version: '0', painters: 1 });
    const helped = createExports({ workerFile: bundled.workerFile, fontsFolder: bundled.fontsFolder, version: '0', painters: 2 });
    const [one, two] = [join(folder, 'one.png'), join(folder, 'two.png')];
    const order = { document: manyStrokes(300), readAsset: () => Promise.resolve(null), request: request({ format: 'png', paper: 'a3', dpi: 250 }), onProgress: () => undefined };
    expect([(await alone.start({ ...order, target: one }).done).state, (await helped.start({ ...order, target: two }).done).state]).toEqual(['done', 'done']);
    expect(Buffer.compare(readFileSync(one), readFileSync(two))).toBe(0);
    await Promise.all([alone.close(), helped.close()]);
  });

  test('what was prepared writes the file, and so does the same thread once more', async () => {
    const own = createExports({ workerFile: bundled.workerFile, fontsFolder: bundled.fontsFolder, version: '0' });
    for (const format of ['svg', 'pdf', 'svg'] as const) {
      own.prepare(format);
      const target = join(folder, `prepared.${format}`);
      expect((await own.start({ document: sample, readAsset: () => Promise.resolve(null), request: request({ format }), target, onProgress: () => undefined }).done).state).toBe('done');
      expect(statSync(target).size).toBeGreaterThan(10_000);
    }
    await own.close();
  });

  test('white paper stays white: the warm tint belongs to the screen', async () => {
    const { path } = await made('white.png', { format: 'png', paper: 'board', dpi: 40 });
    const { data } = PNG.sync.read(readFileSync(path));
    expect([...data.subarray(0, 4)]).toEqual([255, 255, 255, 255]);
    let tinted = 0;
    for (let i = 0; i < data.length; i += 4) if (data[i] === 0xff && data[i + 1] === 0xfb && data[i + 2] === 0xf2) tinted++;
    expect(tinted).toBe(0);
  });

  test('an SVG keeps words as text, or as lines when asked', async () => {
    const asText = readFileSync((await made('text.svg', { format: 'svg' })).path, 'utf8');
    const asLines = readFileSync((await made('lines.svg', { format: 'svg', svgText: 'outlines' })).path, 'utf8');
    expect(asText).toContain('>bruisend</tspan>');
    expect(asText).toContain('<title id="title">Kiel &amp; &quot;dromen&quot; &lt;1&gt;</title>');
    expect([asLines.includes('<text'), asLines.includes('font-face')]).toEqual([false, false]);
  });

  /** A board as its SVG and as its PNG, both in pixels of the PNG. */
  async function bothPictures(document: PlainDocument): Promise<readonly [PNG, PNG]> {
    const [svg, png] = [join(folder, 'drawing.svg'), join(folder, 'drawing.png')];
    await start(document, svg, { format: 'svg', svgText: 'outlines', paper: 'board' }).done;
    await start(document, png, { format: 'png', paper: 'board', dpi: 96 }).done;
    const picture = PNG.sync.read(readFileSync(png));
    const { width, height } = picture;
    const context = createCanvas(width, height).getContext('2d');
    context.drawImage(await loadImage(readFileSync(svg)), 0, 0, width, height);
    const drawn = new PNG({ width, height });
    drawn.data.set(context.getImageData(0, 0, width, height).data);
    return [drawn, picture];
  }

  test('an SVG is the same drawing as the picture', async () => {
    // Who reads the SVG here knows no pictures inside it.
    const buckets = Object.fromEntries(Object.entries(sample.board.buckets).map(([name, marks]) => [name, Object.fromEntries(Object.entries(marks).filter(([, { kind }]) => kind !== 'image'))]));
    expect(difference(...await bothPictures({ ...sample, board: { ...sample.board, buckets } }))).toBeLessThan(0.002);
  });

  test('a line of the SVG lies on that of the picture, to a part of a pixel', async () => {
    const [drawn, picture] = await bothPictures(manyStrokes(60));
    let inked = 0, off = 0;
    for (let i = 0; i < picture.data.length; i += 4) {
      const [left, right] = [drawn.data[i] as number, picture.data[i] as number];
      if (right < 250) inked++;
      if (Math.abs(left - right) > 128) off++;
    }
    expect(inked).toBeGreaterThan(10_000);
    expect(off / inked).toBeLessThan(0.003);
  });

  test('an SVG with its words as text and its pictures is the same drawing for a renderer of its own', async () => {
    const svg = await made('other.svg', { format: 'svg', paper: 'board' });
    const png = PNG.sync.read(readFileSync((await made('other.png', { format: 'png', paper: 'board', dpi: 96 })).path));
    const drawn = PNG.sync.read(librsvg(svg.path, { w: png.width, h: png.height }, bundled.fontsFolder, folder));
    expect(difference(drawn, png)).toBeLessThan(0.02);
  });

  test('an SVG can be changed by hand: a layer for each page, a name for what is drawn, every line of words in one piece', async () => {
    const svg = readFileSync((await made('changed.svg', { format: 'svg' })).path, 'utf8');
    expect([...svg.matchAll(/groupmode="layer" inkscape:label="([^"]*)"/g)].map(([, name]) => name)).toEqual(['Droomwijk Kiel']);
    const names = [...svg.matchAll(/<g [^>]*inkscape:label="([^"]*)"/g)].map(([, name]) => name);
    expect(names).toEqual(expect.arrayContaining(['Kenmerken', 'Afbeelding: een stip', 'bruisend (4 keer, tafels 2, 4, 5, 7)']));
    const lines = [...svg.matchAll(/<text[^>]*>((?:<tspan[^>]*>[^<]*<\/tspan>)+)<\/text>/g)].map(([, spans = '']) => spans.replace(/<[^>]*>/g, ''));
    expect(lines).toEqual(expect.arrayContaining(['Hé, een één!', 'CAVEAT BRUSH: IJSJE, Ë Ï É ë ï é ij ×4', 'Marker: ABC ë ï é ij × ğ ş']));
  });

  test('an SVG spends no more on a line than its form needs', async () => {
    const target = join(folder, 'many.svg');
    await start(manyStrokes(400), target, { format: 'svg' }).done;
    expect(statSync(target).size / 400).toBeLessThan(720);
  });

  test('the text twin and the plain document come out as they are', async () => {
    const md = readFileSync((await made('board.md', { format: 'md' })).path, 'utf8');
    const json = JSON.parse(readFileSync((await made('board.json', { format: 'json' })).path, 'utf8')) as unknown;
    expect(md).toContain('- bruisend (4 keer, tafels 2, 4, 5, 7)');
    expect(json).toEqual(JSON.parse(JSON.stringify(sample)));
  });

  test('the results never tell what a table voted', async () => {
    const csv = readFileSync((await made('votes.csv', { format: 'csv' })).path, 'utf8');
    expect(csv).toContain('panda,20');
    expect(csv).not.toMatch(/tafel|table/i);
  });
});

describe('sheets for a printer', () => {
  /** The page that a hidden window prints, and its sheets as SVG of their own. */
  async function sheets(document: PlainDocument, more: Partial<ExportRequest>) {
    const target = join(folder, 'printer.html');
    const readAsset = (asset: string): Promise<Uint8Array | null> => Promise.resolve(asset === SAMPLE_ASSET ? samplePicture() : null);
    const end = await exports.start({ document, readAsset, request: request(more), target, forPrinter: true, onProgress: () => undefined }).done;
    expect(end.state).toBe('done');
    const page = readFileSync(target, 'utf8');
    expect(statSync(target).mode & 0o077).toBe(0);
    return { page, all: page.match(/<svg[^]*?<\/svg>/g) ?? [] };
  }

  test('are the sheets of the PDF: as many, on its paper, the same drawing, in lines and without anything to load or to run', async () => {
    const buckets = Object.fromEntries(Object.entries(sample.board.buckets).map(([name, marks]) => [name, Object.fromEntries(Object.entries(marks).filter(([, { kind }]) => kind !== 'image'))]));
    const plain: PlainDocument = { ...sample, board: { ...sample.board, buckets } };
    const { page, all } = await sheets(plain, { charter: true });
    expect(page).toMatch(/@page\{size:297mm 210mm/);
    expect(all).toHaveLength(2);
    expect(page).not.toMatch(/<script|<text|<image|<link|src=|https?:(?!\/\/www\.w3\.org\/2000\/svg)/);
    const pdf = join(folder, 'as-printed.pdf');
    await start(plain, pdf, {}).done;
    const picture = painted(pdf, 60);
    const { width, height } = picture;
    const context = createCanvas(width, height).getContext('2d');
    context.fillStyle = '#ffffff';
    context.fillRect(0, 0, width, height);
    context.drawImage(await loadImage(Buffer.from((all[0] ?? '').replace('<svg ', `<svg width="${width}" height="${height}" `))), 0, 0, width, height);
    const drawn = new PNG({ width, height });
    drawn.data.set(context.getImageData(0, 0, width, height).data);
    expect(difference(drawn, picture)).toBeLessThan(0.01);
  });

  test('of a poster are all its sheets and the plan', async () => {
    const { page, all } = await sheets(sample, { paper: 'a2', tile: 'a4' });
    const pdf = join(folder, 'poster-as-printed.pdf');
    await start(sample, pdf, { paper: 'a2', tile: 'a4' }).done;
    expect(all.length).toBe(Number(/Pages:\s+(\d+)/.exec(execFileSync('pdfinfo', [pdf], { encoding: 'utf8' }))?.[1]));
    expect(page).toContain('data:image/png;base64,');
  });
});

describe('what can go wrong', () => {
  test('a cancelled export leaves the old file as it was and nothing beside it', async () => {
    const many = manyStrokes(2500);
    for (const share of [0, 0.1, 0.3]) {
      const own = mkdtempSync(join(folder, 'cancel-'));
      const target = join(own, 'out.png');
      writeFileSync(target, 'before');
      const running = start(many, target, { format: 'png', paper: 'a1', dpi: 150 }, (progress) => { if (progress.state === 'running' && progress.share >= share) setImmediate(() => running.cancel()); });
      expect((await running.done).state).toBe('cancelled');
      expect([readdirSync(own), readFileSync(target, 'utf8')]).toEqual([['out.png'], 'before']);
    }
  });

  test('progress only grows and ends once', async () => {
    const seen: ExportProgress[] = [];
    await start(sample, join(folder, 'progress.png'), { format: 'png', paper: 'a2', dpi: 200 }, (progress) => seen.push(progress)).done;
    const shares = seen.flatMap((progress) => (progress.state === 'running' ? [progress.share] : []));
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    // However fast: nothing, a third, two thirds.
    expect(shares.length).toBeGreaterThan(2);
    expect(seen.filter(({ state }) => state !== 'running')).toEqual([seen.at(-1)]);
  });

  test.each([
    ['a folder that is gone', 'gone/out.pdf', {}, 'disk.gone'],
    ['a page that is not there', 'out.pdf', { pages: [asId<PageId>('p9')] }, 'export.nothing'],
    ['a picture that nobody could open', 'out.png', { format: 'png', paper: 'a0', dpi: 1200 }, 'file.tooLarge'],
  ] as const)('%s is told by name', async (_, name, more, code) => {
    expect(await start(sample, join(folder, name), more).done).toMatchObject({ state: 'failed', trouble: { code } });
  });

  test('a poster of an empty page is refused instead of printing white sheets', async () => {
    const empty: PlainDocument = { ...sample, board: { ...sample.board, buckets: {} } };
    const target = join(folder, 'empty.pdf');
    expect(await start(empty, target, { tile: 'a4', paper: 'a1' }).done).toMatchObject({ trouble: { code: 'export.nothing' } });
    expect(readdirSync(folder)).not.toContain('empty.pdf');
  });

  test('a board with nothing on it is refused in one sentence, whatever is made of it, and its charter is not', async () => {
    const empty: PlainDocument = { ...sample, board: { ...sample.board, buckets: {} } };
    for (const format of ['pdf', 'png', 'svg'] as const) expect(await start(empty, join(folder, `nothing.${format}`), { format }).done).toMatchObject({ trouble: { code: 'export.nothing' } });
    expect(readdirSync(folder).filter((name) => name.startsWith('nothing'))).toEqual([]);
    expect((await start(empty, join(folder, 'only-charter.pdf'), { charter: true }).done).state).toBe('done');
  });

  test('a place that cannot be written is named, what stood there stays, and nothing half is left', async () => {
    const disk = await smallDisk(1);
    const target = join(disk.path, 'bord.pdf');
    const ended = (path: string): Promise<ExportEnd> => start(sample, path, {}).done;
    writeFileSync(target, 'before');
    // As a program that has it open holds a file on Windows: nobody else can give its name away.
    execFileSync('mount', ['--bind', target, target]);
    expect(await ended(target)).toMatchObject({ trouble: { code: 'file.held' } });
    execFileSync('umount', [target]);
    await disk.fill();
    expect(await ended(target)).toMatchObject({ trouble: { code: 'disk.full' } });
    await disk.empty();
    disk.setReadOnly(true);
    expect(await ended(target)).toMatchObject({ trouble: { code: 'disk.readOnly' } });
    disk.setReadOnly(false);
    expect(await ended(join(disk.path, `${'lang '.repeat(60)}.pdf`))).toMatchObject({ trouble: { code: 'file.nameTooLong' } });
    expect([readdirSync(disk.path), readFileSync(target, 'utf8')]).toEqual([['bord.pdf'], 'before']);
    // As long as a name can be, with what takes four bytes a sign.
    const longest = join(disk.path, `${'🐼'.repeat(62)}.pdf`);
    expect((await ended(longest)).state).toBe('done');
  });

  test.each(['pdf', 'png', 'svg'] as const)('a picture that is broken costs a %s that picture and nothing else', async (format) => {
    const target = join(folder, `broken.${format}`);
    const broken = samplePicture();
    broken.fill(0x55, 40);
    const running = exports.start({ document: sample, readAsset: () => Promise.resolve(broken), request: request({ format }), target, onProgress: () => undefined });
    expect((await running.done).state).toBe('done');
    if (format === 'svg') expect(readFileSync(target, 'utf8')).toContain('>bruisend</tspan>');
    if (format === 'pdf') expect(text(target)).toContain('bruisend');
    expect(statSync(target).size).toBeGreaterThan(10_000);
  });

  test('a board whose pictures are missing still prints, with a crossed frame in their place', async () => {
    const target = join(folder, 'missing.svg');
    const running = exports.start({ document: sample, readAsset: () => Promise.resolve(null), request: request({ format: 'svg' }), target, onProgress: () => undefined });
    expect((await running.done).state).toBe('done');
    expect(readFileSync(target, 'utf8')).not.toContain('<image');
  });
});
