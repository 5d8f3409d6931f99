import { describe, expect, test } from 'vitest';
import type { MarkId } from '../../../shared/base/ids.ts';
import { markOf, marksOf } from '../../../shared/board/buckets.ts';
import type { Mark } from '../../../shared/board/marks.ts';
import { markBox } from '../../../shared/scene/markNode.ts';
import { selectTool } from '../../../renderer/tools/selectTool.ts';
import { actionNamed } from '../../../renderer/actions/list.ts';
import { at, card, connector, inkThrough, shape, stroke } from '../../shared/scene/marks.ts';
import { calm } from '../state/memoryService.ts';
import { last, pull, toolBench, type ToolBench } from '../tools/toolBench.ts';
import { deskOn } from './deskOn.ts';

const box = (id: string, x: number, y: number, part = {}) => shape(id, 'rectangle', { ...at(x, y), w: 100, h: 60, fill: 'munt', ...part });
const three = (): ToolBench => toolBench([box('a', 100, 100), box('b', 300, 220, { order: 'a1' }), box('c', 700, 160, { order: 'a2', w: 200 })]);
const boxOf = (bench: ToolBench, id: string) => markBox(markOf(bench.store.get().board, id as MarkId) as Mark, bench.store.get());
const groupsOf = (bench: ToolBench, id: string) => markOf(bench.store.get().board, id as MarkId)?.groups;
const ids = (...names: string[]) => names as unknown as readonly MarkId[];

/** Groups marks as the desk does, and gives the group. */
function group(bench: ToolBench, ...names: string[]): void {
  const desk = deskOn(bench, names);
  actionNamed('group.make')?.run(desk);
}

describe('lining up', () => {
  test('is one step for all, and one undo puts each back where it was', async () => {
    const bench = three();
    const before = JSON.stringify(bench.store.get().board);
    actionNamed('align.left')?.run(deskOn(bench, ['a', 'b', 'c']));
    expect(['a', 'b', 'c'].map((id) => boxOf(bench, id).x)).toEqual([100, 100, 100]);
    expect(['a', 'b', 'c'].map((id) => boxOf(bench, id).y)).toEqual([100, 220, 160]);
    bench.store.undo();
    await calm(bench.service);
    expect(JSON.stringify(bench.store.get().board)).toBe(before);
  });

  test('shares out the room between three', () => {
    const bench = three();
    actionNamed('distribute.horizontal')?.run(deskOn(bench, ['a', 'b', 'c']));
    expect(boxOf(bench, 'b').x).toBe(400);
  });

  test('takes a group as one thing, and a word with its drawing as one', () => {
    const bench = toolBench([box('a', 100, 100), box('b', 300, 220), box('c', 700, 400), stroke('panda'), card('naam', 'panda', { ...at(500, 600), picture: ids('panda') })], { panda: inkThrough([[500, 500], [560, 500]]) });
    group(bench, 'a', 'b');
    const gap = boxOf(bench, 'b').x - boxOf(bench, 'a').x;
    const apart = boxOf(bench, 'naam').x - boxOf(bench, 'panda').x;
    actionNamed('align.right')?.run(deskOn(bench, ['a', 'b', 'c', 'naam']));
    expect(boxOf(bench, 'b').x - boxOf(bench, 'a').x).toBe(gap);
    expect(boxOf(bench, 'b').x).toBe(700);
    expect(boxOf(bench, 'naam').x - boxOf(bench, 'panda').x).toBeCloseTo(apart);
  });

  test('leaves an arrow between two of them to follow', () => {
    const bench = toolBench([box('a', 100, 100), box('b', 500, 300), connector('pijl', { mark: 'a' as MarkId, at: { x: 0, y: 0 } }, { mark: 'b' as MarkId, at: { x: 0, y: 0 } })]);
    actionNamed('align.top')?.run(deskOn(bench, ['a', 'b', 'pijl']));
    expect(markOf(bench.store.get().board, 'pijl' as MarkId)?.matrix).toEqual([1, 0, 0, 1, 0, 0]);
    expect(boxOf(bench, 'b').y).toBe(100);
  });

  test('needs two things: one group is one', () => {
    const bench = three();
    group(bench, 'a', 'b');
    expect(actionNamed('align.left')?.enabled(deskOn(bench, ['a', 'b']))).toBe(false);
    expect(actionNamed('align.left')?.enabled(deskOn(bench, ['a', 'b', 'c']))).toBe(true);
    expect(actionNamed('distribute.vertical')?.enabled(deskOn(bench, ['a', 'b', 'c']))).toBe(false);
  });
});

