import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inksOf } from '../../../electron/services/exports/lateInks.ts';
import { asId, type MarkId } from '../../../shared/base/ids.ts';
import { pagesOf, type Board, type Charter } from '../../../shared/board/board.ts';
import { marksOf } from '../../../shared/board/buckets.ts';
import { IDENTITY, transformBox } from '../../../shared/geometry/matrix.ts';
import { pathBounds, pathFromSvg } from '../../../shared/geometry/path.ts';
import type { Box } from '../../../shared/geometry/box.ts';
import { charterSheets, type CharterPrint } from '../../../shared/print/charterSheet.ts';
import { contactSheets } from '../../../shared/print/contactSheet.ts';
import { paintedParts, type PrintedPart, type PrintedSheet } from '../../../shared/print/printedSheet.ts';
import { sampleDocument } from '../../electron/services/exports/sampleBoard.ts';
import { measureEm } from '../../support/measureEm.ts';

const document = sampleDocument(measureEm);
const inks = inksOf(document, pagesOf(document.board));
const EMPTY: Charter = { heading: '', place: '', dream: '', points: [], carriedBy: '', roles: [] };

const A4: CharterPrint = { paper: 'a4', signers: [] };

function sheets(charter: Partial<Charter>, print: Partial<CharterPrint> = {}, change: (board: Board) => Board = (board) => board): readonly PrintedSheet[] {
  return charterSheets({ board: change({ ...document.board, charter: { ...EMPTY, ...charter } }), inks }, 'nl', measureEm, { ...A4, ...print });
}

/** The only sheet of a charter that fits on one. */
function sheet(charter: Partial<Charter>, print: Partial<CharterPrint> = {}): PrintedSheet {
  const made = sheets(charter, print);
  expect(made).toHaveLength(1);
  return made[0]!;
}

function boxesOf(parts: readonly PrintedPart[]): readonly Box[] {
  return paintedParts(parts).flatMap(({ ops, matrix = IDENTITY }) => ops.map((op): Box => {
    switch (op.op) {
      case 'fill': case 'stroke': return transformBox(matrix, pathBounds(op.path));
      case 'letter': return transformBox(matrix, { x: op.x, y: op.baseline - 0.7 * op.sizeUnits, w: op.line.widthEm * op.sizeUnits, h: 0.9 * op.sizeUnits });
      case 'image': return transformBox(matrix, { x: 0, y: 0, w: op.w, h: op.h });
    }
  }));
}

const saidIn = ({ parts }: PrintedSheet): string => paintedParts(parts).flatMap(({ ops }) => ops.flatMap((op) => (op.op === 'letter' ? [op.line.runs.map(({ text }) => text).join('')] : []))).join('\n');

const listsIn = (made: readonly PrintedSheet[], begins: RegExp) => made.flatMap(({ parts }) => parts.flatMap((part) => (part.kind === 'list' ? part.items.flatMap(({ read }) => (read !== undefined && begins.test(read) ? [read] : [])) : [])));

const words = fc.array(fc.constantFrom('samen', 'wijk', 'elkaar', 'ontmoetingsplekken', 'één', 'groen', 'goeiendag', 'verantwoordelijkheid'), { minLength: 1, maxLength: 16 }).map((all) => all.join(' '));
const charter = fc.record({
  heading: words, place: words, dream: words, carriedBy: fc.oneof(fc.constant(''), words),
  points: fc.array(fc.record({ text: words, more: fc.oneof(fc.constant(''), words) }), { maxLength: 16 }),
  roles: fc.array(words, { maxLength: 9 }),
});
const INK = 'M10 30Q30 2 50 20Q70 38 90 8L91 9Q70 40 50 22Q30 4 11 31Z';
const signer = fc.record({ name: fc.oneof(fc.constant(''), words), role: fc.oneof(fc.constant(''), words), signature: fc.constantFrom('', INK) });

/** Everything of a sheet that is paper's: within its margins, points above what drives them and signatures. */
function expectOnPaper({ parts, sizeMm }: PrintedSheet): void {
  const times = sizeMm.w / 210;
  for (const { x, y, w, h } of boxesOf(parts)) {
    expect(x).toBeGreaterThan(9 * times);
    expect(x + w).toBeLessThan(201.5 * times);
    expect(y).toBeGreaterThan(8 * times);
    expect(y + h).toBeLessThan(289 * times);
  }
  const bottomOf = (chosen: readonly PrintedPart[]): number => Math.max(0, ...boxesOf(chosen).map(({ y, h }) => y + h));
  const lists = parts.flatMap((part) => (part.kind === 'list' ? [part] : []));
  const signed = lists.filter(({ items }) => /^(Plaats|Ondertekend)/.test(items[0]?.read ?? ''));
  const agreed = lists.filter((list) => !signed.includes(list));
  if (signed.length > 0) expect(bottomOf(agreed)).toBeLessThan(Math.min(...boxesOf(signed).map(({ y }) => y)));
}

