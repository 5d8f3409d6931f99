import type { PageId } from '../base/ids.ts';
import type { Locale } from '../board/board.ts';
import type { Handout } from '../print/handout.ts';
import type { Margins, Orientation, PaperName } from '../paint/sheet.ts';
import type { BoardPart } from '../scene/boardPart.ts';

export type ExportFormat = 'pdf' | 'html' | 'png' | 'svg' | 'md' | 'csv' | 'json' | 'doek';

/** What of a session comes out: the board itself, or something printed besides it, which is always a PDF; the report is HTML as well. */
export type ExportContent = { readonly kind: 'board' } | Handout;

/** What the user wants out of a board; the same for the dialog and the command line. */
export type ExportRequest = {
  readonly format: ExportFormat;
  readonly content: ExportContent;
  /** One page, or all in their order. */
  readonly pages: 'all' | readonly PageId[];
  /** Instead of whole pages a frame, or what was picked. */
  readonly part?: BoardPart | null;
  readonly paper: PaperName;
  readonly orientation: Orientation;
  /** A print shop's bleed is for PDF; a picture has none. */
  readonly margins: Margins;
  /** Whether pictures (PNG, SVG) have white paper behind the drawing, or nothing. */
  readonly background: 'paper' | 'none';
  /** Sheets of this size to be glued to one poster, or one sheet. */
  readonly tile: 'a4' | 'a3' | null;
  readonly dpi: number;
  /** Leaves all personal data out. */
  readonly publicVersion: boolean;
  readonly charter: boolean;
  readonly svgText: 'text' | 'outlines';
  readonly locale: Locale;
};

/** How far a running export is; `share` is 0–1. */
export type ExportProgress =
  | { readonly job: string; readonly state: 'running'; readonly share: number }
  /** `path` on the desktop; `url` (same origin, one download) in the browser. What was to be printed has gone to the printer, or opens at `url`. */
  | { readonly job: string; readonly state: 'done'; readonly path: string | null; readonly url: string | null; readonly toPrint?: boolean }
  | { readonly job: string; readonly state: 'cancelled' }
  | { readonly job: string; readonly state: 'failed'; readonly trouble: import('./trouble.ts').Trouble };
