import fc from 'fast-check';
import { asId, type GroupId, type InkId, type MarkId, type PageId, type RoundId, type StepId, type TableId } from '../../../shared/base/ids.ts';
import type { Command } from '../../../shared/board/commands.ts';
import type { Mark } from '../../../shared/board/marks.ts';
import type { Matrix } from '../../../shared/geometry/matrix.ts';
import { packInk } from '../../../shared/ink/ink.ts';
import { encodeInk } from '../../../shared/ink/inkCodec.ts';

const one = <Item extends string>(...items: readonly Item[]): fc.Arbitrary<Item> => fc.constantFrom(...items);
const id = <Id extends MarkId | PageId | TableId | RoundId>(...names: readonly string[]): fc.Arbitrary<Id> => fc.constantFrom(...names).map((name) => asId<Id>(name));

const markId = id<MarkId>(...Array.from({ length: 12 }, (_, i) => `m${i}`));
const pageId = id<PageId>('p1', 'p2', 'p3');
const tableId = id<TableId>('t1', 't2', 't9');
const color = one('ink', 'rood', 'petrol', '#12ab9F');
const order = fc.stringMatching(/^[a-z][0-9A-Za-z]{1,4}$/);
const place = fc.double({ min: -5000, max: 5000, noNaN: true }).map((n) => n + 0);
const size = fc.double({ min: 0.5, max: 900, noNaN: true });
const words = fc.string({ unit: 'grapheme', maxLength: 20 });
const matrix: fc.Arbitrary<Matrix> = fc.tuple(fc.double({ min: 0.2, max: 4, noNaN: true }), fc.double({ min: -2, max: 2, noNaN: true }), place, place)
  .map(([scale, skew, x, y]) => [scale, skew + 0, -skew + 0, scale, x, y]);
const base = { id: markId, page: pageId, layer: one('tracing', 'prepared', 'harvest'), order, matrix, locked: fc.boolean() };
const mention = fc.record({ table: fc.option(tableId), atMs: fc.nat() });
const lines = fc.constant([]);

const inkOf = (mark: MarkId): InkId => asId<InkId>(`ink-${mark}`);
const inkText = encodeInk(packInk([{ x: 1, y: 2, pressure: 0.5, timeMs: 0 }, { x: 9, y: 4, pressure: 0.7, timeMs: 8 }]));

const mark: fc.Arbitrary<Mark> = fc.oneof(
  fc.record({ ...base, kind: fc.constant('stroke' as const), tool: one('pen', 'highlighter', 'shadow'), color, widthUnits: size, thinning: fc.constant(0.5), smoothing: fc.constant(0.4) })
    .map((stroke) => ({ ...stroke, ink: inkOf(stroke.id) })),
  fc.record({
    ...base, kind: fc.constant('card' as const), role: one('trait', 'metaphor'), text: words, lines, sizeUnits: size, color,
    mentions: fc.array(mention, { maxLength: 3 }), picture: fc.array(markId, { maxLength: 2 }), placed: fc.boolean(), merged: fc.constant([]),
  }),
  fc.record({ ...base, kind: fc.constant('stamp' as const), stamp: one('panda', 'noto:1f43c'), sizeUnits: size, color: fc.option(color), alt: words, outline: fc.option(fc.constant('M0 0L9 9Z')) }),
  fc.record({ ...base, kind: fc.constant('text' as const), text: words, lines, hand: one('kop', 'hand'), sizeUnits: size, color, align: one('left', 'middle'), heading: fc.boolean(), caps: fc.boolean(), accent: one('none', 'line', 'wave', 'wash'), accentColor: fc.option(color), breakUnits: fc.option(size) }),
  fc.record({
    ...base, kind: fc.constant('connector' as const), from: fc.record({ mark: fc.option(markId), at: fc.record({ x: place, y: place }) }),
    to: fc.record({ mark: fc.option(markId), at: fc.record({ x: place, y: place }) }), bend: fc.constant(0.2), color, widthUnits: size, head: one('arrow', 'none'),
  }),
);

const inksOf = (marks: readonly Mark[]): { readonly [ink: InkId]: string } =>
  Object.fromEntries(marks.flatMap((put) => (put.kind === 'stroke' ? [[put.ink, inkText]] : [])));

