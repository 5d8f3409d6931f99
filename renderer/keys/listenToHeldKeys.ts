import type { HeldKeys } from './heldKeys.ts';
import { editsText } from './nativeEditing.ts';

/** A field that gets the focus gets what was typed for it; a hand that comes down is on to something else. */
export function listenToHeldKeys(keys: HeldKeys): () => void {
  const give = (): void => { if (editsText(document)) queueMicrotask(keys.give); };
  const down = (event: KeyboardEvent): void => {
    if (!keys.takes(event)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const stops = ([['focusin', give], ['pointerdown', keys.drop], ['keydown', down]] as const).map(([name, listener]) => {
    window.addEventListener(name, listener as EventListener, { capture: true });
    return () => window.removeEventListener(name, listener as EventListener, { capture: true });
  });
  return () => {
    for (const stop of stops) stop();
  };
}
