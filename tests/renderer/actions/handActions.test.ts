import { describe, expect, test } from 'vitest';
import type { MarkId } from '../../../shared/base/ids.ts';
import { markOf } from '../../../shared/board/buckets.ts';
import { markBox } from '../../../shared/scene/markNode.ts';
import { actionNamed, ACTIONS } from '../../../renderer/actions/list.ts';
import { actionFor } from '../../../renderer/actions/shortcuts.ts';
import { ERASER_WIDTHS, PEN_WIDTHS } from '../../../renderer/state/deskStore.ts';
import { at, shape } from '../../shared/scene/marks.ts';
import { toolBench } from '../tools/toolBench.ts';
import { deskOn } from './deskOn.ts';

const box = (id: string) => shape(id, 'rectangle', { ...at(100, 100), w: 100, h: 80 });
const press = (key: string, part = {}) => actionFor(ACTIONS, { key, code: '', ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...part })?.id;

describe('by keys alone', () => {
  test('the point gets finer and bolder in the steps of the tray, and stops at its ends', () => {
    const desk = deskOn(toolBench(), []);
    for (let i = 0; i < 6; i++) actionNamed('hand.finer')?.run(desk);
    expect(desk.desk.getState().style.widthUnits).toBe(PEN_WIDTHS[0]);
    actionNamed('hand.bolder')?.run(desk);
    expect(desk.desk.getState().style.widthUnits).toBe(PEN_WIDTHS[1]);
    for (let i = 0; i < 6; i++) actionNamed('hand.bolder')?.run(desk);
    expect(desk.desk.getState().style.widthUnits).toBe(PEN_WIDTHS[3]);
  });

  test('the eraser has widths of its own', () => {
    const desk = deskOn(toolBench(), []);
    desk.desk.setState({ tool: 'eraser' });
    const { widthUnits } = desk.desk.getState().style;
    for (let i = 0; i < 6; i++) actionNamed('hand.bolder')?.run(desk);
    expect(desk.desk.getState().style).toMatchObject({ eraserUnits: ERASER_WIDTHS[3], widthUnits });
  });

  test('colours go round, each felt its own, and what is selected takes them', () => {
    const bench = toolBench([box('a')]);
    const desk = deskOn(bench, ['a']);
    actionNamed('hand.nextColour')?.run(desk);
    expect(markOf(bench.store.get().board, 'a' as MarkId)).toMatchObject({ color: 'rood' });
    actionNamed('hand.previousColour')?.run(desk);
    actionNamed('hand.previousColour')?.run(desk);
    expect(desk.desk.getState().style.color).toBe('roze');
    desk.desk.setState({ tool: 'shadow', selection: [] });
    actionNamed('hand.nextColour')?.run(desk);
    expect(desk.desk.getState().style).toMatchObject({ color: 'roze', shadowColor: 'grijs2' });
    actionNamed('hand.colour.blauw')?.run(deskOn(bench, ['a']));
    expect(markOf(bench.store.get().board, 'a' as MarkId)).toMatchObject({ color: 'blauw' });
  });

  test('a selection grows, shrinks and turns about its middle', () => {
    const bench = toolBench([box('a')]);
    const desk = deskOn(bench, ['a']);
    const boxNow = () => { const mark = markOf(bench.store.get().board, 'a' as MarkId); return mark && markBox(mark, bench.store.get()); };
    actionNamed('edit.larger')?.run(desk);
    expect(boxNow()?.w).toBeCloseTo(110, 3);
    expect((boxNow()?.x ?? 0) + (boxNow()?.w ?? 0) / 2).toBeCloseTo(150, 3);
    actionNamed('edit.smaller')?.run(desk);
    expect(boxNow()?.w).toBeCloseTo(100, 3);
    actionNamed('edit.turnRight')?.run(desk);
    actionNamed('edit.turnLeft')?.run(desk);
    expect(boxNow()?.x).toBeCloseTo(100, 2);
    expect(actionNamed('edit.larger')?.enabled(deskOn(bench, []))).toBe(false);
  });

  test('each has its key, on AZERTY too', () => {
    expect([press('['), press(']'), press('-'), press('+', { shiftKey: true })]).toEqual(['hand.finer', 'hand.bolder', 'hand.finer', 'hand.bolder']);
    expect([press('i'), press('I', { shiftKey: true })]).toEqual(['hand.nextColour', 'hand.previousColour']);
    expect([press('>', { shiftKey: true }), press('<'), press('>', { altKey: true, shiftKey: true }), press('<', { altKey: true })]).toEqual(['edit.larger', 'edit.smaller', 'edit.turnRight', 'edit.turnLeft']);
  });
});

test('nobody signs in the window that the room sees', () => {
  const desk = deskOn(toolBench(), []);
  expect(actionNamed('signing.open')?.enabled(desk)).toBe(true);
  desk.desk.setState({ presenting: true });
  expect(actionNamed('signing.open')?.enabled(desk)).toBe(false);
});
