import { editsText } from './nativeEditing.ts';

/** A key press as it is kept. */
export type HeldPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey' | 'repeat' | 'isComposing'>;

/**
 * Keys that are typed before what they are meant for is there: the screen around a sheet, or a text field that is just being
 * opened. They are kept and given in their order as soon as it is there. Keys that waited too long, or before which the hand
 * went on to something else, are nobody's: what they would do then nobody expects any more.
 */
export type HeldKeys = {
  /** Keeps keys until they are given, for two seconds from the first of them; a hand that comes down drops those so far. */
  readonly hold: () => void;
  /** Keeps letters until a text field has the focus; Escape ends it. */
  readonly holdForField: () => void;
  /** Takes a press while keys are kept; of a key that stays down only the first. @returns whether nobody else is to get it */
  readonly takes: (press: HeldPress) => boolean;
  /** Gives what is kept, in order; what comes after a press that opens a field waits for that. */
  readonly give: () => void;
  /** Forgets what is kept, and the field that is waited for. */
  readonly drop: () => void;
};

export type HeldKeysParts = {
  readonly deliver: (press: HeldPress) => void;
  /** Does something later, unless the returned function is called before. */
  readonly wait: (ms: number, then: () => void) => () => void;
  /** Told when keys and the field that they waited for are forgotten. */
  readonly dropped: () => void;
};

/** A screen that comes later after the first key gets none, ms. */
const SCREEN_MS = 2000;
/** A field that has not come by then takes nothing, ms. */
const FIELD_MS = 2500;
/** As many keys as somebody types in about a second. */
const MOST_PRESSES = 16;

/** Letters, digits and signs, and what one does with them in a field. */
function isTyping({ key, ctrlKey, metaKey, altKey }: HeldPress): boolean {
  if (metaKey) return false;
  // AltGr, which Windows reports as Ctrl and Alt, and Option on a Mac type signs; Alt with a plain letter is the system's or the browser's.
  if (altKey) return key.length === 1 && !/[a-z0-9 ]/i.test(key);
  return !ctrlKey && (key.length === 1 || key === 'Enter' || key === 'Backspace');
}
/** What an action has with Ctrl, and a key that is given later can do: the clipboard, the browser's zoom and its windows hear real keys only. */
const WITH_CTRL = 'zyfkadeops';
const isCommand = ({ key, ctrlKey, metaKey, shiftKey, altKey }: HeldPress): boolean => (ctrlKey || metaKey) && !altKey && key.length === 1 && (shiftKey ? 'z' : WITH_CTRL).includes(key.toLowerCase());
const isKept = (press: HeldPress): boolean => isTyping(press) || isCommand(press) || (['Escape', 'Delete'].includes(press.key) && !press.ctrlKey && !press.metaKey && !press.altKey);

/** Keeps nothing yet. */
export function createHeldKeys({ deliver, wait, dropped }: HeldKeysParts): HeldKeys {
  let holding: 'no' | 'keys' | 'letters' = 'no';
  let presses: HeldPress[] = [];
  let stop: (() => void) | null = null;
  const rest = (): void => {
    stop?.();
    stop = null;
  };
  const drop = (): void => {
    rest();
    presses = [];
    if (holding === 'letters') holding = 'no';
    dropped();
  };
  const tooLate = (): void => {
    drop();
    holding = 'no';
  };
  return {
    hold() {
      holding = 'keys';
    },
    holdForField() {
      rest();
      holding = 'letters';
      stop = wait(FIELD_MS, tooLate);
    },
    takes(press) {
      if (holding === 'letters' && press.key === 'Escape') drop();
      if (holding === 'no' || press.isComposing || !(holding === 'letters' ? isTyping(press) : isKept(press))) return false;
      if (press.repeat || presses.length >= MOST_PRESSES) return true;
      stop ??= wait(SCREEN_MS, tooLate);
      presses.push(press);
      return true;
    },
    give() {
      rest();
      holding = 'no';
      const all = presses;
      presses = [];
      while (all.length > 0 && holding === 'no') deliver(all.shift() as HeldPress);
      presses = all;
    },
    drop,
  };
}

/** Types a press where the focus is, as the keyboard would: what is not taken up as a key is a letter in a field. */
export function typeInto(document: Document, press: HeldPress): void {
  // On the board a space takes the hand tool until it is let go, and nobody knows any more when that was.
  if (press.key === ' ' && !editsText(document)) return;
  const target = document.activeElement ?? document.body;
  const { key, code, ctrlKey, metaKey, shiftKey, altKey } = press;
  const isTaken = !target.dispatchEvent(new KeyboardEvent('keydown', { key, code, ctrlKey, metaKey, shiftKey, altKey, bubbles: true, cancelable: true, composed: true }));
  if (isTaken || !editsText(document) || !isTyping(press)) return;
  // Deprecated without a successor: nothing else types into a field so that whoever listens to it hears of it.
  if (key.length === 1) document.execCommand('insertText', false, key);
  else if (key === 'Backspace') document.execCommand('delete');
}
