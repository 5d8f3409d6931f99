import type { Hand, LetteringLine } from '../board/lettering.ts';
import { FACES, type Face } from './faces.ts';
import { cutByCoverage } from './glyphRuns.ts';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** What XML 1.0 has no way to write. */
// eslint-disable-next-line no-control-regex
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** A text as XML character data or attribute value; characters that XML cannot hold are left out. */
export function escapeXml(text: string): string {
  return text.replace(UNWRITABLE, '').replace(/[&<>"]/g, (character) => ESCAPES[character] as string);
}

/** A number to a thousandth. */
export const short = (n: number): string => String(Math.round(n * 1000) / 1000 + 0);

/**
 * One line as a `text` element per run: a `tspan` per face, so that the letters keep their order when copied.
 * @param transform the attribute that takes the line to its place, or nothing
 * @param used takes up the faces
 */
export function textMarkup(line: LetteringLine, hand: Hand, sizeUnits: number, x: number, baseline: number, color: string, transform: string, used: Set<Face>): string {
  let out = '';
  for (const run of line.runs) {
    const spans = cutByCoverage(run.text, hand).map(({ text, face }) => {
      used.add(face);
      const { family, weight } = FACES[face];
      return `<tspan font-family="'${family}'"${weight === 700 ? ' font-weight="700"' : ''}>${escapeXml(text)}</tspan>`;
    });
    if (spans.length === 0) continue;
    // With rtl the text starts at its right end.
    const startX = x + (run.xEm + (run.rtl ? run.widthEm : 0)) * sizeUnits;
    out += `<text${transform} x="${short(startX)}" y="${short(baseline)}" font-size="${short(sizeUnits)}" fill="${color}"${run.rtl ? ' direction="rtl"' : ''} xml:space="preserve">${spans.join('')}</text>`;
  }
  return out;
}
