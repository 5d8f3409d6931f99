import { describe, expect, test } from 'vitest';
import { createHeldKeys, type HeldPress } from '../../../renderer/host/heldKeys.ts';

const press = (key: string, held: Partial<HeldPress> = {}): HeldPress => ({ key, code: '', ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, repeat: false, isComposing: false, ...held });
const ctrl = (key: string): HeldPress => press(key, { ctrlKey: true });

/** Keys that come to a desk; `f` with Ctrl opens a field there, which has the focus when the test says so. */
function bench() {
  const given: string[] = [];
  let then: (() => void) | null = null;
  const keys = createHeldKeys({
    deliver(one) {
      given.push((one.ctrlKey ? '^' : '') + one.key);
      if (one.ctrlKey && one.key === 'f') keys.holdForField();
    },
    wait: (_ms, run) => { then = run; return () => { then = null; }; },
  });
  return { keys, given, type: (...presses: readonly HeldPress[]) => presses.map((one) => keys.takes(one)), passTime: () => then?.() };
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
    expect(type(ctrl('z'), press('ArrowLeft'), press('Escape'), press('e'), press('Enter'))).toEqual([false, false, false, true, true]);
  });

  test('are no more than somebody types in about a second', () => {
    const { keys, given, type } = bench();
    keys.hold();
    type(...Array.from({ length: 40 }, () => press('x')));
    keys.give();
    expect(given).toHaveLength(16);
  });
});
