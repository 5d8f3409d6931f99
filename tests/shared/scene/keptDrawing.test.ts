import { expect, test } from 'vitest';
import type { AssetId, GroupId, InkId, MarkId, PageId } from '../../../shared/base/ids.ts';
import { applyCommand } from '../../../shared/board/applyCommand.ts';
import { markOf } from '../../../shared/board/buckets.ts';
import type { Mark } from '../../../shared/board/marks.ts';
import { readDocument, type Document } from '../../../shared/board/readDocument.ts';
import { unionOf, type Box } from '../../../shared/geometry/box.ts';
import { decodeInk } from '../../../shared/ink/inkCodec.ts';
import { drawingOf, keptDrawing, putDown, type PutDown } from '../../../shared/scene/keptDrawing.ts';
import { markNode, nodeBounds, type SceneContext } from '../../../shared/scene/markNode.ts';
import { at, card, connector, image, inkThrough, PAGE, result, sceneOf, shape, stroke, text } from './marks.ts';

const inks = { one: inkThrough([[100, 100], [160, 140]]), two: inkThrough([[160, 140], [100, 190]]) };
const drawn: readonly Mark[] = [
  stroke('one', { order: 'a1' }), stroke('two', { order: 'a2' }), shape('box', 'rectangle', { ...at(90, 220), order: 'a3', area: 'traits', text: 'huis', textSizeUnits: 30 }),
  text('word', 'thuis', { ...at(100, 60), order: 'a4' }), card('named', 'bruisend', { ...at(300, 60), order: 'a5' }), image('photo', { ...at(300, 300), order: 'a6' }),
  connector('link', { mark: 'box' as MarkId, at: { x: 0, y: 0 } }, { mark: 'elsewhere' as MarkId, at: { x: 500, y: 90 } }, { order: 'a7' }),
];
const scene = sceneOf([...drawn, text('elsewhere', 'ver weg', at(500, 60))], inks);

let count = 0;
const down = (part: Partial<PutDown> = {}): PutDown => ({
  page: PAGE, at: { x: 600, y: 400 }, scale: 1, newMarkId: () => `new${++count}` as MarkId, newInkId: () => `ink${++count}` as InkId, newGroupId: () => `group${++count}` as GroupId, above: 'b00', assets: new Map([['asset1' as AssetId, 'here' as AssetId]]), ...part,
});
const sceneWith = (marks: readonly Mark[], newInks: { readonly [id: InkId]: string }): SceneContext => ({ ...sceneOf(marks), inks: new Map(Object.entries(newInks).map(([id, ink]) => [id as InkId, decodeInk(ink)])) });
const putDownKept = (kept: Document, part: Partial<PutDown> = {}) => putDown(kept, new Map(Object.entries(kept.inks).map(([id, ink]) => [id as InkId, decodeInk(ink)])), down(part));
const around = (marks: readonly Mark[], context: SceneContext): Box => unionOf(marks.map((mark) => nodeBounds(mark, context))) as Box;

test('a drawing is a sound document of its own, as large as it is painted', () => {
  const kept = keptDrawing(drawn, scene, 'huis');
  expect(kept && readDocument(JSON.parse(JSON.stringify(kept))).kind).toBe('document');
  const { size, marks } = drawingOf(kept as NonNullable<typeof kept>);
  expect(marks).toHaveLength(drawn.length);
  const box = around(drawn.filter(({ kind }) => kind !== 'card'), scene);
  expect(size.w).toBeGreaterThanOrEqual(box.w - 0.01);
  expect(Object.values(kept?.inks ?? {})).toHaveLength(2);
});

test('put down again it looks as it did, at the place and size that were asked for', () => {
  const kept = keptDrawing(drawn, scene, 'huis') as NonNullable<ReturnType<typeof keptDrawing>>;
  const { size } = drawingOf(kept);
  for (const scale of [1, 0.5, 2]) {
    const { marks, inks: newInks } = putDownKept(kept, { scale });
    const box = around(marks, sceneWith(marks, newInks));
    expect(Math.abs(box.x + box.w / 2 - 600)).toBeLessThan(3);
    expect(Math.abs(box.y + box.h / 2 - 400)).toBeLessThan(3);
    expect(Math.abs(box.w / (size.w * scale) - 1)).toBeLessThan(0.03);
  }
});

