import { describe, expect, test } from 'vitest';
import type { MarkId } from '../../../shared/base/ids.ts';
import { markOf } from '../../../shared/board/buckets.ts';
import type { CardMark, ConnectorMark, Mark } from '../../../shared/board/marks.ts';
import { markBox } from '../../../shared/scene/markNode.ts';
import { copiesOf } from '../../../renderer/actions/editActions.ts';
import { actionNamed } from '../../../renderer/actions/list.ts';
import { pictureToCopy } from '../../../renderer/actions/pictureActions.ts';
import type { DeskSession } from '../../../renderer/screens/board/deskSession.ts';
import { at, card, connector, inkThrough, shape, stroke } from '../../shared/scene/marks.ts';
import { deskOn } from './deskOn.ts';
import { toolBench } from '../tools/toolBench.ts';

const run = (id: string, desk: DeskSession): void => actionNamed(id)?.run(desk);
const marksOf = (desk: DeskSession): readonly Mark[] => desk.desk.getState().selection.flatMap((id) => markOf(desk.store.get().board, id) ?? []);
const boxOf = (desk: DeskSession, mark: Mark) => markBox(mark, desk.store.get());

const house = shape('huis', 'rectangle', { ...at(100, 100), w: 100, h: 100 });
const shop = shape('winkel', 'rectangle', { ...at(500, 100), w: 100, h: 100, order: 'a1' });
const arrow = connector('pijl', { mark: house.id, at: { x: 150, y: 150 } }, { mark: shop.id, at: { x: 550, y: 150 } }, { order: 'a2', bend: 0 });

describe('a copy', () => {
  test('of an arrow and both its ends holds on to the copies', () => {
    const desk = deskOn(toolBench([house, shop, arrow]), ['huis', 'winkel', 'pijl']);
    run('edit.duplicate', desk);
    const copies = marksOf(desk);
    const [h, s, a] = copies as [Mark, Mark, ConnectorMark];
    expect(copies.map(({ kind }) => kind)).toEqual(['shape', 'shape', 'connector']);
    expect([a.from.mark, a.to.mark]).toEqual([h.id, s.id]);
    expect(new Set([...copies.map(({ id }) => id), 'huis', 'winkel', 'pijl']).size).toBe(6);
    expect(boxOf(desk, a).x).toBeCloseTo(boxOf(desk, arrow).x + 24);
  });

  test('of an arrow without its ends holds on to nothing, and lies just beside it', () => {
    const desk = deskOn(toolBench([house, shop, arrow]), ['pijl']);
    desk.store.do({ type: 'marks.transform', ids: [shop.id], matrix: [1, 0, 0, 1, 0, 300] });
    run('edit.duplicate', desk);
    const [copy] = marksOf(desk) as [ConnectorMark];
    expect([copy.from.mark, copy.to.mark]).toEqual([null, null]);
    const was = boxOf(desk, arrow), is = boxOf(desk, copy);
    expect(is.x).toBeCloseTo(was.x + 24);
    expect(is.y + is.h).toBeCloseTo(was.y + was.h + 24);
  });

  test('of a loose arrow that was moved lies just beside it', () => {
    const loose = connector('los', { mark: null, at: { x: 100, y: 100 } }, { mark: null, at: { x: 300, y: 100 } }, { ...at(50, 60), bend: 0 });
    const desk = deskOn(toolBench([loose]), ['los']);
    run('edit.duplicate', desk);
    const [copy] = marksOf(desk) as [ConnectorMark];
    expect(boxOf(desk, copy).x).toBeCloseTo(174);
    expect(boxOf(desk, copy).y).toBeCloseTo(184);
  });

  test('of a named drawing is a named drawing of its own, with one ink for both', () => {
    const panda = card('panda', 'panda', { picture: ['lijn' as MarkId], order: 'a3' });
    const desk = deskOn(toolBench([panda, stroke('lijn')], { lijn: inkThrough([[10, 10], [50, 50]]) }), ['panda']);
    run('edit.duplicate', desk);
    const copies = marksOf(desk);
    const line = copies.find(({ kind }) => kind === 'stroke');
    const word = copies.find((mark): mark is CardMark => mark.kind === 'card');
    expect(word?.picture).toEqual([line?.id]);
    expect(line).toMatchObject({ ink: 'ink-lijn' });
  });

  test('keeps who lies above whom, above all that was there', () => {
    const bench = toolBench([house, shop, arrow]);
    const desk = deskOn(bench, []);
    const copies = copiesOf([arrow, shop, house], desk, 0);
    expect(copies.map(({ kind }) => kind)).toEqual(['shape', 'shape', 'connector']);
    const orders = copies.map(({ order }) => order);
    expect([...orders].sort()).toEqual(orders);
    expect((orders[0] ?? '') > 'a2').toBe(true);
  });

  test('is free, though what it was made of is prepared and locked', () => {
    const desk = deskOn(toolBench([]), []);
    expect(copiesOf([{ ...house, layer: 'prepared', locked: true }], desk, 0)).toMatchObject([{ layer: 'harvest', locked: false }]);
  });
});

