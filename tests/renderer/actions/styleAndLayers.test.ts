import { describe, expect, test } from 'vitest';
import type { MarkId } from '../../../shared/base/ids.ts';
import { markOf } from '../../../shared/board/buckets.ts';
import { actionNamed } from '../../../renderer/actions/list.ts';
import { setLayer } from '../../../renderer/actions/layerActions.ts';
import type { DeskSession } from '../../../renderer/screens/board/deskSession.ts';
import { selectTool } from '../../../renderer/tools/selectTool.ts';
import { at, card, connector, image, inkThrough, shape, stamp, stroke, text } from '../../shared/scene/marks.ts';
import { calm } from '../state/memoryService.ts';
import { pull, toolBench, type ToolBench } from '../tools/toolBench.ts';
import { deskOn } from './deskOn.ts';

const run = (id: string, desk: DeskSession): void => actionNamed(id)?.run(desk);
const choose = (desk: DeskSession, ...ids: string[]): void => desk.desk.setState({ selection: ids as unknown as readonly MarkId[] });
const on = (bench: ToolBench, id: string) => markOf(bench.store.get().board, id as MarkId);

const mixed = (): ToolBench => toolBench([
  stroke('lijn', { color: 'rood', widthUnits: 6, thinning: 0.3, smoothing: 0.9 }), stroke('dun', { color: 'ink' }), stroke('licht', { tool: 'highlighter', color: 'licht', widthUnits: 24, thinning: 0 }),
  shape('kader', 'rectangle', { ...at(100, 100), color: 'rood', fill: 'munt', dashed: true }), shape('ovaal', 'ellipse', { ...at(500, 100) }),
  text('titel', 'Kiel', { ...at(100, 500), color: 'rood' }), card('woord', 'samen', { ...at(600, 500), color: 'rood' }), stamp('panda', at(800, 100)),
  connector('pijl', { mark: null, at: { x: 0, y: 0 } }, { mark: null, at: { x: 50, y: 50 } }),
], { lijn: inkThrough([[0, 0], [50, 0]]), dun: inkThrough([[0, 20], [50, 20]]), licht: inkThrough([[0, 40], [50, 40]]) });

describe('looks', () => {
  test('go from one mark to marks of every kind in one step, each taking what it has', async () => {
    const bench = mixed();
    const desk = deskOn(bench, ['kader']);
    run('style.copy', desk);
    choose(desk, 'dun', 'ovaal', 'titel', 'panda', 'pijl');
    const before = JSON.stringify(bench.store.get().board);
    run('style.paste', desk);
    expect(on(bench, 'ovaal')).toMatchObject({ color: 'rood', fill: 'munt', dashed: true });
    expect(on(bench, 'dun')).toMatchObject({ color: 'rood', widthUnits: 3.6 });
    expect([on(bench, 'titel'), on(bench, 'panda'), on(bench, 'pijl')].map((mark) => mark && 'color' in mark && mark.color)).toEqual(['rood', 'rood', 'rood']);
    bench.store.undo();
    await calm(bench.service);
    expect(JSON.stringify(bench.store.get().board)).toBe(before);
  });

  test('of a pen keep their width among pens, and a felt nib keeps its own', () => {
    const bench = mixed();
    const desk = deskOn(bench, ['lijn']);
    run('style.copy', desk);
    choose(desk, 'dun');
    run('style.paste', desk);
    expect(on(bench, 'dun')).toMatchObject({ color: 'rood', widthUnits: 6, thinning: 0.3, smoothing: 0.9 });
    choose(desk, 'licht', 'pijl');
    run('style.paste', desk);
    expect(on(bench, 'licht')).toMatchObject({ color: 'rood', widthUnits: 24, thinning: 0 });
  });

  test('cannot be given before some were taken', () => {
    const bench = mixed();
    const desk = deskOn(bench, ['dun']);
    expect(actionNamed('style.paste')?.enabled(desk)).toBe(false);
    run('style.copy', desk);
    expect(actionNamed('style.paste')?.enabled(desk)).toBe(true);
  });

  test('find what has the same colour, or is of the same kind, and never what is locked', () => {
    const bench = mixed();
    const desk = deskOn(bench, ['lijn']);
    run('select.sameColor', desk);
    expect([...desk.desk.getState().selection].sort()).toEqual(['kader', 'lijn', 'titel', 'woord']);
    bench.store.do({ type: 'marks.arrange', arrangements: { ['dun' as MarkId]: { locked: true } } });
    choose(desk, 'lijn');
    run('select.sameKind', desk);
    expect(desk.desk.getState().selection).toEqual(['lijn']);
    choose(desk, 'licht');
    run('select.sameKind', desk);
    expect(desk.desk.getState().selection).toEqual(['licht']);
  });
});

