import type { Action, Shortcut } from './action.ts';

/** A key press, with the tables' digits by place so that they also work on AZERTY, where digits need shift. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

/** The digit of a key by its place; on the number pad only while it types digits and does not move the cursor. */
function digitOf({ code, key }: KeyPress): string | undefined {
  const row = /^Digit([0-9])$/.exec(code)?.[1];
  return row ?? (/^Numpad[0-9]$/.test(code) && /^[0-9]$/.test(key) ? key : undefined);
}

/**
 * Whether a key press is a shortcut. A sign that needs shift on this keyboard (`?`, `+`) counts with and without it,
 * and one that needs AltGr (`]` on AZERTY), which Windows reports as Ctrl and Alt, counts with Ctrl.
 */
export function matches(shortcut: Shortcut, press: KeyPress): boolean {
  const key = press.key.toLowerCase();
  const isDigit = /^[0-9]$/.test(shortcut.key);
  // With Alt some keyboards type another sign; the place of the letter then says which key it was.
  const isPlace = shortcut.alt === true && /^[a-z]$/.test(shortcut.key) && press.altKey && press.code === `Key${shortcut.key.toUpperCase()}`;
  if (isDigit ? digitOf(press) !== shortcut.key : key !== shortcut.key && !isPlace) return false;
  const isSign = shortcut.key.length === 1 && !/[a-z0-9]/.test(shortcut.key);
  return (
    (press.ctrlKey || press.metaKey) === (shortcut.mod ?? false) &&
    (isSign || isDigit || press.shiftKey === (shortcut.shift ?? false)) &&
    (press.altKey === (shortcut.alt ?? false) || (isSign && shortcut.mod === true && press.ctrlKey))
  );
}

/** The action that a key press triggers, if any. */
export function actionFor(actions: readonly Action[], press: KeyPress): Action | undefined {
  return actions.find((action) => action.shortcuts.some((shortcut) => matches(shortcut, press)));
}

const NAMES: Readonly<Record<string, string>> = { arrowleft: '←', arrowright: '→', arrowup: '↑', arrowdown: '↓', delete: 'Del', escape: 'Esc', pagedown: 'PgDn', pageup: 'PgUp', ' ': '␣' };

/** Whether a key press works in a text field too: function keys, and what is held with Ctrl save what a field does itself. */
export function worksInFields({ id, shortcuts }: Action, press: KeyPress): boolean {
  // The very key that was pressed counts: help opens with F1 everywhere, but `?` is a letter in a word.
  return shortcuts.some((shortcut) => matches(shortcut, press) && (id.startsWith('table.reattribute') || /^f\d+$/.test(shortcut.key) || (shortcut.mod === true && !'zyaxcv'.includes(shortcut.key))));
}

/** A shortcut as it stands in tooltips and help: `Ctrl+Z`. */
export function shortcutText({ key, mod, shift, alt }: Shortcut, mac: boolean): string {
  const name = NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key.charAt(0).toUpperCase() + key.slice(1));
  return [mod ? (mac ? '⌘' : 'Ctrl') : '', alt ? 'Alt' : '', shift ? 'Shift' : '', name].filter(Boolean).join('+');
}
