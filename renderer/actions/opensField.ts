import type { DeskState } from '../state/deskStore.ts';

/** Whether one types into a text field after an action was run, which may be just being opened. */
export function opensField(action: string, { panel, presenting }: Pick<DeskState, 'panel' | 'presenting'>): boolean {
  // On the wall there is no field, and the key of the curtain is a letter.
  if (presenting) return false;
  switch (action) {
    case 'catcher.focus': case 'lettering.enter': case 'view.find': return true;
    case 'panel.palette': return panel === 'palette';
    case 'tool.stamp': return panel === 'stamps';
    default: return false;
  }
}