describe('the keys on a selection', () => {
  test('an arrow key moves it by one, with shift by ten', () => {
    const desk = deskOn(toolBench([house]), ['huis']);
    run('edit.nudge.right.1', desk);
    run('edit.nudge.up.10', desk);
    expect(marksOf(desk)[0]?.matrix).toEqual([1, 0, 0, 1, 101, 90]);
  });

  test('an arrow that is held at both ends is not moved, and that is no step', () => {
    const bench = toolBench([house, shop, arrow]);
    const desk = deskOn(bench, ['pijl']);
    const { board } = bench.store.get();
    run('edit.nudge.right.1', desk);
    expect(bench.store.get().board).toBe(board);
  });

  test('select all leaves out what is locked, prepared, waiting or hidden', () => {
    const desk = deskOn(toolBench([house, { ...shop, locked: true }, { ...shop, id: 'v' as MarkId, layer: 'prepared' }, card('w', 'wacht', { placed: false })]), []);
    run('edit.selectAll', desk);
    expect(desk.desk.getState().selection).toEqual(['huis']);
    desk.store.do({ type: 'layer.set', name: 'harvest', layer: { locked: false, visible: false } });
    run('edit.selectAll', desk);
    expect(desk.desk.getState().selection).toEqual([]);
  });

  test('to the front and to the back keep the order within the selection', () => {
    const bench = toolBench([house, shop, { ...arrow, order: 'a5' }]);
    const desk = deskOn(bench, ['winkel', 'huis']);
    const order = (): readonly string[] => ['huis', 'winkel', 'pijl'].map((id) => markOf(bench.store.get().board, id as MarkId) as Mark).sort((a, b) => (a.order < b.order ? -1 : 1)).map(({ id }) => id as string);
    run('edit.toFront', desk);
    expect(order()).toEqual(['pijl', 'huis', 'winkel']);
    run('edit.toBack', desk);
    expect(order()).toEqual(['huis', 'winkel', 'pijl']);
  });

  test('delete takes the selection away, lock lets go of it and unlock gives it back to the hand', () => {
    const bench = toolBench([house, shop]);
    const desk = deskOn(bench, ['huis']);
    run('edit.lock', desk);
    expect(desk.desk.getState().selection).toEqual([]);
    expect(markOf(bench.store.get().board, house.id)?.locked).toBe(true);
    run('edit.unlock', desk);
    expect(markOf(bench.store.get().board, house.id)?.locked).toBe(false);
    desk.desk.setState({ selection: [shop.id] });
    run('edit.delete', desk);
    expect(markOf(bench.store.get().board, shop.id)).toBeUndefined();
    expect(desk.desk.getState().selection).toEqual([]);
  });
});

describe('a picture that is copied', () => {
  test('of chosen marks is as large as they are, with nothing behind them', () => {
    const desk = deskOn(toolBench([house, shop, arrow]), ['huis']);
    const box = boxOf(desk, house);
    expect(pictureToCopy(desk)).toMatchObject({ only: ['huis'], paper: 'none', box: { x: box.x - 8, y: box.y - 8, w: box.w + 16, h: box.h + 16 }, widthPx: Math.round((box.w + 16) * 2) });
  });

  test('without a choice is the page in view on white paper', () => {
    expect(pictureToCopy(deskOn(toolBench([house]), []))).toMatchObject({ only: null, paper: 'print', widthPx: 2400, heightPx: 1698 });
  });
});