describe('the charter on a sheet', () => {
  test('the room’s choice, the dream from it, what was heard and the title of the board fill what nobody typed', () => {
    const made = sheet({});
    expect(saidIn(made)).toMatch(/Samenwerkings-\ncharter[^]*Onze droomwijk is als een panda[^]*bruisend[^]*4 keer gehoord/);
    expect(made.parts.find((part) => part.kind === 'heading')).toMatchObject({ read: 'Samenwerkingscharter' });
    expect(made.parts.find((part) => part.kind === 'figure')).toMatchObject({ alt: 'Tekening: panda, gekozen door de zaal' });
  });

  test('points are read with their number and what they mean, roles as places to sign', () => {
    const made = sheets({ points: [{ text: 'We zien elkaar.', more: 'Ook zomaar.' }, { text: 'We zeggen goeiendag.', more: '' }], roles: ['politie', ' ', 'jeugdwerk'] });
    expect(listsIn(made, /^\d/)).toEqual(['1. We zien elkaar. Ook zomaar.', '2. We zeggen goeiendag.']);
    expect(listsIn(made, /^Plaats/)).toEqual(['Plaats voor een handtekening: politie', 'Plaats voor een handtekening: jeugdwerk']);
  });

  test('whatever is typed and whoever signs stands on paper once, and nothing is lettered over anything else', () => {
    fc.assert(fc.property(charter, fc.array(signer, { maxLength: 40 }), fc.constantFrom('a4', 'a3'), (given, signers, paper) => {
      const made = sheets(given, { paper, signers });
      made.forEach(expectOnPaper);
      for (const word of given.dream.split(' ')) expect(saidIn(made[0]!)).toContain(word);
      const above = made[0]!.parts.filter((part) => part.kind === 'paragraph').slice(0, 2);
      expect(Math.max(...boxesOf(above).map(({ y, h }) => y + h))).toBeLessThan(96 * (made[0]!.sizeMm.w / 210));
      expect(listsIn(made, /^\d+\. /)).toEqual(given.points.map(({ text, more }, i) => `${i + 1}. ${[text, more].filter((part) => part !== '').join(' ')}`));
      expect(listsIn(made, /^Ondertekend/)).toHaveLength(signers.filter(({ signature }) => signature !== '').length);
    }), { numRuns: 40 });
  });

  test.each([0, 1, 5])('%i points fit on one sheet, signatures and all', (count) => {
    sheet({ points: Array.from({ length: count }, () => ({ text: 'We zeggen veel meer mensen in de wijk goeiendag.', more: 'Ook als we haast hebben.' })), carriedBy: 'de stadsmarinier', roles: ['stadsmarinier', 'jeugdwerk', 'cultuur', 'politie', 'stad', 'begeleider'] });
  });

  test('fourteen long points are not made too small to read: they go on to further sheets, each with its number', () => {
    const long = 'We spreken af dat we elkaar blijven zien en aanspreken, over de grenzen van onze diensten heen, ook als dat eens moeilijk loopt of lang duurt.';
    const made = sheets({ points: Array.from({ length: 14 }, () => ({ text: long, more: long })), carriedBy: 'de stadsmarinier', roles: ['politie'] });
    expect(made.length).toBeGreaterThan(1);
    made.forEach(expectOnPaper);
    expect(listsIn(made, /^\d/)).toHaveLength(14);
    const smallest = Math.min(...made.flatMap(({ parts }) => paintedParts(parts)).flatMap(({ ops }) => ops.flatMap((op) => (op.op === 'letter' ? [op.sizeUnits] : []))));
    expect(smallest).toBeGreaterThan(3);
    expect(saidIn(made[1]!)).toContain(`blad 2 van ${made.length}`);
  });

  test('a point that is longer than a sheet is cut between lines, and nothing of it is lost', () => {
    const text = Array.from({ length: 900 }, (_, i) => `woord${i}`).join(' ');
    const made = sheets({ points: [{ text, more: '' }] });
    made.forEach(expectOnPaper);
    expect(listsIn(made, /woord/).join(' ')).toBe(`1. ${text}`);
  });

  test('without points there are lines to write them on', () => {
    expect(listsIn([sheet({})], /^1\./)).toEqual([]);
    expect(saidIn(sheet({})).match(/^[1-5]$/gm)).toHaveLength(5);
  });

  test('an A3 is the same sheet, larger', () => {
    const large = sheet({}, { paper: 'a3' });
    expect([Math.round(large.sizeMm.w), Math.round(large.sizeMm.h)]).toEqual([297, 420]);
    expect(Math.max(...boxesOf(large.parts).map(({ x, w }) => x + w))).toBeCloseTo(Math.max(...boxesOf(sheet({}).parts).map(({ x, w }) => x + w)) * Math.SQRT2);
  });
});