test('the board takes it as one gesture, under new names, above what was there', () => {
  const kept = keptDrawing(drawn, scene, 'huis') as NonNullable<ReturnType<typeof keptDrawing>>;
  const { marks, inks: newInks } = putDownKept(kept);
  const { board } = applyCommand(scene.board, { type: 'marks.put', what: 'stamp', marks, inks: newInks }, () => false);
  for (const mark of marks) expect(markOf(board, mark.id)).toEqual(mark);
  expect(marks.map(({ order }) => order)).toEqual(marks.map(({ order }) => order).sort());
  expect(marks.every(({ order }) => order > 'b00')).toBe(true);
  expect(new Set(marks.map(({ id }) => id)).size).toBe(marks.length);
  expect(marks.find(({ kind }) => kind === 'image')).toMatchObject({ asset: 'here' });
});

test('a word of the harvest becomes lettering, so that it is not named once more; no second area for words comes along', () => {
  const kept = keptDrawing(drawn, scene, 'huis') as NonNullable<ReturnType<typeof keptDrawing>>;
  const { marks } = drawingOf(kept);
  expect(marks.filter(({ kind }) => kind === 'card')).toEqual([]);
  const word = marks.find((mark) => mark.kind === 'text' && mark.text === 'bruisend') as Mark;
  const [letter] = markNode(word, sceneWith([word], {})).ops;
  const before = markNode(drawn[4] as Mark, scene).ops[0];
  expect(letter).toMatchObject({ op: 'letter', sizeUnits: 60 });
  expect(before).toMatchObject({ op: 'letter', sizeUnits: 60 });
  expect(marks.find(({ kind }) => kind === 'shape')).toMatchObject({ area: 'none' });
});

test('an arrow holds on to what came along and ends in the air where the other thing stood', () => {
  const kept = keptDrawing(drawn, scene, 'huis') as NonNullable<ReturnType<typeof keptDrawing>>;
  const { marks } = putDownKept(kept);
  const box = marks.find(({ kind }) => kind === 'shape');
  expect(marks.find(({ kind }) => kind === 'connector')).toMatchObject({ from: { mark: box?.id }, to: { mark: null } });
});

test('results and words that still wait are left out, and of nothing else there is no drawing', () => {
  expect(keptDrawing([result('r'), card('later', 'later', { placed: false })], scene, 'x')).toBeNull();
  expect(keptDrawing([], scene, 'x')).toBeNull();
});

test('it is one group, with the groups that were in it inside, and a mark alone is none', () => {
  const eyes = [stroke('one', { groups: ['face' as GroupId, 'eyes' as GroupId] }), stroke('two', { groups: ['face' as GroupId, 'eyes' as GroupId] }), text('word', 'hoi')];
  const kept = keptDrawing(eyes, sceneOf(eyes, inks), 'gezicht') as Document;
  const [one, two, word] = putDownKept(kept).marks.map(({ groups }) => groups ?? []);
  expect(one).toHaveLength(3);
  expect(two).toEqual(one);
  expect(word).toEqual(one?.slice(0, 1));
  expect(new Set(one).size).toBe(3);
  expect(one).not.toContain('face');
  const alone = keptDrawing([text('word', 'hoi')], scene, 'x') as Document;
  expect(putDownKept(alone).marks[0]).not.toHaveProperty('groups');
});

test('ink that two marks share is kept once', () => {
  const shared = [stroke('one'), stroke('again', { ink: 'ink-one' as InkId, page: PAGE as PageId, ...at(50, 0) })];
  const kept = keptDrawing(shared, sceneOf(shared, inks), 'x');
  expect(Object.keys(kept?.inks ?? {})).toHaveLength(1);
});