describe('a group', () => {
  test('is picked, and carried, as one by a click on any part of it', () => {
    const bench = three();
    group(bench, 'a', 'b');
    const select = selectTool(bench.context, 'select');
    pull(select, [[150, 130], [150, 230]]);
    expect([...bench.selection].sort()).toEqual(['a', 'b']);
    expect([boxOf(bench, 'a').y, boxOf(bench, 'b').y, boxOf(bench, 'c').y]).toEqual([200, 320, 160]);
  });

  test('is picked whole when a lasso or box has one part of it, and left out whole by shift', () => {
    const bench = three();
    group(bench, 'a', 'b');
    const select = selectTool(bench.context, 'select');
    pull(select, [[80, 80], [220, 180]]);
    expect([...bench.selection].sort()).toEqual(['a', 'b']);
    pull(select, [[750, 190]], { shift: true });
    expect(bench.selection).toHaveLength(3);
    pull(select, [[350, 250]], { shift: true });
    expect(bench.selection).toEqual(['c']);
  });

  test('is gone into by a double click, one group deeper each time, and left by a click beside it', () => {
    const bench = three();
    group(bench, 'a', 'b');
    group(bench, 'a', 'b', 'c');
    const [outer, inner] = groupsOf(bench, 'a') ?? [];
    expect(groupsOf(bench, 'c')).toEqual([outer]);
    const select = selectTool(bench.context, 'select');
    const clickA = (): void => { pull(select, [[150, 130]]); bench.nowMs += 100; };
    clickA();
    expect(bench.selection).toHaveLength(3);
    clickA();
    expect([bench.inside, [...bench.selection].sort()]).toEqual([outer, ['a', 'b']]);
    clickA();
    expect([bench.inside, bench.selection]).toEqual([inner, ['a']]);
    bench.nowMs += 1000;
    pull(select, [[350, 250]]);
    expect([bench.inside, bench.selection]).toEqual([inner, ['b']]);
    pull(select, [[900, 700]]);
    expect([bench.inside, bench.selection]).toEqual([null, []]);
  });

  test('opens no lettering until one is inside it', () => {
    const bench = toolBench([box('a', 100, 100, { text: 'wijk' }), box('b', 300, 220)]);
    group(bench, 'a', 'b');
    const select = selectTool(bench.context, 'select');
    for (let i = 0; i < 2; i++) pull(select, [[150, 130]]);
    expect(bench.written).toEqual([]);
    pull(select, [[150, 130]]);
    expect(bench.written).toEqual([{ mark: 'a' }]);
  });

  test('leaves what is locked where it is', () => {
    const bench = toolBench([box('a', 100, 100), box('b', 300, 220)]);
    group(bench, 'a', 'b');
    bench.store.do({ type: 'marks.arrange', arrangements: { ['b' as MarkId]: { locked: true } } });
    pull(selectTool(bench.context, 'select'), [[150, 130], [150, 230]]);
    expect(boxOf(bench, 'b').y).toBe(220);
  });

  test('is taken apart again, and the groups in it stay', async () => {
    const bench = three();
    group(bench, 'a', 'b');
    const inner = groupsOf(bench, 'a');
    group(bench, 'a', 'b', 'c');
    actionNamed('group.undo')?.run(deskOn(bench, ['a', 'b', 'c']));
    expect([groupsOf(bench, 'a'), groupsOf(bench, 'b'), groupsOf(bench, 'c')]).toEqual([inner, inner, undefined]);
    bench.store.undo();
    await calm(bench.service);
    expect(groupsOf(bench, 'c')).toHaveLength(1);
  });

  test('that is copied is a group of its own, with the groups in it', () => {
    const bench = three();
    group(bench, 'a', 'b');
    group(bench, 'a', 'b', 'c');
    const desk = deskOn(bench, ['a', 'b', 'c']);
    actionNamed('edit.duplicate')?.run(desk);
    const copies = desk.desk.getState().selection.map((id) => markOf(bench.store.get().board, id) as Mark);
    const paths = copies.map(({ groups }) => groups?.length);
    expect(paths).toEqual([2, 2, 1]);
    expect(copies[0]?.groups).toEqual(copies[1]?.groups);
    expect(copies[2]?.groups?.[0]).toBe(copies[0]?.groups?.[0]);
    const before = new Set(['a', 'b', 'c'].flatMap((id) => groupsOf(bench, id) ?? []));
    expect(copies.flatMap(({ groups }) => groups ?? []).some((name) => before.has(name))).toBe(false);
  });

  test('of which one part was copied leaves that copy alone', () => {
    const bench = three();
    group(bench, 'a', 'b');
    const desk = deskOn(bench, ['a']);
    actionNamed('edit.duplicate')?.run(desk);
    expect(markOf(bench.store.get().board, desk.desk.getState().selection[0] as MarkId)).not.toHaveProperty('groups');
  });
});

describe('carried with Alt', () => {
  test('a copy comes along and the thing itself stays', () => {
    const bench = three();
    pull(selectTool(bench.context, 'select'), [[150, 130], [150, 400]], { alt: true, mod: true });
    expect(boxOf(bench, 'a').y).toBe(100);
    const copies = [...marksOf(bench.store.get().board)].filter(({ id }) => !['a', 'b', 'c'].includes(id));
    expect(copies.map((mark) => markBox(mark, bench.store.get()).y)).toEqual([370]);
    expect(bench.selection).toEqual(copies.map(({ id }) => id));
    expect(last(bench.commands)).toMatchObject({ type: 'marks.put', what: 'duplicate' });
    expect(bench.hidden.flat()).toEqual([]);
  });
});
