import { asId, type AssetId, type InkId, type MarkId, type RoundId, type TableId } from '../../shared/base/ids.ts';
import type { Board } from '../../shared/board/board.ts';
import { bucketOf } from '../../shared/board/buckets.ts';
import type { Mark } from '../../shared/board/marks.ts';
import { PLAIN_SHAPE, PLAIN_TEXT } from '../../shared/board/plainMarks.ts';
import type { Round } from '../../shared/board/round.ts';
import type { PlainDocument } from '../../shared/contract/boards.ts';
import { card, PAGE, sampleBoard, stroke } from '../electron/services/sampleBoard.ts';

const base = (id: string): Pick<Mark, 'id' | 'page' | 'layer' | 'order' | 'matrix' | 'locked'> =>
  ({ id: asId<MarkId>(id), page: PAGE, layer: 'prepared', order: `a${id}`, matrix: [1, 0.25, -0.25, 1, 120.5, 80], locked: true });

const panda: Mark = {
  ...card('panda', 'de panda'), mentions: [{ table: asId<TableId>('t3'), atMs: 1_700_000_100_000 }, { table: null, atMs: 1_700_000_200_000 }],
  picture: [asId<MarkId>('stempel')], merged: [{ text: 'panda’s', mentions: [], color: '#12AB9f', picture: [] }],
};
const rat = card('rat', 'الفأر');
const line = { runs: [{ text: 'Café ', rtl: false, xEm: 0, widthEm: 2.5 }, { text: 'بيت', rtl: true, xEm: 2.5, widthEm: 1.25 }], widthEm: 3.75 };

const round: Round = {
  id: asId<RoundId>('r1'), question: 'Welke metafoor past bij onze wijk?', candidates: [{ id: panda.id, label: 'de panda' }, { id: rat.id, label: 'الفأر' }],
  rule: { dotsPerPerson: 1, atMostPerCandidate: 1 }, state: 'revealed', openedMs: 1_700_000_300_000, closedMs: 1_700_000_400_000,
  tally: { totals: { [panda.id]: 13, [rat.id]: 13 }, cast: 26, heads: 49, corrections: 2, ballots: [[panda.id], [rat.id]], byHand: { [panda.id]: 12, [rat.id]: 12 } },
  runOffOf: null, lots: { seed: 'kiel-1', drawn: panda.id },
};

const marks: readonly Mark[] = [
  ...stroke(1).marks, panda, rat,
  { ...base('tekst'), kind: 'text', text: 'Café بيت', lines: [line], hand: 'kop', sizeUnits: 40, color: 'petrol', align: 'middle', heading: true, ...PLAIN_TEXT },
  { ...base('spandoek'), kind: 'shape', form: 'banner', w: 500, h: 70, points: [{ x: 0, y: 0 }], color: 'ink', widthUnits: 3, fill: 'hemel', dashed: false, shadow: true, text: 'Droomwijk', lines: [line], textSizeUnits: 30, hand: 'marker', area: 'traits', ...PLAIN_SHAPE },
  { ...base('pijl'), kind: 'connector', from: { mark: panda.id, at: { x: 1, y: 2 } }, to: { mark: null, at: { x: 300, y: -4.5 } }, bend: -0.2, color: 'rood', widthUnits: 2, head: 'arrow' },
  { ...base('stempel'), kind: 'stamp', stamp: 'panda', sizeUnits: 90, color: null, alt: 'een panda', outline: null },
  { ...base('noto'), kind: 'stamp', stamp: 'noto:1f43c', sizeUnits: 60, color: 'violet', alt: 'panda', outline: 'M10 10L90 10L50 90Z' },
  { ...base('foto'), kind: 'image', asset: asId<AssetId>('foto'), w: 200, h: 150, alt: 'het plein' },
  { ...base('uitslag'), kind: 'result', round: round.id, w: 400, h: 200 },
];

const buckets: Record<string, Record<MarkId, Mark>> = {};
for (const mark of marks) (buckets[bucketOf(mark.id)] ??= {})[mark.id] = mark;

const board: Board = {
  ...sampleBoard(), buckets, rounds: { [round.id]: round },
  charter: { heading: 'Charter', place: 'Kiel', dream: 'een wijk als een panda', points: [{ text: 'samen', more: 'elke maand' }], carriedBy: 'de buurt', roles: ['bewoner'] },
  sameness: [{ a: 'rat', b: 'raad', same: false }],
};

/** A document in which every kind of mark and record occurs; its id and words never change. */
export const everyKind: PlainDocument = { board, inks: { ...stroke(1).inks } as { [id: InkId]: string } };
