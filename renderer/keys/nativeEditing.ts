/** What the edit menu asks for and a text field can do by itself. */
export type NativeEdit = 'edit.undo' | 'edit.redo' | 'edit.selectAll' | 'edit.delete';

const COMMANDS = { 'edit.undo': 'undo', 'edit.redo': 'redo', 'edit.selectAll': 'selectAll', 'edit.delete': 'delete' } as const satisfies Record<NativeEdit, string>;
const TYPED: ReadonlySet<string> = new Set(['text', 'search', 'url', 'tel', 'email', 'password', 'number', 'date', 'time']);

/** Whether keys and menu entries belong to a text field now, and not to the board. */
export function editsText(document: Document): boolean {
  const field = document.activeElement;
  if (field instanceof HTMLInputElement) return TYPED.has(field.type);
  return field instanceof HTMLTextAreaElement || (field instanceof HTMLElement && field.isContentEditable);
}

/**
 * Lets the text field that has the focus do what the menu asked for.
 * @returns false when no text field has it: the board's action is meant
 */
export function editInField(document: Document, action: string): boolean {
  if (!editsText(document) || !Object.hasOwn(COMMANDS, action)) return false;
  // Deprecated without a successor: nothing else reaches a field's own undo history.
  document.execCommand(COMMANDS[action as NativeEdit]);
  return true;
}
