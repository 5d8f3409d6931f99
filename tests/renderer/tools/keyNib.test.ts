import { describe, expect, test } from 'vitest';
import { createKeyNib, type KeyNib, type NibPress } from '../../../renderer/tools/keyNib.ts';
import { makeTool } from '../../../renderer/tools/makeTool.ts';
import type { ToolName } from '../../../renderer/tools/tool.ts';
import { marksOf } from '../../../shared/board/buckets.ts';
import type { Mark } from '../../../shared/board/marks.ts';
import { unpackInk } from '../../../shared/ink/ink.ts';
import { at, shape } from '../../shared/scene/marks.ts';
import { last, toolBench, type ToolBench } from './toolBench.ts';

type Hands = { readonly nib: KeyNib; readonly bench: ToolBench; take: (tool: ToolName) => void; readonly press: (...keys: readonly (string | Partial<NibPress>)[]) => readonly boolean[] };

function hands(first: ToolName, marks: readonly Mark[] = []): Hands {
  const bench = toolBench(marks);
  let tool = makeTool(first, bench.context);
  const nib = createKeyNib({
    tool: () => tool, pageSize: () => ({ w: 1200, h: 848 }), middle: () => ({ x: 600, y: 400 }), scale: () => 1, toScreen: (place) => place,
    isSomethingChosen: () => bench.selection.length > 0, follow: () => undefined, onGesture: () => undefined, nowMs: () => bench.nowMs,
  });
  return {
    nib, bench,
    take: (name) => { tool = makeTool(name, bench.context); },
    press: (...keys) => keys.map((given) => {
      const key: NibPress = { key: '', shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, repeat: false, ...(typeof given === 'string' ? { key: given } : given) };
      const taken = nib.press(key);
      nib.release(key.key);
      return taken;
    }),
  };
}

const marks = ({ bench }: Hands): readonly Mark[] => [...marksOf(bench.store.get().board)];
const inkOf = ({ bench }: Hands, i = 0): readonly { readonly x: number; readonly y: number }[] => {
  const stroke = [...marksOf(bench.store.get().board)].filter((mark) => mark.kind === 'stroke')[i];
  return stroke ? unpackInk(bench.store.get().inks.get(stroke.ink) as never) : [];
};

describe('the nib that keys lead', () => {
  test('comes out in the middle with the first arrow, and goes a step with each of the next', () => {
    const on = hands('pen');
    expect(on.nib.place()).toBeNull();
    expect(on.press('ArrowRight')).toEqual([true]);
    expect(on.nib.place()).toEqual({ at: { x: 600, y: 400 }, isDown: false });
    on.press('ArrowRight', 'ArrowDown', { key: 'ArrowLeft', shiftKey: true });
    expect(on.nib.place()?.at).toEqual({ x: 609, y: 410 });
    expect(last(on.bench.overlays)).toMatchObject({ kind: 'nib', at: { x: 609, y: 410 } });
  });

  test('leaves a dot where it is set down and lifted', () => {
    const on = hands('pen');
    on.press('ArrowUp', ' ', ' ');
    expect(marks(on)).toHaveLength(1);
    for (const { x, y } of inkOf(on)) expect([x, y]).toEqual([600, 400]);
  });

  test('draws a line through all places between, and what rests does not become a form', () => {
    const on = hands('pen');
    on.press('ArrowUp', ' ', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowDown');
    expect(on.nib.place()?.isDown).toBe(true);
    on.bench.pass(5000);
    on.press('Enter');
    expect(marks(on).map(({ kind }) => kind)).toEqual(['stroke']);
    const ink = inkOf(on);
    expect([ink[0]?.x, ink[ink.length - 1]?.x, ink[ink.length - 1]?.y]).toEqual([600, 650, 410]);
    for (let i = 1; i < ink.length; i++) expect(Math.hypot((ink[i]?.x ?? 0) - (ink[i - 1]?.x ?? 0), (ink[i]?.y ?? 0) - (ink[i - 1]?.y ?? 0))).toBeLessThanOrEqual(4.1);
  });

  test('goes aslant with two arrows, quicker while they are held, and never off the page', () => {
    const { nib } = hands('pen');
    const key = (name: string, repeat = false): boolean => nib.press({ key: name, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, repeat });
    nib.show();
    key('ArrowLeft');
    nib.release('ArrowLeft');
    key('ArrowRight');
    key('ArrowDown');
    expect(nib.place()?.at).toEqual({ x: 610, y: 410 });
    const before = nib.place()?.at.x ?? 0;
    for (let i = 0; i < 12; i++) key('ArrowDown', true);
    expect((nib.place()?.at.x ?? 0) - before).toBeGreaterThan(12 * 14);
    for (let i = 0; i < 60; i++) key('ArrowDown', true);
    expect(nib.place()?.at).toEqual({ x: 1200, y: 848 });
  });

  test('Esc breaks off the line as if it never was, and then puts the nib away', () => {
    const on = hands('pen');
    on.press('ArrowUp', ' ', 'ArrowRight', 'Escape');
    expect(on.nib.place()).toMatchObject({ isDown: false });
    expect(marks(on)).toEqual([]);
    on.press('Escape');
    expect(on.nib.place()).toBeNull();
    expect(on.press(' ', 'Enter', 'Escape')).toEqual([false, false, false]);
  });

  test('put away while it draws, it keeps what was drawn', () => {
    const on = hands('highlighter');
    on.press('ArrowUp', ' ', 'ArrowRight');
    on.nib.putAway();
    expect(marks(on)).toMatchObject([{ kind: 'stroke', tool: 'highlighter' }]);
    on.press('ArrowUp');
    expect(on.nib.place()?.at).toEqual({ x: 610, y: 400 });
  });

  test('pulls up forms, and opens lettering with one press', () => {
    const on = hands('rectangle');
    on.press('ArrowUp', ' ', 'ArrowRight', 'ArrowRight', 'ArrowDown', 'Enter');
    expect(marks(on)).toMatchObject([{ kind: 'shape', w: 20, h: 12 }]);
    on.bench.selection = [];
    on.take('text');
    on.press(' ');
    expect(on.nib.place()).toMatchObject({ isDown: false });
    expect(on.bench.written).toHaveLength(1);
  });

  test('picks what lies under it; then the arrows and Enter belong to what was picked', () => {
    const on = hands('select', [shape('a', 'rectangle', { ...at(560, 380), w: 80, h: 60, fill: 'munt' })]);
    expect(on.press('ArrowUp', ' ')).toEqual([true, true]);
    expect(on.bench.selection).toEqual(['a']);
    expect(on.press('ArrowLeft', 'Enter')).toEqual([false, false]);
  });

  test('leaves keys that are held with Ctrl or Alt, and all others, to the desk', () => {
    const on = hands('pen');
    expect(on.press({ key: 'ArrowLeft', altKey: true }, { key: 'ArrowLeft', ctrlKey: true }, 'p', 'Tab')).toEqual([false, false, false, false]);
    on.take('hand');
    expect(on.press('ArrowLeft')).toEqual([false]);
  });
});
