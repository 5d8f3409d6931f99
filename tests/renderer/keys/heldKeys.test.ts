import { describe, expect, test } from 'vitest';
import { actionNamed, ACTIONS } from '../../../renderer/actions/list.ts';
import { opensField, runFromKey } from '../../../renderer/actions/opensField.ts';
import { actionFor } from '../../../renderer/actions/shortcuts.ts';
import { createHeldKeys, type HeldKeys, type HeldPress } from '../../../renderer/keys/heldKeys.ts';
import type { DeskSession } from '../../../renderer/screens/board/deskSession.ts';
import { createDeskStore } from '../../../renderer/state/deskStore.ts';
import { PAGE } from '../../shared/scene/marks.ts';
import { createCatcherFocus } from '../../../renderer/keys/catcherFocus.ts';

const press = (key: string, held: Partial<HeldPress> = {}): HeldPress => ({ key, code: '', ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, repeat: false, isComposing: false, ...held });
const ctrl = (key: string): HeldPress => press(key, { ctrlKey: true });

/** Keys that come to a desk, and the word catcher of it; `f` with Ctrl opens a field there and `w` asks for the catcher, which come when the test says so. */
function bench() {
  const given: string[] = [];
  let then: (() => void) | null = null;
  const catcher = createCatcherFocus();
  const keys: HeldKeys = createHeldKeys({
    deliver(one) {
      given.push((one.ctrlKey ? '^' : '') + one.key);
      if (one.key === 'w') catcher.ask();
      if (one.key === 'w' || (one.ctrlKey && one.key === 'f')) keys.holdForField();
    },
    wait: (_ms: number, run: () => void) => { then = run; return () => { then = null; }; },
    dropped: catcher.forget,
  });
  return { keys, catcher, given, type: (...presses: readonly HeldPress[]) => presses.map((one) => keys.takes(one)), passTime: () => then?.() };
}

describe('keys that come before what they are meant for', () => {
  test('are given in their order once the screen has come, and afterwards none is kept', () => {
    const { keys, given, type } = bench();
    keys.hold();
    expect(type(press('g'), ctrl('z'), press('p'))).toEqual([true, true, true]);
    expect(given).toEqual([]);
    keys.give();
    expect(given).toEqual(['g', '^z', 'p']);
    expect(type(press('v'))).toEqual([false]);
    keys.give();
    expect(given).toHaveLength(3);
  });

  test('go into the field that one of them opens, whatever is typed meanwhile', () => {
    const { keys, given, type } = bench();
    keys.hold();
    type(press('v'), ctrl('f'), press('g'), press('o'));
    keys.give();
    expect(given).toEqual(['v', '^f']);
    type(press('m'));
    keys.give();
    expect(given).toEqual(['v', '^f', 'g', 'o', 'm']);
  });

  test('are nobody\'s when the field does not come: no tool is taken by the letters of a word', () => {
    const { keys, given, type, passTime } = bench();
    keys.holdForField();
    type(press('g'), press('o'), press('m'));
    passTime();
    keys.give();
    expect(given).toEqual([]);
    expect(type(press('g'))).toEqual([false]);
  });

  test('are nobody\'s when the hand went on to something else after them', () => {
    const { keys, given, type } = bench();
    keys.hold();
    type(ctrl('z'));
    keys.drop();
    type(press('g'));
    keys.give();
    expect(given).toEqual(['g']);
  });

  test('are not kept where they are the browser\'s, part of a character, or about something else than a field that is awaited', () => {
    const { keys, type } = bench();
    keys.hold();
    expect(type(ctrl('r'), press('F5'), press('Tab'), press('Process', { isComposing: true }))).toEqual([false, false, false, false]);
    keys.holdForField();
    expect(type(ctrl('z'), press('ArrowLeft'), press('e'), press('Enter'))).toEqual([false, false, true, true]);
  });

  test('with Ctrl are kept only where an action has them and a key that is given later can do it', () => {
    const { keys } = bench();
    keys.hold();
    const signs = [..."abcdefghijklmnopqrstuvwxyz0123456789+-=,.;[]"];
    const held = [{ ctrlKey: true }, { metaKey: true }, { ctrlKey: true, shiftKey: true }].flatMap((mods) => signs.map((key) => press(key, mods))).filter(keys.takes);
    expect(held.filter((one) => !actionFor(ACTIONS, one)).map(({ key }) => key)).toEqual([]);
    expect(held.map(({ key }) => key)).toEqual(expect.arrayContaining(['z', 'k', 'f']));
    expect([press('d', { altKey: true }), press('c', { ctrlKey: true, altKey: true }), press('@', { ctrlKey: true, altKey: true })].map(keys.takes)).toEqual([false, false, true]);
    for (const key of 'cxvqwhm+-0') expect([key, keys.takes(ctrl(key)), keys.takes(press(key, { metaKey: true }))]).toEqual([key, false, false]);
  });

  test('of a key that stays down are one press: one step is taken back, and its repeats reach nobody', () => {
    const { keys, given, type } = bench();
    keys.hold();
    expect(type(ctrl('z'), press('z', { ctrlKey: true, repeat: true }), press('z', { ctrlKey: true, repeat: true }))).toEqual([true, true, true]);
    keys.give();
    expect(given).toEqual(['^z']);
  });

  test('are nobody\'s when the screen comes more than two seconds after the first, and then none is kept any more', () => {
    const { keys, given, type, passTime } = bench();
    keys.hold();
    type(ctrl('f'), press('g'));
    passTime();
    expect(type(press('o'))).toEqual([false]);
    keys.give();
    expect(given).toEqual([]);
  });

  test('are the desk\'s again after Escape: whoever closes what was opened does not type for it', () => {
    const { keys, given, type } = bench();
    keys.holdForField();
    expect(type(press('g'), press('Escape'), press('v'))).toEqual([true, false, false]);
    keys.give();
    expect(given).toEqual([]);
  });

  test('are no more than somebody types in about a second', () => {
    const { keys, given, type } = bench();
    keys.hold();
    type(...Array.from({ length: 40 }, () => press('x')));
    keys.give();
    expect(given).toHaveLength(16);
  });
});