const round = fc.record({
  id: id<RoundId>('r1', 'r2'), question: words, candidates: fc.array(fc.record({ id: markId, label: words }), { maxLength: 3 }),
  rule: fc.record({ dotsPerPerson: fc.integer({ min: 1, max: 5 }), atMostPerCandidate: fc.integer({ min: 1, max: 3 }) }), state: one('open', 'closed', 'revealed', 'cancelled'),
  openedMs: fc.nat(), closedMs: fc.option(fc.nat()), tally: fc.constant(null), runOffOf: fc.constant(null), lots: fc.constant(null),
});

const put: fc.Arbitrary<Command> = fc.array(mark, { minLength: 1, maxLength: 3 }).map((marks) => ({ type: 'marks.put', what: 'draw', marks, inks: inksOf(marks) }));

/** Any command on a handful of pages and marks; many of them do not fit the board and are refused. */
export const anyCommand: fc.Arbitrary<Command> = fc.oneof(
  put,
  put,
  put,
  put,
  fc.record({ type: fc.constant('marks.remove' as const), ids: fc.uniqueArray(markId, { minLength: 1, maxLength: 2 }) }),
  fc.record({ type: fc.constant('marks.transform' as const), ids: fc.uniqueArray(markId, { minLength: 1, maxLength: 3 }), matrix }),
  fc.record({ type: fc.constant('marks.restyle' as const), ids: fc.uniqueArray(markId, { minLength: 1, maxLength: 2 }), style: fc.record({ color, widthUnits: size }, { requiredKeys: [] }) }),
  fc.record({ type: fc.constant('marks.arrange' as const), arrangements: fc.dictionary(markId, fc.record({ order, locked: fc.boolean() }, { requiredKeys: [] }), { maxKeys: 2, noNullPrototype: true }) }),
  fc.record({ type: fc.constant('marks.place' as const), places: fc.uniqueArray(markId, { minLength: 1, maxLength: 3 }).chain((ids) => fc.tuple(...ids.map((one) => fc.tuple(fc.constant(one), matrix)))) }),
  fc.record({ type: fc.constant('marks.group' as const), groups: fc.dictionary(markId, fc.uniqueArray(one('g1', 'g2', 'g3').map((name) => asId<GroupId>(name)), { maxLength: 3 }), { maxKeys: 3, noNullPrototype: true }) }),
  fc.tuple(fc.uniqueArray(markId, { minLength: 1, maxLength: 2 }), mark).map(([removes, put]): Command => ({ type: 'marks.put', what: 'erase', marks: [put], removes, inks: inksOf([put]) })),
  fc.record({ type: fc.constant('card.mention' as const), id: markId, mention, sizeUnits: size, matrix }),
  fc.record({ type: fc.constant('card.reattribute' as const), id: markId, mention: fc.nat(3), table: fc.option(tableId), color }),
  fc.record({ type: fc.constant('page.put' as const), page: fc.record({ id: pageId, title: words, order, size: fc.constant({ w: 1200, h: 849 }), step: words }) }),
  fc.record({ type: fc.constant('page.remove' as const), id: pageId }),
  fc.record({ type: fc.constant('table.put' as const), table: fc.record({ id: tableId, number: fc.nat(9), name: words, color, heads: fc.nat(12) }) }),
  fc.record({ type: fc.constant('round.put' as const), round }),
  fc.record({ type: fc.constant('round.remove' as const), id: id<RoundId>('r1', 'r2') }),
  fc.record({ type: fc.constant('layer.set' as const), name: one('tracing', 'prepared', 'harvest'), layer: fc.record({ locked: fc.boolean(), visible: fc.boolean() }) }),
  fc.record({ type: fc.constant('sameness.rule' as const), ruling: fc.record({ a: one('rat', 'raad'), b: one('bos', 'bus'), same: fc.boolean() }) }),
  fc.record({ type: fc.constant('nextSteps.set' as const), steps: fc.array(fc.string({ maxLength: 30 }), { maxLength: 3 }) }),
  fc.record({ type: fc.constant('order.set' as const), steps: fc.uniqueArray(one('s1', 's2', 's3').map((name) => asId<StepId>(name)), { maxLength: 3 }).map((ids) => ids.map((id) => ({ id, title: id, minutes: 10, page: null, frame: null, reminders: [] }))) }),
  fc.record({ type: fc.constant('order.run' as const), running: fc.option(fc.record({ step: one('s1', 's2').map((name) => asId<StepId>(name)), startedMs: fc.nat(), heldMs: fc.option(fc.nat()) })) }),
  fc.record({ type: fc.constant('board.rename' as const), title: words }),
);
