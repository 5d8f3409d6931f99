import { execFileSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import PDFDocument from 'pdfkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asId, type AssetId, type BoardId, type MarkId, type TableId } from '../../../../shared/base/ids.ts';
import { inksOf } from '../../../../electron/services/exports/lateInks.ts';
import { pagesOf } from '../../../../shared/board/board.ts';
import type { PlainDocument } from '../../../../shared/contract/boards.ts';
import type { ExportRequest } from '../../../../shared/contract/exportRequest.ts';
import type { Outline, OutlineBlock } from '../../../../shared/outline/outline.ts';
import { outlineOf } from '../../../../shared/outline/outlineOf.ts';
import { emptyBoard } from '../../../../shared/board/emptyBoard.ts';
import { templateOf } from '../../../../shared/templates/list.ts';
import { createExports, type Exports } from '../../../../electron/services/exports/createExports.ts';
import { nodeMeasure } from '../../../../electron/services/exports/measure.ts';
import { documentOf, finishedKiel, tiedKiel } from '../../../support/kielHarvest.ts';
import { pdfElements, type PdfElement } from '../../../support/pdfTree.ts';
import { installVerapdf, validatePdf } from '../../../support/verapdf.mjs';
import { bundleCli, type BundledCli } from '../../cli/bundledCli.ts';
import { residentsWords, sampleDocument, samplePicture, SAMPLE_ASSET } from './sampleBoard.ts';
import { testFonts } from './testFonts.ts';

let bundled: BundledCli;
let exports: Exports;
let folder: string;
const measure = nodeMeasure(testFonts);
const sample = sampleDocument(measure);

/** The prepared sheets of the day in the Kiel: five pages of forms, stamps and lettering. */
function kiel(): PlainDocument {
  let made = 0;
  const template = templateOf('kiel');
  if (!template) throw new Error('the template of the Kiel is gone');
  return template.build({ seed: { id: asId<BoardId>('kiel'), title: 'Samenwerkingsdag Kiel', locale: 'nl', createdMs: 0 }, measure, newId: () => asId<MarkId>(`m${made++}`) });
}

beforeAll(async () => {
  await installVerapdf((message) => process.stderr.write(`${message}\n`));
  bundled = await bundleCli();
  exports = createExports({ workerFile: bundled.workerFile, fontsFolder: bundled.fontsFolder, version: '0' });
  folder = mkdtempSync(join(tmpdir(), 'droomdoek-accessible-'));
}, 300_000);
afterAll(async () => {
  await exports.close();
  bundled.remove();
  rmSync(folder, { recursive: true, force: true });
});

const PLAIN: ExportRequest = {
  format: 'pdf', content: { kind: 'board' }, pages: 'all', paper: 'a4', orientation: 'auto', margins: 'usual', background: 'paper', tile: null, dpi: 300, publicVersion: false, charter: false, svgText: 'text', locale: 'nl',
};
const SIGNERS = Array.from({ length: 14 }, (_, i) => ({ name: i % 3 === 0 ? '' : `Bewoner ${i}`, role: 'bewoner', signature: i % 2 === 0 ? 'M10 30Q30 2 50 20Q70 38 90 8L91 9Q70 40 50 22Q30 4 11 31Z' : '' }));
const CONTACTS = { contacts: SIGNERS.map(({ name, role }) => ({ name, role, phone: '0470 12 34 56' })), purpose: 'Elkaar bellen', eraseOn: '2027-03-01' };
const SEATS = [{ table: asId<TableId>('t1'), codes: ['KMR4TX', 'T7PEHN'] }, { table: asId<TableId>('t7'), codes: ['HN3WCA'] }];

/** Every kind of PDF that leaves the room. */
const KINDS: readonly { readonly kind: string; readonly document: () => PlainDocument; readonly more: Partial<ExportRequest>; readonly others?: readonly (() => PlainDocument)[] }[] = [
  { kind: 'a board with everything on it', document: () => sample, more: {} },
  { kind: 'a board as large as itself, in English', document: () => sample, more: { paper: 'board', locale: 'en' } },
  { kind: 'five prepared pages', document: kiel, more: { paper: 'a3' } },
  { kind: 'a board for a print shop', document: () => sample, more: { paper: 'a2', margins: 'bleed' } },
  { kind: 'a poster of sheets', document: () => sample, more: { paper: 'a2', tile: 'a4' } },
  { kind: 'a board with its charter', document: () => sample, more: { charter: true } },
  { kind: 'the charter of an empty session', document: kiel, more: { content: { kind: 'charter', paper: 'a3' } } },
  { kind: 'a charter with signatures on sheets of their own', document: () => sample, more: { content: { kind: 'charter', paper: 'a4' } } },
  { kind: 'a list of telephone numbers', document: () => sample, more: { content: { kind: 'contacts' } } },
  { kind: 'seat cards', document: () => sample, more: { content: { kind: 'seatCards', url: 'http://192.168.8.20:8080/' } } },
  { kind: 'seat cards without an address, in English', document: () => sample, more: { content: { kind: 'seatCards', url: null }, locale: 'en' } },
  { kind: 'table signs with questions', document: () => sample, more: { content: { kind: 'tableSigns', questions: ['Wat drijft jou?', 'Hoe ziet je droomwijk eruit?'] } } },
  { kind: 'what residents write', document: () => residentsWords(measure), more: {} },
  { kind: 'table signs without', document: () => sample, more: { content: { kind: 'tableSigns', questions: [] } } },
  { kind: 'three boards side by side', document: () => sample, more: { content: { kind: 'sideBySide', heading: 'Pitstops', paper: 'a1', boards: [] } }, others: [kiel, () => sample] },
  { kind: 'the report of a whole day', document: () => documentOf(finishedKiel()), more: { content: { kind: 'report' } } },
  { kind: 'a report with a tie, in English', document: () => documentOf(tiedKiel()), more: { content: { kind: 'report' }, locale: 'en' } },
  { kind: 'a report of a board with everything on it', document: () => sample, more: { content: { kind: 'report' } } },
  { kind: 'a report of an empty board', document: () => documentOf(emptyBoard({ id: asId<BoardId>('empty'), title: '', locale: 'nl', createdMs: 0 })), more: { content: { kind: 'report' } } },
];

const readAsset = (asset: AssetId): Promise<Uint8Array | null> => Promise.resolve(asset === SAMPLE_ASSET ? samplePicture() : null);

async function made(name: string, document: PlainDocument, more: Partial<ExportRequest>, others: readonly (() => PlainDocument)[] = []): Promise<string> {
  const target = join(folder, `${name.replace(/\W+/g, '-')}.pdf`);
  const end = await exports.start({ document, seats: SEATS, signers: SIGNERS, contacts: CONTACTS, others: others.map((other) => ({ document: other(), readAsset })), readAsset, request: { ...PLAIN, ...more }, target, onProgress: () => undefined }).done;
  if (end.state !== 'done') throw new Error(`${name}: ${JSON.stringify(end)}`);
  return target;
}

/** One file of every kind, made once. */
let all: Promise<readonly { readonly kind: string; readonly file: string }[]> | undefined;
const everyKind = () => (all ??= (async () => {
  const files: { kind: string; file: string }[] = [];
  for (const { kind, document, more, others } of KINDS) files.push({ kind, file: await made(kind, document(), more, others) });
  return files;
})());

/** A file that means to be neither: what the validator has to refuse. */
async function plainPdf(): Promise<string> {
  const target = join(folder, 'plain.pdf');
  const pdf = new PDFDocument();
  const written = once(pdf.pipe(createWriteStream(target)), 'finish');
  pdf.text('Zonder tags.').end();
  await written;
  return target;
}

const twinOf = (given: PlainDocument): Outline => outlineOf({ board: given.board, inks: inksOf(given, pagesOf(given.board)) }, 'nl');

describe('a PDF that a public body may publish and keep', () => {
  test.each(['ua1', '2a'] as const)('every kind of it passes veraPDF as %s, and a plain one does not', async (profile) => {
    const verdicts = validatePdf(profile, [...(await everyKind()).map(({ file }) => file), await plainPdf()]);
    expect(verdicts.map(({ passed }, i) => `${KINDS[i]?.kind ?? 'a plain file'}: ${passed ? 'passes' : 'fails'}`)).toEqual([...KINDS.map(({ kind }) => `${kind}: passes`), 'a plain file: fails']);
  }, 240_000);

  /** What is read out of a block, in the order of the text twin; a paragraph is read as it is lettered. */
  function said(block: OutlineBlock): readonly string[] {
    switch (block.kind) {
      case 'heading': return [`H ${block.text}`];
      case 'paragraph': return ['P'];
      case 'figure': return [`Figure ${block.alt}`];
      case 'list': return block.items.flatMap(({ text, label, inner }) => [`LBody ${label === undefined ? text : `${label} ${text}`}`, ...(inner ? said(inner) : [])]);
      case 'area': return [`H ${block.title.text}`, ...block.blocks.flatMap(said)];
    }
  }

  function saidInPdf({ type, title, alt, actual }: PdfElement): readonly string[] {
    if (type === 'H1' || type === 'H2') return [`H ${title ?? ''}`];
    if (type === 'P') return ['P'];
    if (type === 'Figure') return [`Figure ${alt ?? ''}`];
    return actual === null ? [] : [`LBody ${actual}`];
  }

  test.each([['a board with everything on it', () => sample], ['five prepared pages', kiel]] as const)('%s is read in the order of its text twin, with the same words', async (kind, document) => {
    const given = document();
    const outline = twinOf(given);
    const twin = outline.pages.flatMap(({ title, blocks }) => [...(title.marks.length > 0 ? [`H ${title.text}`] : []), ...blocks.flatMap(said)]);
    const target = await made(`read ${kind}`, given, {});
    expect(twin.length).toBeGreaterThan(10);
    expect(pdfElements(target).flatMap(saidInPdf)).toEqual(twin);
  });

  test('the pages in a report are read in the order of their text twin, and its last part says the same as text', async () => {
    const given = documentOf(finishedKiel());
    const { pages } = twinOf(given);
    const target = await made('report', given, { content: { kind: 'report' } });
    const read = pdfElements(target);
    const onPages = pages.flatMap(({ title, blocks }) => [...(title.marks.length > 0 ? [`H ${title.text}`] : []), ...blocks.flatMap(said)]);
    const inReport = read.flatMap((element) => (/^H[234]$/.test(element.type) && element.title !== null ? [`H ${element.title}`] : element.type === 'H1' ? [] : saidInPdf(element)));
    const from = inReport.indexOf(onPages[0] as string);
    expect(inReport.slice(from, from + onPages.length)).toEqual(onPages);

    const words = (block: OutlineBlock): readonly string[] => {
      switch (block.kind) {
        case 'heading': case 'paragraph': return [block.text];
        case 'figure': return [block.alt];
        case 'list': return block.items.flatMap(({ text, label, inner }) => [`${label ?? '•'} ${text}`, ...(inner ? words(inner) : [])]);
        case 'area': return [block.title.text, ...block.blocks.flatMap(words)];
      }
    };
    const twin = pages.flatMap(({ title, blocks }, i) => [`Blad ${i + 1}: ${title.text}`, ...blocks.flatMap(words)]).join(' ');
    const text = execFileSync('pdftotext', ['-raw', target, '-'], { encoding: 'utf8' }).replace(/Droomwijk Kiel · Beeldverslag|\d+ \/ \d+/g, '');
    expect(text.slice(text.lastIndexOf('om in te zoeken.')).replace(/\s+/g, '')).toBe(`om in te zoeken. ${twin}`.replace(/\s+/g, ''));
  });

  test('paragraphs are lettered in the order in which they are read', async () => {
    const paragraphs = (blocks: readonly OutlineBlock[]): readonly string[] => blocks.flatMap((block) => (block.kind === 'area' ? paragraphs(block.blocks) : block.kind === 'paragraph' ? [block.text] : []));
    const given = kiel();
    const wanted = twinOf(given).pages.flatMap(({ blocks }) => paragraphs(blocks));
    const struct = execFileSync('pdfinfo', ['-struct-text', await made('paragraphs', given, {})], { encoding: 'utf8' });
    const read = [...struct.matchAll(/^ *P \(block\)\n((?: *".*"\n)+)/gm)].map(([, lines = '']) => [...lines.matchAll(/"(.*)"/g)].map(([, line]) => line).join(' '));
    const plain = (text: string): string => text.replace(/\s+/g, '');
    expect(wanted.length).toBeGreaterThan(5);
    expect(read.map(plain)).toEqual(wanted.map(plain));
  });

  test('no figure is left without words, and none is called by the name of a file', async () => {
    for (const { kind, file } of await everyKind()) {
      for (const { type, alt } of pdfElements(file)) {
        if (type !== 'Figure') continue;
        expect(alt, kind).toMatch(/\p{L}{3}/u);
        expect(alt, kind).not.toMatch(/\.(png|jpe?g|gif|webp|svg|bmp|heic|tiff?)\b/i);
      }
    }
  });
});
