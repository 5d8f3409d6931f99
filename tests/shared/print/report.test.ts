import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asId, type BoardId, type MarkId } from '../../../shared/base/ids.ts';
import { pagesOf, type Board } from '../../../shared/board/board.ts';
import { emptyBoard } from '../../../shared/board/emptyBoard.ts';
import type { Box } from '../../../shared/geometry/box.ts';
import { IDENTITY, transformBox } from '../../../shared/geometry/matrix.ts';
import { pathBounds } from '../../../shared/geometry/path.ts';
import { flowed } from '../../../shared/print/report/flow.ts';
import { reportOf } from '../../../shared/print/report/report.ts';
import { reportHtml } from '../../../shared/print/report/reportHtml.ts';
import { reportSheets } from '../../../shared/print/report/reportSheets.ts';
import { paintedParts, type PrintedPart, type PrintedSheet } from '../../../shared/print/printedSheet.ts';
import { TEMPLATES } from '../../../shared/templates/list.ts';
import { after, kielBoard, name } from '../harvest/kielDay.ts';
import { finishedKiel, harvestedKiel, tiedKiel } from '../../support/kielHarvest.ts';
import { measureEm } from '../../support/measureEm.ts';

const FINISHED = finishedKiel();
const HARVESTED = harvestedKiel();
const empty = (): Board => emptyBoard({ id: asId<BoardId>('empty'), title: '', locale: 'nl', createdMs: Date.UTC(2026, 10, 20) });
const sheetsOf = (board: Board, pages = pagesOf(board)): readonly PrintedSheet[] => reportSheets({ board, inks: new Map() }, 'nl', measureEm, pages);
const htmlOf = (board: Board): string => reportHtml(reportOf({ board, inks: new Map() }, 'nl', pagesOf(board)), { locale: 'nl', fontFaces: '', drawing: () => 'data:,' }).map((piece) => (typeof piece === 'string' ? piece : 'data:,')).join('');

/** What is lettered on a sheet, but for what stands on a page of the board. */
function lettered(parts: readonly PrintedPart[]): readonly string[] {
  return paintedParts(parts.filter(({ kind }) => kind !== 'boardPage')).flatMap(({ ops }) => ops.flatMap((op) => (op.op === 'letter' ? [op.line.runs.map(({ text }) => text).join('')] : [])));
}
const textOf = (sheets: readonly PrintedSheet[]): string => sheets.map(({ parts }) => lettered(parts).join('\n')).join('\f');

/** What is read of a part, as far as it says something by itself. */
function read(part: PrintedPart): readonly string[] {
  switch (part.kind) {
    case 'list': return part.items.map((item) => item.read ?? lettered([{ kind: 'list', items: [item] }]).join(' '));
    case 'table': return part.rows.map((row) => row.map((cell) => cell.read ?? lettered([{ kind: 'list', items: [cell] }]).join(' ')).join(' | '));
    case 'figure': return [part.alt];
    case 'paragraph': return [part.read ?? lettered([part]).join(' ')];
    case 'heading': return [`${'#'.repeat(part.level)} ${part.read ?? lettered([part]).join(' ')}`];
    case 'section': return part.parts.flatMap(read);
    case 'boardPage': return [`[${part.outlined.title.text}]`];
    case 'decoration': return [];
  }
}
const readOf = (sheets: readonly PrintedSheet[]): readonly string[] => sheets.flatMap(({ parts }) => parts.flatMap(read));

function boxesOn(parts: readonly PrintedPart[]): readonly Box[] {
  return paintedParts(parts.filter(({ kind }) => kind !== 'boardPage')).flatMap(({ ops, matrix = IDENTITY }) => ops.map((op): Box => {
    switch (op.op) {
      case 'fill': case 'stroke': return transformBox(matrix, pathBounds(op.path));
      case 'letter': return transformBox(matrix, { x: op.x, y: op.baseline - 0.7 * op.sizeUnits, w: op.line.widthEm * op.sizeUnits, h: 0.9 * op.sizeUnits });
      case 'image': return transformBox(matrix, { x: 0, y: 0, w: op.w, h: op.h });
    }
  }));
}

