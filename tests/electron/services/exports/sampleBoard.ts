import { createCanvas } from '@napi-rs/canvas';
import { generateNKeysBetween } from 'fractional-indexing';
import { asId, type AssetId, type BoardId, type InkId, type MarkId, type PageId, type RoundId, type TableId } from '../../../../shared/base/ids.ts';
import { seededRandom } from '../../../../shared/base/seededRandom.ts';
import type { Board } from '../../../../shared/board/board.ts';
import { bucketOf } from '../../../../shared/board/buckets.ts';
import { emptyBoard } from '../../../../shared/board/emptyBoard.ts';
import { layLines, type Hand, type MeasureEm } from '../../../../shared/board/lettering.ts';
import type { CardMark, Mark, ShapeMark, StrokeMark, TextMark } from '../../../../shared/board/marks.ts';
import { PLAIN_SHAPE, PLAIN_TEXT } from '../../../../shared/board/plainMarks.ts';
import type { PlainDocument } from '../../../../shared/contract/boards.ts';
import { packInk } from '../../../../shared/ink/ink.ts';
import { encodeInk, type InkText } from '../../../../shared/ink/inkCodec.ts';

/** A mark without the place in the painting order, which comes from where it stands in the list. */
type Loose = { readonly [Kind in Mark['kind']]: Omit<Extract<Mark, { kind: Kind }>, 'order'> }[Mark['kind']];

const PAGE = asId<PageId>('p1');
export const SAMPLE_ASSET = asId<AssetId>('picture1');
const ROUND = asId<RoundId>('round1');

const place = (id: string, x: number, y: number) =>
  ({ id: asId<MarkId>(id), page: PAGE, layer: 'harvest', matrix: [1, 0, 0, 1, x, y], locked: false } as const);

/** A wavy line of samples, different for each seed. */
function wavyInk(seed: number, x: number, y: number, samples = 40): InkText {
  const random = seededRandom(seed);
  const bend = 6 + random() * 14;
  return encodeInk(packInk(Array.from({ length: samples }, (_, i) => ({
    x: x + i * 2.2, y: y + Math.sin(i / 3 + seed) * bend, pressure: 0.3 + 0.4 * Math.abs(Math.sin(i / 9)), timeMs: i * 8,
  }))));
}

const strokeMark = (id: string, ink: string, tool: 'pen' | 'highlighter' = 'pen'): Omit<StrokeMark, 'order'> =>
  ({ ...place(id, 0, 0), kind: 'stroke', ink: asId<InkId>(ink), tool, color: tool === 'pen' ? 'ink' : 'oranje', widthUnits: tool === 'pen' ? 3.6 : 18, thinning: 0.5, smoothing: 0.3 });

export function textMark(id: string, text: string, hand: Hand, sizeUnits: number, x: number, y: number, measure: MeasureEm, heading = false): Omit<TextMark, 'order'> {
  return { ...place(id, x, y), kind: 'text', text, lines: layLines(text, hand, measure), hand, sizeUnits, color: 'ink', align: 'left', heading, ...PLAIN_TEXT };
}

function cardMark(id: string, role: CardMark['role'], text: string, tables: readonly number[], x: number, y: number, measure: MeasureEm, picture: readonly string[] = []): Omit<CardMark, 'order'> {
  return {
    ...place(id, x, y), kind: 'card', role, text, lines: layLines(text, 'kop', measure), sizeUnits: tables.length > 2 ? 60 : 40, color: 'rood',
    mentions: tables.map((table) => ({ table: asId<TableId>(`t${table}`), atMs: 1 })), picture: picture.map((mark) => asId<MarkId>(mark)), placed: true, merged: [],
  };
}

function shapeMark(id: string, form: ShapeMark['form'], text: string, x: number, y: number, w: number, h: number, measure: MeasureEm): Omit<ShapeMark, 'order'> {
  return {
    ...place(id, x, y), kind: 'shape', form, w, h, points: [], color: 'ink', widthUnits: 2.6, fill: form === 'frame' ? null : 'perzik', dashed: false, shadow: false,
    text, lines: text === '' ? [] : layLines(text, 'kop', measure), textSizeUnits: 34, hand: 'kop', area: form === 'frame' && text === 'Kenmerken' ? 'traits' : 'none', ...PLAIN_SHAPE,
  };
}

/** A small PNG with see-through parts. */
export function samplePicture(): Buffer {
  const canvas = createCanvas(60, 40);
  const context = canvas.getContext('2d');
  context.fillStyle = 'rgba(0, 111, 104, 0.6)';
  context.arc(30, 20, 18, 0, 7);
  context.fill();
  return canvas.toBuffer('image/png');
}

/** Puts marks on a board in the order in which they are listed. */
export function withMarks(board: Board, marks: readonly Loose[]): Board {
  const orders = generateNKeysBetween(null, null, marks.length);
  const buckets: Record<string, Record<MarkId, Mark>> = {};
  marks.forEach((mark, i) => { (buckets[bucketOf(mark.id)] ??= {})[mark.id] = { ...mark, order: orders[i] as string } as Mark; });
  return { ...board, buckets };
}

const seed = (title: string) => ({ id: asId<BoardId>('sample'), title, locale: 'nl', createdMs: 1_700_000_000_000 } as const);

