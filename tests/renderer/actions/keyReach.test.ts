import { expect, test } from 'vitest';
import { keyReach, worksOverPanels, type KeyPlace } from '../../../renderer/actions/keyReach.ts';
import { ACTIONS, actionNamed } from '../../../renderer/actions/list.ts';
import { actionFor } from '../../../renderer/actions/shortcuts.ts';

type Held = { readonly ctrlKey?: boolean; readonly altKey?: boolean; readonly shiftKey?: boolean; readonly repeat?: boolean };

/** Whom a key is for, by what it is called on the keyboard. */
function reach(key: string, place: KeyPlace, covered: boolean, held: Held = {}) {
  const code = /^[0-9]$/.test(key) ? `Digit${key}` : `Key${key.toUpperCase()}`;
  const press = { key, code, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, repeat: false, ...held };
  return keyReach(actionFor(ACTIONS, press), press, place, covered);
}

test('a key that is held prints, opens and draws a curtain once, and goes on undoing and moving', () => {
  for (const [key, held] of [['p', { ctrlKey: true }], ['e', { ctrlKey: true }], ['b', {}], ['j', {}], ['F9', {}]] as const) {
    expect(reach(key, 'desk', false, held), key).toBe('desk');
    expect(reach(key, 'desk', false, { ...held, repeat: true }), key).toBe('nobody');
  }
  for (const [key, held] of [['z', { ctrlKey: true }], ['ArrowLeft', {}], ['+', { ctrlKey: true }]] as const) expect(reach(key, 'desk', false, { ...held, repeat: true }), key).toBe('desk');
});

test('behind a panel that covers it the board is reached by no key, wherever the focus fell', () => {
  for (const place of ['field', 'part', 'dialog', 'desk'] as const) {
    for (const key of ['Delete', 'Backspace', '3', 'p', 'j', 'ArrowLeft', ' ', 'Escape', 'PageDown', 'F2']) expect(reach(key, place, true), `${key} ${place}`).toBe('focus');
    for (const key of ['d', 'g', 'l', '+', 'PageDown', 'f']) expect(reach(key, place, true, { ctrlKey: true }), `${key} ${place}`).toBe('nobody');
    for (const key of ['p', 'e', 's', 'k']) expect(reach(key, place, true, { ctrlKey: true }), `${key} ${place}`).toBe('desk');
    for (const key of ['F5', 'F9']) expect(reach(key, place, true), `${key} ${place}`).toBe('desk');
  }
});

test('the curtain falls while the time-lapse has the focus, and a b in a text stays a letter', () => {
  for (const held of [{}, { shiftKey: true }, { altKey: true }]) {
    expect(reach('b', 'dialog', true, held)).toBe('desk');
    expect(reach('b', 'desk', true, held)).toBe('desk');
    expect(reach('b', 'field', true, held)).toBe('focus');
    expect(reach('b', 'dialog', false, held)).toBe('focus');
  }
});

test('a sign that AltGr types stays with the text', () => {
  expect(reach(']', 'field', true, { ctrlKey: true, altKey: true })).toBe('focus');
});

test('the menu, too, changes no board that nobody sees', () => {
  const over = (id: string): boolean => worksOverPanels(actionNamed(id)!);
  expect(['edit.undo', 'edit.delete', 'room.guide', 'order.next', 'page.add'].filter(over)).toEqual([]);
  expect(['board.saveAs', 'board.close', 'playback.open', 'room.open', 'help.shortcuts', 'app.language'].filter((id) => !over(id))).toEqual([]);
});