describe('the report of a session', () => {
  test('has a cover, the pages, the vote, what was heard, the charter, what comes next and the text, in that order', () => {
    const said = readOf(sheetsOf(FINISHED));
    expect(said.filter((line) => line.startsWith('# '))).toEqual([
      '# Droomwijk Kiel', ...[1, 2, 3, 4, 5].map((n) => `# Blad ${n} van het bord`), '# Zo koos de zaal', '# Wat we hoorden', '# Samenwerkingscharter Kiel', '# Hoe verder', '# Het bord als tekst',
    ]);
    expect(said).toEqual(expect.arrayContaining(['Tekening: panda, gekozen door de zaal', 'keuze | stippen', 'panda, gekozen | 19', 'jungle | 5', 'bruisend, 4 keer gehoord', 'panda, gekozen door de zaal', '2. Eerste lunch in het park: vrijdag 4 december, wie kan brengt iets mee.']));
    expect(said.join('\n')).toContain('Uitgebracht: 45 van 49. Eén stip per persoon. Gestemd op 20 november 2026 van 14.30 tot 14.36. 1 correctie voor het sluiten.');
  });

  test('the contents name the sheet where each part begins', () => {
    const sheets = sheetsOf(FINISHED);
    const contents = readOf(sheets.slice(0, 1)).flatMap((line) => { const found = /^(.+), bladzijde (\d+)$/.exec(line); return found ? [[found[1], Number(found[2])] as const] : []; });
    expect(contents).toHaveLength(6);
    for (const [title, number] of contents.slice(1)) expect(readOf([sheets[number - 1] as PrintedSheet])[0]).toBe(`# ${title}`);
    expect(lettered(sheets[4]?.parts ?? [])).toContain(`5 / ${sheets.length}`);
  });

  test('a tie and the second round that decided it are two votes, each in its own words', () => {
    const said = readOf(sheetsOf(tiedKiel()));
    expect(said.filter((line) => line === '## Welk beeld past bij onze droomwijk?')).toHaveLength(2);
    expect(said).toEqual(expect.arrayContaining(['Gelijke stand: panda en braderie. Daarom kwam er een tweede ronde.', 'De zaal koos panda.', 'panda | 16', 'braderie | 16', 'panda, gekozen | 25']));
    expect(said.join('\n')).toContain('Tweede ronde na ronde 1.');
  });

  test('a vote that nobody has seen is not in it, nor is a part that the board has nothing for', () => {
    const board = FINISHED;
    const hidden: Board = { ...board, rounds: Object.fromEntries(Object.entries(board.rounds).map(([id, round]) => [id, { ...round, state: 'closed' as const }])) };
    expect(textOf(sheetsOf(hidden))).not.toMatch(/Zo koos de zaal|Uitgebracht/);
    expect(htmlOf(hidden)).not.toMatch(/Zo koos de zaal|Uitgebracht/);
    expect(readOf(sheetsOf(empty())).filter((line) => line.startsWith('#'))).toEqual(['# Droomdoek', '## In dit verslag', '# Over dit verslag']);
    expect(readOf(sheetsOf(kielBoard())).filter((line) => line.startsWith('# ')).slice(-2)).toEqual(['# Hoe verder', '# Het bord als tekst']);
  });

  test('only the pages that are asked for go along, and a blank one never does', () => {
    const board = FINISHED;
    const asked = pagesOf(board).slice(2, 4);
    expect(readOf(sheetsOf(board, asked)).filter((line) => line.startsWith('['))).toEqual(['[Droomwijk Kiel]', '[Thema\'s van samenwerking]']);
    expect(readOf(sheetsOf(empty())).filter((line) => line.startsWith('['))).toEqual([]);
  });

  test.each(TEMPLATES.filter(({ id }) => id !== 'empty').map((template) => [template.id, template] as const))('the prepared sheets of %s make a report before anybody has said a word', (_id, template) => {
    let made = 0;
    const { board } = template.build({ seed: { id: asId<BoardId>('b'), title: template.name.nl, locale: 'nl', createdMs: Date.UTC(2026, 10, 20) }, measure: measureEm, newId: () => asId<MarkId>(`m${made++}`) });
    const said = readOf(sheetsOf(board));
    expect(said).toEqual(expect.arrayContaining([`# ${template.name.nl}`, expect.stringMatching(/^20 november 2026( · |$)/), '# Blad 1 van het bord', '# Het bord als tekst']));
    expect(said.join('\n')).not.toMatch(/Zo koos de zaal|Wat we hoorden/);
    expect(htmlOf(board)).toContain('<h3 dir="auto">Blad 1: ');
  });

  test('of many metaphors those that were drawn stand on a wash, the others are lettered as words; none is left out, placed or not', () => {
    const more = ['bijenkorf', 'orkest', 'tuin', 'dorp in de stad', 'lappendeken', 'haven', 'warme bakker', 'boomgaard', 'zwerm', 'dorpsplein', 'brug', 'markt'];
    const board = more.reduce((before, word, i) => name(before, word, 'metaphor', 1 + (i % 7), 200 + i), FINISHED);
    const said = readOf(sheetsOf(board));
    expect(said.filter((line) => line.startsWith('Tekening: ') && !line.includes('('))).toEqual(['Tekening: panda, gekozen door de zaal', 'Tekening: panda', 'Tekening: braderie', 'Tekening: jungle', 'Tekening: mierennest', 'Tekening: panda, gekozen door de zaal']);
    expect(said).toEqual(expect.arrayContaining([...more].map((word) => `${word}, 1 keer gehoord`)));
    const html = htmlOf(board);
    for (const word of more) expect(html).toContain(`<b dir="auto">${word}</b>`);
  });

  test('a word in a colour that cannot be read on white is set in ink', () => {
    const pale = (board: Board): Board => ({ ...board, buckets: Object.fromEntries(Object.entries(board.buckets).map(([key, bucket]) => [key, Object.fromEntries(Object.entries(bucket).map(([id, mark]) => [id, mark.kind === 'card' ? { ...mark, color: 'perzik' as const } : mark]))])) });
    expect(htmlOf(pale(FINISHED))).toContain('style="color:#1F1B16">bruisend<');
    expect(htmlOf(FINISHED)).toMatch(/style="color:#E06A10">bruisend</);
  });

  test('nothing is lettered beyond the margins, whatever the room said', () => {
    const words = fc.array(fc.constantFrom('samen', 'wijk', 'ontmoetingsplekken', 'groen', 'verantwoordelijkheidsgevoel', 'één'), { minLength: 1, maxLength: 9 }).map((all) => all.join(' '));
    fc.assert(fc.property(fc.record({ title: words, place: words, dream: words, steps: fc.array(words, { maxLength: 12 }), traits: fc.array(words, { maxLength: 14 }), carriedBy: words }), ({ title, place, dream, steps, traits, carriedBy }) => {
      let board: Board = { ...HARVESTED, title };
      traits.forEach((trait, i) => { board = name(board, trait, 'trait', 1 + (i % 7), 100 + i); });
      board = after(after(board, { type: 'charter.set', charter: { ...board.charter, place, dream, carriedBy } }), { type: 'nextSteps.set', steps });
      for (const { parts, sizeMm } of sheetsOf(board)) {
        for (const { x, y, w, h } of boxesOn(parts)) {
          expect(Math.min(x, y)).toBeGreaterThan(8);
          expect(x + w).toBeLessThan(sizeMm.w - 8);
          expect(y + h).toBeLessThan(sizeMm.h - 6);
        }
      }
    }), { numRuns: 4 });
  });
});