describe('who stands under it', () => {
  const signers = [
    { name: 'Fatima Özdemir', role: 'bewoner', signature: INK }, { name: '', role: 'Politie', signature: INK },
    { name: 'Jan Peeters', role: '', signature: '' }, { name: '', role: '', signature: INK },
  ];

  test('who signed takes a line of that role; the others are still to be signed by hand', () => {
    const made = sheet({ roles: ['politie', 'jeugdwerk'] }, { signers });
    expect(listsIn([made], /Ondertekend|Plaats/)).toEqual(['Ondertekend: Fatima Özdemir, bewoner', 'Ondertekend: Politie', 'Plaats voor een handtekening: Jan Peeters', 'Ondertekend, zonder naam', 'Plaats voor een handtekening: jeugdwerk']);
  });

  test('the ink is painted as it was drawn, on its line', () => {
    const items = sheet({}, { signers }).parts.flatMap((part) => (part.kind === 'list' ? part.items : []));
    const [first] = items.filter(({ read }) => read?.startsWith('Ondertekend: Fatima'));
    const [line, ink] = (first?.ops ?? []).flatMap((op) => (op.op === 'fill' ? [pathBounds(op.path)] : []));
    expect(ink!.w / ink!.h).toBeCloseTo(pathBounds(pathFromSvg(INK)).w / pathBounds(pathFromSvg(INK)).h);
    expect(Math.abs(ink!.y + ink!.h - line!.y)).toBeLessThan(2);
    expect(ink!.w).toBeGreaterThan(22);
  });

  test('forty signatures go on sheets of their own', () => {
    const made = sheets({ points: [{ text: 'We zien elkaar.', more: '' }], carriedBy: 'de stadsmarinier' }, { signers: Array.from({ length: 40 }, () => signers[0]!) });
    expect(made).toHaveLength(3);
    expect(saidIn(made[0]!)).toContain('Gedragen door: de stadsmarinier');
    expect(listsIn(made, /^Ondertekend/)).toHaveLength(40);
    made.forEach(expectOnPaper);
  });

  test('a public version names nobody, has no line that looks unsigned, and says where the signatures are', () => {
    const made = sheet({ roles: ['politie'] }, { signers: null });
    expect(listsIn([made], /Ondertekend|Plaats/)).toEqual([]);
    expect(saidIn(made)).toContain('Publieke versie');
  });
});

describe('the list of numbers', () => {
  const contacts = Array.from({ length: 30 }, (_, i) => ({ name: i === 3 ? '' : `Bewoner ${i}`, role: i % 2 === 0 ? 'bewoner' : '', phone: `0470 12 34 ${10 + i}` }));
  const list = { contacts, purpose: 'Elkaar bellen over het buurtfeest.', eraseOn: '2027-03-01' };

  test('says on every sheet why it exists and when it is to be erased', () => {
    const made = contactSheets(list, 'Kiel', 'nl', measureEm);
    expect(made).toHaveLength(2);
    made.forEach(expectOnPaper);
    for (const one of made) expect(saidIn(one)).toMatch(/Waarvoor: Elkaar bellen[^]*Te wissen op 1 maart 2027[^]*Geef dit blad niet door/);
    expect(listsIn(made, /0470/)).toEqual(contacts.map(({ name, role, phone }) => [name || 'zonder naam', role, phone].filter((part) => part !== '').join(', ')));
  });

  test('nobody’s number is no sheet', () => {
    expect(contactSheets({ ...list, contacts: [] }, 'Kiel', 'nl', measureEm)).toEqual([]);
  });

  test('stays on its sheet however long a purpose, a name or a title is', () => {
    const long = 'heel lang '.repeat(90);
    contactSheets({ contacts: [{ name: long, role: long, phone: long.slice(0, 60) }], purpose: long, eraseOn: '' }, long, 'nl', measureEm).forEach(expectOnPaper);
  });
});

describe('the picture of a charter', () => {
  const figure = (made: PrintedSheet) => made.parts.find((part) => part.kind === 'figure');
  const cards = [...marksOf(document.board)].filter((mark) => mark.kind === 'card');

  test('is the part of the board that somebody chose, and is read as what stands in it', () => {
    const made = figure(sheet({ picture: cards.map(({ id }) => id) }));
    if (made?.kind !== 'figure') throw new Error('no picture');
    expect(made.drawing?.nodes.length).toBe(cards.length);
    for (const card of cards) expect(made.alt).toContain(card.kind === 'card' ? card.text : '');
  });

  test('is what the room chose again once nothing of that part is on the board', () => {
    const gone = asId<MarkId>('gone');
    expect(figure(sheet({ picture: [gone] }))).toEqual(figure(sheet({})));
  });
});
