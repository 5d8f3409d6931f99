/** What keeps the keyboard while paper is moved: the word catcher. Its text stays in any case. */
const KEEPS_KEYS = '[data-keeps-keys]';

/**
 * Keys follow the hand: after a press on the board they are for the board, so that Ctrl+Z takes back the stroke and
 * a list box no longer answers to arrows. Whoever only moves the paper can go on typing a word.
 * @param stage the element of the board
 */
export function takeKeys(stage: HTMLElement, onlyMovesPaper: boolean): void {
  const active = document.activeElement;
  if (!(active instanceof HTMLElement) || active === document.body || stage.contains(active)) return;
  if (onlyMovesPaper && active.closest(KEEPS_KEYS)) return;
  active.blur();
}
