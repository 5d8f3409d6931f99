/** `PointerEvent.button` of the middle button. */
const MIDDLE = 1;

/** On Linux the middle button pastes what is marked somewhere when it is lifted; over the board it has moved the paper. */
export function preventMiddlePaste(element: HTMLElement): () => void {
  let lifted = false;
  const up = (event: PointerEvent): void => {
    if (event.button !== MIDDLE) return;
    lifted = true;
    setTimeout(() => { lifted = false; });
  };
  const paste = (event: Event): void => {
    if (!lifted) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  element.addEventListener('pointerup', up);
  window.addEventListener('paste', paste, { capture: true });
  return () => {
    element.removeEventListener('pointerup', up);
    window.removeEventListener('paste', paste, { capture: true });
  };
}
