import type { AssetId, InkId, MarkId, PageId, RoundId, TableId } from '../../../shared/base/ids.ts';
import type { Board } from '../../../shared/board/board.ts';
import { bucketOf } from '../../../shared/board/buckets.ts';
import { emptyBoard } from '../../../shared/board/emptyBoard.ts';
import { layLines } from '../../../shared/board/lettering.ts';
import type { CardMark, ConnectorEnd, ConnectorMark, ImageMark, Mark, MarkBase, ResultMark, ShapeForm, ShapeMark, StampMark, StrokeMark, TextMark } from '../../../shared/board/marks.ts';
import { PLAIN_SHAPE, PLAIN_TEXT } from '../../../shared/board/plainMarks.ts';
import type { Round } from '../../../shared/board/round.ts';
import { IDENTITY, translation } from '../../../shared/geometry/matrix.ts';
import { packInk, type Ink } from '../../../shared/ink/ink.ts';
import type { SceneContext } from '../../../shared/scene/markNode.ts';
import { measureEm } from '../../support/measureEm.ts';

export const PAGE = 'p1' as PageId;
export const ROUND = 'r1' as RoundId;

/** What every mark of these tests has, unless said otherwise. */
const base = (id: string, part: Partial<MarkBase> = {}): MarkBase => ({ id: id as MarkId, page: PAGE, layer: 'harvest', order: 'a0', matrix: IDENTITY, locked: false, ...part });

/** Ink through places, at even pressure, a sample every 8 ms. */
export const inkThrough = (places: readonly (readonly [number, number])[], pressure = 0.5): Ink => packInk(places.map(([x, y], i) => ({ x, y, pressure, timeMs: i * 8 })));

export const stroke = (id: string, part: Partial<StrokeMark> = {}): StrokeMark => ({ ...base(id), kind: 'stroke', ink: `ink-${id}` as InkId, tool: 'pen', color: 'ink', widthUnits: 3.6, thinning: 0.62, smoothing: 0.4, ...part });

export const text = (id: string, words: string, part: Partial<TextMark> = {}): TextMark => ({ ...base(id), kind: 'text', text: words, lines: layLines(words, 'kop', measureEm), hand: 'kop', sizeUnits: 36, color: 'ink', align: 'left', heading: false, ...PLAIN_TEXT, ...part });

export const card = (id: string, word: string, part: Partial<CardMark> = {}): CardMark => ({
  ...base(id), kind: 'card', role: 'trait', text: word, lines: layLines(word, 'kop', measureEm), sizeUnits: 60, color: 'rood',
  mentions: [{ table: 't1' as TableId, atMs: 0 }], picture: [], placed: true, merged: [], ...part,
});

export const shape = (id: string, form: ShapeForm, part: Partial<ShapeMark> = {}): ShapeMark => ({
  ...base(id), kind: 'shape', form, w: 300, h: 180, points: form === 'line' ? [{ x: 0, y: 0 }, { x: 300, y: 180 }] : [], color: 'ink', widthUnits: 3.6,
  fill: null, dashed: false, shadow: false, text: '', lines: [], textSizeUnits: 28, hand: 'kop', area: 'none', ...PLAIN_SHAPE, ...part,
});

export const stamp = (id: string, part: Partial<StampMark> = {}): StampMark => ({ ...base(id), kind: 'stamp', stamp: 'panda', sizeUnits: 120, color: null, alt: 'panda', outline: null, ...part });

export const image = (id: string, part: Partial<ImageMark> = {}): ImageMark => ({ ...base(id), kind: 'image', asset: 'asset1' as AssetId, w: 200, h: 120, alt: '', ...part });

export const result = (id: string, part: Partial<ResultMark> = {}): ResultMark => ({ ...base(id), kind: 'result', round: ROUND, w: 400, h: 260, ...part });

export const connector = (id: string, from: ConnectorEnd, to: ConnectorEnd, part: Partial<ConnectorMark> = {}): ConnectorMark => ({ ...base(id), kind: 'connector', from, to, bend: 0.12, color: 'ink', widthUnits: 3.6, head: 'arrow', ...part });

/** A revealed round of two metaphors. */
export const round: Round = {
  id: ROUND, question: 'Welke metafoor?', candidates: [{ id: 'c1' as MarkId, label: 'bruisende jungle' }, { id: 'c2' as MarkId, label: 'panda' }],
  rule: { dotsPerPerson: 1, atMostPerCandidate: 1 }, state: 'revealed', openedMs: 0, closedMs: 1, runOffOf: null, lots: null,
  tally: { totals: { ['c1' as MarkId]: 12, ['c2' as MarkId]: 30 }, cast: 42, heads: 47, corrections: 0, ballots: [], byHand: {} },
};

/** A board with these marks. */
export function boardWith(marks: readonly Mark[], part: Partial<Board> = {}): Board {
  const board = emptyBoard({ id: 'b1' as Board['id'], title: 'Kiel', locale: 'nl', createdMs: 0 });
  const buckets: Record<string, Record<MarkId, Mark>> = {};
  for (const mark of marks) (buckets[bucketOf(mark.id)] ??= {})[mark.id] = mark;
  return { ...board, rounds: { [ROUND]: round }, buckets, ...part };
}

/** What a scene is made from: these marks, and ink by the id of its stroke. */
export function sceneOf(marks: readonly Mark[], inks: { readonly [stroke: string]: Ink } = {}, part: Partial<Board> = {}): SceneContext {
  return { board: boardWith(marks, part), inks: new Map(Object.entries(inks).map(([id, ink]) => [`ink-${id}` as InkId, ink])) };
}

/** Moves a mark; lengths in board units. */
export const at = (x: number, y: number): Pick<MarkBase, 'matrix'> => ({ matrix: translation(x, y) });
