import { editsText } from './nativeEditing.ts';

/** A key press as it is kept. */
export type HeldPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey' | 'repeat' | 'isComposing'>;

/**
 * Keys that are typed before what they are meant for is there: the screen around a sheet, or a text field that is just being
 * opened. They are kept and given in their order as soon as it is there. Keys that waited too long, or before which the hand
 * went on to something else, are nobody's: what they would do then nobody expects any more.
 */
export type HeldKeys = {
  /** Keeps all keys until they are given; a hand that comes down drops those so far. */
  readonly hold: () => void;
  /** Keeps letters until a text field has the focus. */
  readonly holdForField: () => void;
  /** Takes a press while keys are kept. @returns whether it is kept */
  readonly takes: (press: HeldPress) => boolean;
  /** Gives what is kept, in order; what comes after a press that opens a field waits for that. */
  readonly give: () => void;
  readonly drop: () => void;
};

export type HeldKeysParts = {
  readonly deliver: (press: HeldPress) => void;
  /** Does something later, unless the returned function is called before. */
  readonly wait: (ms: number, then: () => void) => () => void;
};

/** A field that has not come by then takes nothing, ms. */
const FIELD_MS = 2500;
/** As many keys as somebody types in about a second. */
const MOST_PRESSES = 16;

/** Letters, digits and signs, and what one does with them in a field. */
const isTyping = ({ key, ctrlKey, metaKey, altKey }: HeldPress): boolean => (key.length === 1 || key === 'Enter' || key === 'Backspace') && ((!ctrlKey && !metaKey) || altKey);
/** Reload, address, find again, tabs and tools: those are the browser's. */
const BROWSERS = 'rltgij';
const isKept = (press: HeldPress): boolean => isTyping(press) || press.key === 'Escape' || press.key === 'Delete' || ((press.ctrlKey || press.metaKey) && press.key.length === 1 && !BROWSERS.includes(press.key.toLowerCase()));

/** Keeps nothing yet. */
export function createHeldKeys({ deliver, wait }: HeldKeysParts): HeldKeys {
  let holding: 'no' | 'all' | 'letters' = 'no';
  let presses: HeldPress[] = [];
  let stop: (() => void) | null = null;
  const end = (): void => {
    stop?.();
    stop = null;
    holding = 'no';
  };
  return {
    hold() {
      holding = 'all';
    },
    holdForField() {
      end();
      holding = 'letters';
      stop = wait(FIELD_MS, () => {
        end();
        presses = [];
      });
    },
    takes(press) {
      if (holding === 'no' || press.isComposing || !(holding === 'letters' ? isTyping(press) : isKept(press))) return false;
      if (presses.length < MOST_PRESSES) presses.push(press);
      return true;
    },
    give() {
      end();
      const all = presses;
      presses = [];
      while (all.length > 0 && holding === 'no') deliver(all.shift() as HeldPress);
      presses = all;
    },
    drop() {
      presses = [];
      if (holding === 'letters') end();
    },
  };
}

/** Types a press where the focus is, as the keyboard would: what is not taken up as a key is a letter in a field. */
export function typeInto(document: Document, press: HeldPress): void {
  const target = document.activeElement ?? document.body;
  const { key, code, ctrlKey, metaKey, shiftKey, altKey } = press;
  const isTaken = !target.dispatchEvent(new KeyboardEvent('keydown', { key, code, ctrlKey, metaKey, shiftKey, altKey, bubbles: true, cancelable: true, composed: true }));
  if (isTaken || !editsText(document) || !isTyping(press)) return;
  // Deprecated without a successor: nothing else types into a field so that whoever listens to it hears of it.
  if (key.length === 1) document.execCommand('insertText', false, key);
  else if (key === 'Backspace') document.execCommand('delete');
}