describe('the report as a page', () => {
  test('says the same as the sheets, with a real table, headings without gaps and no script', () => {
    const html = htmlOf(FINISHED);
    expect(html).toMatch(/^<!DOCTYPE html>\n<html lang="nl-BE"><head><meta charset="utf-8">/);
    expect(html).toContain('<th scope="col">keuze</th><th scope="col">stippen</th>');
    expect(html).toMatch(/<th scope="row" dir="auto">[^]*?panda <small>gekozen<\/small>[^]*?<span class="n">19<\/span>/);
    const levels = [...html.matchAll(/<h([1-6])[ >]/g)].map(([, level]) => Number(level));
    expect(levels[0]).toBe(1);
    levels.forEach((level, i) => expect(level - (levels[i - 1] ?? 0)).toBeLessThanOrEqual(1));
    expect(html).not.toMatch(/<script|<link|https?:(?!\/\/www\.w3\.org)|@import|javascript:/);
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, to] of html.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(to);
  });

  test('words of the room are words, also when they look like markup', () => {
    const board = name({ ...HARVESTED, title: 'Kiel & "dromen" <1>' }, '<script>alert(1)</script>', 'trait', 3, 99);
    const html = htmlOf(board);
    expect(html).not.toContain('<script');
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html).toContain('<title>Beeldverslag · Kiel &amp; &quot;dromen&quot; &lt;1&gt;</title>');
  });
});

describe('running content', () => {
  test('every block is laid once, in order, in a column; a heading never stands alone at the foot of one', () => {
    const block = fc.record({ hMm: fc.integer({ min: 1, max: 40 }), gapMm: fc.integer({ min: 0, max: 9 }), keep: fc.boolean() });
    fc.assert(fc.property(fc.array(block, { minLength: 1, maxLength: 60 }), (blocks) => {
      const columns: readonly Box[] = [{ x: 0, y: 10, w: 50, h: 100 }, { x: 60, y: 10, w: 50, h: 100 }];
      const laid: { readonly i: number; readonly x: number; readonly y: number; readonly sheet: number }[] = [];
      const sheets = flowed(blocks.map((one, i) => ({ ...one, keep: one.keep && i % 3 === 0, lay: ({ x, y }) => { laid.push({ i, x, y, sheet: 0 }); return [{ kind: 'paragraph', ops: [], read: String(i) }]; } })), columns);
      expect(sheets.flatMap((parts) => parts.map((part) => (part.kind === 'paragraph' ? part.read : '')))).toEqual(blocks.map((_, i) => String(i)));
      for (const { i, y } of laid) {
        expect(y).toBeGreaterThanOrEqual(10);
        expect(y + (blocks[i]?.hMm ?? 0)).toBeLessThanOrEqual(110);
      }
      laid.forEach((at, n) => { if (at.i % 3 === 0 && blocks[at.i]?.keep && laid[n + 1]) expect(laid[n + 1]?.x).toBe(at.x); });
    }));
  });
});