describe('what is prepared', () => {
  test('lies fast at once, a word with its drawing, and a hand passes over it', () => {
    const bench = toolBench([shape('kader', 'rectangle', { ...at(100, 100), fill: 'munt' }), stroke('panda'), card('naam', 'panda', { ...at(500, 500), picture: ['panda' as MarkId] })], { panda: inkThrough([[500, 400], [560, 400]]) });
    const desk = deskOn(bench, ['kader', 'naam']);
    run('layer.toPrepared', desk);
    expect(['kader', 'naam', 'panda'].map((id) => on(bench, id)?.layer)).toEqual(['prepared', 'prepared', 'prepared']);
    expect(desk.desk.getState().selection).toEqual([]);
    pull(selectTool(bench.context, 'select'), [[150, 150], [300, 300]]);
    expect(bench.selection).toEqual([]);
    expect(on(bench, 'kader')?.matrix).toEqual([1, 0, 0, 1, 100, 100]);
  });

  test('can be moved while its layer is open, goes back to the harvest, and is let go of when the layer closes', () => {
    const bench = toolBench([shape('kader', 'rectangle', { ...at(100, 100), fill: 'munt', layer: 'prepared', locked: true })]);
    const desk = deskOn(bench, []);
    run('layer.prepared', desk);
    pull(selectTool(bench.context, 'select'), [[150, 150], [200, 200]]);
    expect(on(bench, 'kader')?.matrix).toEqual([1, 0, 0, 1, 150, 150]);
    choose(desk, 'kader');
    run('layer.prepared', desk);
    expect(desk.desk.getState().selection).toEqual([]);
    choose(desk, 'kader');
    run('layer.toHarvest', desk);
    expect(on(bench, 'kader')).toMatchObject({ layer: 'harvest', locked: false });
    expect(desk.desk.getState().selection).toEqual(['kader']);
  });
});

describe('a picture to trace', () => {
  test('is pale and held below everything, and covers wholly again when it comes back', () => {
    const bench = toolBench([image('foto', at(100, 100)), shape('kader', 'rectangle', at(300, 300))]);
    const desk = deskOn(bench, ['foto', 'kader']);
    run('trace.selection', desk);
    expect(on(bench, 'foto')).toMatchObject({ layer: 'tracing', opacity: 0.28 });
    expect(on(bench, 'kader')?.layer).toBe('harvest');
    setLayer(desk, 'tracing', { locked: false });
    choose(desk, 'foto');
    run('layer.toHarvest', desk);
    expect(on(bench, 'foto')?.layer).toBe('harvest');
    expect(on(bench, 'foto')).not.toHaveProperty('opacity');
  });

  test('is gone with one action, and back with one undo', async () => {
    const bench = toolBench([image('een', { layer: 'tracing', opacity: 0.28 }), image('twee', { layer: 'tracing', opacity: 0.28 }), image('drie')]);
    const desk = deskOn(bench, []);
    run('trace.remove', desk);
    expect(['een', 'twee', 'drie'].map((id) => on(bench, id) !== undefined)).toEqual([false, false, true]);
    bench.store.undo();
    await calm(bench.service);
    expect(on(bench, 'twee')).toBeDefined();
    expect(actionNamed('trace.remove')?.enabled(desk)).toBe(true);
  });
});