describe('the word catcher that is asked for before it stands there', () => {
  test.each<readonly [string, (desk: ReturnType<typeof bench>) => void, number]>([
    ['has the focus when it comes', () => {}, 1],
    ['lets a hand that went on drawing keep the keyboard', ({ keys }) => keys.drop(), 0],
    ['takes nothing when it comes too late', ({ passTime }) => passTime(), 0],
    ['takes nothing after Escape', ({ keys }) => void keys.takes(press('Escape')), 0],
  ])('%s', (_name, meanwhile, times) => {
    const desk = bench();
    desk.keys.hold();
    desk.type(press('w'), press('b'));
    desk.keys.give();
    expect(desk.given).toEqual(['w']);
    meanwhile(desk);
    let focused = 0;
    desk.catcher.comes(() => { focused++; });
    expect(focused).toBe(times);
    desk.catcher.ask();
    expect(focused).toBe(times + 1);
  });
});

describe('letters wait for a field', () => {
  const desk = { panel: null, presenting: false };
  const stamps = { panel: 'stamps', presenting: false } as const, palette = { panel: 'palette', presenting: false } as const;
  test('that an action opens, and not for one that stood open before or was closed', () => {
    expect([opensField('tool.stamp', desk, stamps), opensField('tool.stamp', stamps, stamps)]).toEqual([true, false]);
    expect([opensField('panel.palette', desk, palette), opensField('panel.palette', palette, desk)]).toEqual([true, false]);
    expect([opensField('tool.pen', stamps, desk), opensField('catcher.focus', desk, desk)]).toEqual([false, true]);
  });

  test('until another action is run: whoever closes the palette again, or takes a tool by the menu, has the keys of the desk', () => {
    const { keys, type } = bench();
    const session: Pick<DeskSession, 'desk' | 'keys'> = { desk: createDeskStore(PAGE, null), keys };
    const run = (id: string): void => runFromKey(session as DeskSession, actionNamed(id)!, () => false);
    for (const next of ['panel.palette', 'tool.pen']) {
      run('panel.palette');
      expect(type(press('g'))).toEqual([true]);
      run(next);
      expect(type(press('g'))).toEqual([false]);
      session.desk.setState({ panel: null });
    }
  });
});
