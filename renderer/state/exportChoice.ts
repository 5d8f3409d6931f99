import type { ExportRequest } from '../../shared/contract/exportRequest.ts';

/** What is chosen for an export; its language is the window's. */
export type ExportChoice = Omit<ExportRequest, 'locale'>;

/** What one gets when one only presses the button: all pages as a PDF to print at hand. */
const FIRST_CHOICE: ExportChoice = {
  format: 'pdf', content: { kind: 'board' }, pages: 'all', paper: 'a4', orientation: 'auto', margins: 'usual', background: 'paper', tile: null, dpi: 300, publicVersion: false, charter: false, svgText: 'text',
};

let last: ExportChoice = FIRST_CHOICE;

/** The choices of this window's last export. */
export function lastExportChoice(): ExportChoice {
  return last;
}

/** Remembers what was chosen until the window closes. */
export function keepExportChoice(choice: ExportChoice): void {
  last = choice;
}
