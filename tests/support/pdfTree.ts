import { readFileSync } from 'node:fs';

/** One structure element of a PDF: its type and what a reader says instead of what it shows (ISO 32000-1, 14.7 and 14.9). */
export type PdfElement = { readonly type: string; readonly title: string | null; readonly alt: string | null; readonly actual: string | null };

type Raw = { readonly element: PdfElement | null; readonly kids: readonly number[] };

/** A text string of a PDF (ISO 32000-1, 7.9.2.2): UTF-16 with a mark at its beginning, or Latin letters. */
function textOf(literal: string): string {
  const bytes = literal.replace(/\\(\r\n|[0-7]{1,3}|[^])/g, (_, escaped: string) => {
    if (/^[0-7]/.test(escaped)) return String.fromCharCode(parseInt(escaped, 8));
    return ({ n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' } as Readonly<Record<string, string>>)[escaped] ?? escaped;
  });
  if (!bytes.startsWith('\u00fe\u00ff')) return bytes;
  return Buffer.from(bytes.slice(2), 'latin1').swap16().toString('utf16le');
}

/** The text string under a key of a dictionary, parentheses in it included. */
function stringUnder(key: string, dictionary: string): string | null {
  const found = new RegExp(`/${key} \\(((?:\\\\[^]|[^\\\\)])*)\\)`).exec(dictionary);
  return found ? textOf(found[1] ?? '') : null;
}

function readObjects(file: string): { readonly objects: ReadonlyMap<number, Raw>; readonly root: number } {
  const bytes = readFileSync(file, 'latin1');
  const objects = new Map<number, Raw>();
  let root = 0;
  for (const [, number = '', body = ''] of bytes.matchAll(/(?:^|\n)(\d+) 0 obj\n([^]*?)\nendobj/g)) {
    const kids = /\/K (?:\[([^]*?)\]|(\d+ 0 R))/.exec(body);
    const type = /\/S \/(\w+)/.exec(body)?.[1];
    if (/\/Type \/StructTreeRoot/.test(body)) root = Number(number);
    const element = type === undefined || !/\/P \d+ 0 R/.test(body) ? null : { type, title: stringUnder('T', body), alt: stringUnder('Alt', body), actual: stringUnder('ActualText', body) };
    objects.set(Number(number), { element, kids: [...(kids?.[1] ?? kids?.[2] ?? '').matchAll(/(\d+) 0 R/g)].map(([, kid]) => Number(kid)) });
  }
  return { objects, root };
}

/** The structure elements of a PDF that PDFKit wrote (no object streams), in the order in which they are read. */
export function pdfElements(file: string): readonly PdfElement[] {
  const { objects, root } = readObjects(file);
  const walk = (number: number): readonly PdfElement[] => {
    const { element, kids } = objects.get(number) ?? { element: null, kids: [] };
    return [...(element ? [element] : []), ...kids.flatMap(walk)];
  };
  return walk(root);
}