/** A board of one page with every kind of mark on it, words in three scripts, and a revealed round. */
export function sampleDocument(measure: MeasureEm): PlainDocument {
  const marks: readonly Loose[] = [
    strokeMark('hi', 'ink0', 'highlighter'),
    shapeMark('banner', 'banner', 'Droomwijk Kiel', 380, 20, 440, 90, measure),
    shapeMark('traits', 'frame', 'Kenmerken', 40, 150, 520, 300, measure),
    shapeMark('bubble', 'bubble', 'Hé, een één!', 820, 130, 300, 130, measure),
    cardMark('c1', 'trait', 'bruisend', [2, 4, 5, 7], 70, 200, measure),
    cardMark('c2', 'trait', 'vrij & blij', [3], 90, 330, measure),
    cardMark('c3', 'metaphor', 'panda', [1, 6], 660, 420, measure, ['stamp']),
    textMark('t1', 'Patrick Hand: geïnd, reëel, café, ijs & × Komşu İzmir', 'hand', 30, 40, 490, measure),
    textMark('t2', 'CAVEAT BRUSH: IJSJE, Ë Ï É ë ï é ij ×4', 'kop', 34, 40, 535, measure, true),
    textMark('t3', 'Marker: ABC ë ï é ij × ğ ş', 'marker', 28, 40, 585, measure),
    textMark('t4', 'Atkinson: 0O1Il ë ï é ij × İ', 'face', 26, 40, 635, measure),
    textMark('t5', 'Atkinson vet: 12345 ë ï é', 'faceBold', 26, 40, 675, measure),
    textMark('t6', 'Hand met مرحبا بكم (في الحي) en Привет', 'hand', 32, 40, 715, measure),
    { ...place('stamp', 660, 300), kind: 'stamp', stamp: 'panda', sizeUnits: 120, color: null, alt: 'panda', outline: null },
    { ...place('image', 1040, 300), kind: 'image', asset: SAMPLE_ASSET, w: 120, h: 80, alt: 'een stip' },
    { ...place('result', 640, 520), kind: 'result', round: ROUND, w: 420, h: 260 },
    { ...place('arrow', 0, 0), kind: 'connector', from: { mark: asId<MarkId>('c1'), at: { x: 0, y: 0 } }, to: { mark: asId<MarkId>('c3'), at: { x: 0, y: 0 } }, bend: 0.2, color: 'blauw', widthUnits: 3, head: 'arrow' },
    strokeMark('s1', 'ink1'), strokeMark('s2', 'ink2'),
  ];
  const board = emptyBoard(seed('Kiel & "dromen" <1>'));
  const panda = asId<MarkId>('c3');
  const rat = asId<MarkId>('c9');
  return {
    board: {
      ...withMarks(board, marks),
      rounds: {
        [ROUND]: {
          id: ROUND, question: 'Wat zijn wij?', candidates: [{ id: panda, label: 'panda' }, { id: rat, label: 'rat' }], rule: { dotsPerPerson: 1, atMostPerCandidate: 1 },
          state: 'revealed', openedMs: 1, closedMs: 2, runOffOf: null, lots: null,
          tally: { totals: { [panda]: 20, [rat]: 11 }, cast: 31, heads: 47, corrections: 1, ballots: [], byHand: { [panda]: 20, [rat]: 11 } },
        },
      },
    },
    inks: { [asId<InkId>('ink0')]: wavyInk(3, 70, 240), [asId<InkId>('ink1')]: wavyInk(1, 900, 620), [asId<InkId>('ink2')]: wavyInk(2, 900, 680) },
  };
}

/** What residents write, by script: joined letters, brackets, digits and Dutch words among Arabic, vowel signs, pictures. */
export const RESIDENTS_WORDS: readonly (readonly [string, string])[] = [
  ['Arabic', 'مرحبا بكم (في الحي) مع الجيران!'],
  ['Arabic with Dutch in it', 'نحن نحب Droomwijk Kiel كثيرا، ٢٠٢٦'],
  ['Dutch with Arabic in it', 'Wij zeggen: أهلا وسهلا (welkom) 12 keer'],
  ['vowel signs', 'مَدْرَسَةٌ لِلْجَمِيعِ'],
  ['Persian and Urdu', 'محله‌ی سبز ما، پارک و گلها'],
  ['Hebrew', 'שלום לכל השכנים (קיל) 3'],
  ['Turkish', 'Komşuluk, İyi günler, ığüşöç ĞİŞ'],
  ['Polish', 'Zażółć gęślą jaźń, sąsiedzi'],
  ['Amazigh', 'ⴰⵣⵓⵍ ⴼⵍⵍⴰⵡⵏ'],
  ['Ukrainian', 'Привіт, сусіди! ґ'],
  ['emoji', 'Feest 🎉 met ons 👨‍👩‍👧 en 👋🏽 🇧🇪🇲🇦 ❤️ 1️⃣'],
  ['emoji among Arabic', 'حفلة 🎉 في الحي 👋🏽!'],
  ['signs', 'wij → jullie ✓ ★ ● ≠ ♥'],
];
/** From one of these lines to the next. */
export const WORDS_LINE_UNITS = 62;

/** A page with a line in each script, its tops 20 units from the top of the page. */
export function residentsWords(measure: MeasureEm): PlainDocument {
  const lines = RESIDENTS_WORDS.map(([name, text], i) => textMark(`w${i}`, text, name.startsWith('Dutch') ? 'kop' : 'hand', 40, 60, 20 + i * WORDS_LINE_UNITS, measure));
  return { board: withMarks(emptyBoard(seed('Woorden van bewoners')), lines), inks: {} };
}

/** A page full of lines, for what takes time. */
export function manyStrokes(count: number): PlainDocument {
  const inks: Record<InkId, InkText> = {};
  const marks = Array.from({ length: count }, (_, i): Loose => {
    inks[asId<InkId>(`k${i}`)] = wavyInk(i, 20 + ((i * 97) % 1080), 20 + ((i * 61) % 800));
    return strokeMark(`m${i}`, `k${i}`);
  });
  return { board: withMarks(emptyBoard(seed('Veel lijnen')), marks), inks };
}
