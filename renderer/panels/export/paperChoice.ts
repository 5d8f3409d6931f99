import type { ExportContent, ExportFormat, ExportRequest } from '../../../shared/contract/exportRequest.ts';
import type { Margins, PaperName } from '../../../shared/paint/sheet.ts';

/** Millimetres as people say them. */
export const cm = (mm: number): number => Math.round(mm / 10);

/** The papers in the order of the panel. */
export const PAPERS = ['a4', 'a3', 'a2', 'a1', 'a0', 'board'] as const satisfies readonly PaperName[];

/** The formats in the order of the panel; `json` is for programs and only on the command line. */
export const FORMATS = ['pdf', 'png', 'svg', 'md', 'csv', 'doek'] as const satisfies readonly ExportFormat[];

/** What one chooses first: a format of the board, or something printed besides it. */
export type Product = (typeof FORMATS)[number] | Exclude<ExportContent['kind'], 'board' | 'contacts'>;

/** All products in the order of the panel; contacts are printed where people are kept. */
export const PRODUCTS = [...FORMATS, 'report', 'charter', 'tableSigns', 'seatCards', 'sideBySide'] as const satisfies readonly Product[];

/** What the board and the laptop know that a product begins with: what is asked, and where phones come in when that is known. */
export type ProductStart = { readonly questions: readonly string[]; readonly doorUrl: string | null };

/** The product that a request asks for, as the panel shows it. */
export function productOf({ format, content }: ExportRequest): Product | ExportFormat {
  return content.kind === 'board' || content.kind === 'contacts' ? format : content.kind;
}

/** What changes in a request when another product is chosen. */
export function choosing(product: Product | ExportFormat, { questions, doorUrl }: ProductStart): Pick<ExportRequest, 'format' | 'content'> {
  switch (product) {
    case 'report': return { format: 'pdf', content: { kind: 'report' } };
    case 'sideBySide': return { format: 'pdf', content: { kind: 'sideBySide', heading: '', paper: 'a1', boards: [] } };
    case 'charter': return { format: 'pdf', content: { kind: 'charter', paper: 'a4' } };
    case 'tableSigns': return { format: 'pdf', content: { kind: 'tableSigns', questions } };
    case 'seatCards': return { format: 'pdf', content: { kind: 'seatCards', url: doorUrl } };
    default: return { format: product, content: { kind: 'board' } };
  }
}

/** Whether a format is a picture on paper; the others have neither paper nor orientation. */
export function isPicture(format: ExportFormat): boolean {
  return format === 'pdf' || format === 'png' || format === 'svg';
}

/** What can stay white around the page: a sheet as large as the board has no margin to leave out, and only a PDF goes to a print shop. */
export function marginsFor({ format, paper, tile }: Pick<ExportRequest, 'format' | 'paper' | 'tile'>): readonly Margins[] {
  if (tile !== null) return ['usual'];
  return [...(paper === 'board' ? ['usual'] as const : ['usual', 'none'] as const), ...(format === 'pdf' ? ['bleed'] as const : [])];
}

/** The smaller sheets a paper can be glued from, or none. */
export function tilesFor(format: ExportFormat, paper: PaperName): readonly ('a4' | 'a3')[] {
  if (format !== 'pdf' || paper === 'board' || paper === 'a4') return [];
  return paper === 'a3' ? ['a4'] : ['a4', 'a3'];
}
