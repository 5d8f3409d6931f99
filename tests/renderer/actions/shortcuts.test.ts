import { describe, expect, test } from 'vitest';
import { ACTIONS, actionNamed } from '../../../renderer/actions/list.ts';
import { actionFor, matches, shortcutText, type KeyPress } from '../../../renderer/actions/shortcuts.ts';
import type { Shortcut } from '../../../renderer/actions/action.ts';
import { en } from '../../../shared/strings/en.ts';
import { nl } from '../../../shared/strings/nl.ts';
import { flatWords } from '../../../shared/strings/words.ts';

const press = (key: string, code: string, held: Partial<KeyPress> = {}): KeyPress => ({ key, code, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held });

/** What the digit keys give on a Belgian AZERTY keyboard without and with shift. */
const AZERTY: readonly (readonly [plain: string, digit: string])[] = [['à', '0'], ['&', '1'], ['é', '2'], ['"', '3'], ["'", '4'], ['(', '5'], ['§', '6'], ['è', '7'], ['!', '8'], ['ç', '9']];

/** The presses that type a shortcut on QWERTY and on AZERTY. */
function pressesOf({ key, mod = false, shift = false, alt = false }: Shortcut): readonly KeyPress[] {
  const held = { ctrlKey: mod, shiftKey: shift, altKey: alt };
  if (/^[0-9]$/.test(key)) {
    const [plain, digit] = AZERTY[Number(key)] ?? ['', ''];
    return [press(key, `Digit${key}`, held), press(plain, `Digit${key}`, held), press(digit, `Digit${key}`, { ...held, shiftKey: true }), press(key, `Numpad${key}`, held)];
  }
  if (/^[a-z]$/.test(key)) return [press(shift ? key.toUpperCase() : key, `Key${key.toUpperCase()}`, held)];
  if (key.length === 1) return [press(key, 'Sign', held), press(key, 'Sign', { ...held, shiftKey: true })];
  return [press(key, key, held)];
}

const nameOf = (pressed: KeyPress): string | undefined => actionFor(ACTIONS, pressed)?.id;

describe('the tables', () => {
  test('are chosen by the place of the digit, so on AZERTY without shift too', () => {
    AZERTY.forEach(([plain], digit) => {
      if (digit >= 1 && digit <= 7) expect(nameOf(press(plain, `Digit${digit}`))).toBe(`table.set.${digit}`);
    });
    expect(nameOf(press('à', 'Digit0'))).toBe('table.none');
  });

  test('get the last word with Alt, also where Alt types another sign', () => {
    expect(nameOf(press('é', 'Digit2', { altKey: true }))).toBe('table.reattribute.2');
    expect(nameOf(press('™', 'Digit2', { altKey: true }))).toBe('table.reattribute.2');
  });

  test('are chosen on the number pad only while it types digits', () => {
    expect(nameOf(press('4', 'Numpad4'))).toBe('table.set.4');
    expect(nameOf(press('ArrowLeft', 'Numpad4'))).toBe('edit.nudge.left.1');
    expect(nameOf(press('End', 'Numpad1'))).toBeUndefined();
  });
});

describe('no two actions', () => {
  test('answer the same key, on QWERTY or on AZERTY', () => {
    for (const action of ACTIONS) {
      for (const shortcut of action.shortcuts) {
        for (const pressed of pressesOf(shortcut)) {
          const answering = ACTIONS.filter((other) => other.shortcuts.some((one) => matches(one, pressed))).map(({ id }) => id);
          expect(answering, JSON.stringify(pressed)).toEqual([action.id]);
        }
      }
    }
  });

  test('have the same name', () => {
    const ids = ACTIONS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(actionNamed(id)?.id).toBe(id);
  });
});

test('every action is called noun, dot, verb', () => {
  for (const { id } of ACTIONS) expect(id).toMatch(/^[a-z]+\.[a-zA-Z]+(\.[a-z]+)?(\.\d+)?$/);
});

test('every action has words in both languages', () => {
  const dutch = flatWords(nl), english = flatWords(en);
  for (const { id, label } of ACTIONS) {
    expect(dutch[label], `${id} in Dutch`).toBeTruthy();
    expect(english[label], `${id} in English`).toBeTruthy();
  }
});

test('a letter with Ctrl is another shortcut than the letter', () => {
  expect(nameOf(press('l', 'KeyL'))).toBe('tool.lasso');
  expect(nameOf(press('l', 'KeyL', { ctrlKey: true }))).toBe('edit.lock');
  expect(nameOf(press('L', 'KeyL', { ctrlKey: true, shiftKey: true }))).toBe('edit.unlock');
  expect(nameOf(press('l', 'KeyL', { metaKey: true }))).toBe('edit.lock');
});

test('caps lock does not take the keys away', () => {
  expect(nameOf(press('P', 'KeyP'))).toBe('tool.pen');
});

test('a sign counts wherever the keyboard has it: with shift, or with AltGr as Windows reports it', () => {
  expect(nameOf(press('?', 'KeyM', { shiftKey: true }))).toBe('help.shortcuts');
  expect(nameOf(press('+', 'Slash', { ctrlKey: true, shiftKey: true }))).toBe('view.zoomIn');
  expect(nameOf(press(']', 'BracketRight', { ctrlKey: true, altKey: true }))).toBe('edit.toFront');
  expect(nameOf(press(']', 'BracketRight', { altKey: true }))).toBeUndefined();
});

test('a shortcut is written as the keyboard has it', () => {
  expect(shortcutText({ key: 'z', mod: true, shift: true }, false)).toBe('Ctrl+Shift+Z');
  expect(shortcutText({ key: 'z', mod: true }, true)).toBe('⌘+Z');
  expect(shortcutText({ key: 'arrowleft' }, false)).toBe('←');
  expect(shortcutText({ key: 'f5' }, false)).toBe('F5');
});
