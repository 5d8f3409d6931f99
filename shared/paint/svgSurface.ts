import { assertNever } from '../base/assertNever.ts';
import type { AssetId } from '../base/ids.ts';
import type { Hand, LetteringLine } from '../board/lettering.ts';
import { pathToSvg, transformPath, type Path } from '../geometry/path.ts';
import { FACES, type Face } from './faces.ts';
import { cutByCoverage, placeGlyphRuns, type AdvanceEm } from './glyphRuns.ts';
import type { Surface, Tag } from './surface.ts';

/** Outlines of letters in ems, baseline at 0, y down. */
export type GlyphOutlines = { readonly advanceEm: AdvanceEm; readonly outline: (text: string, face: Face, rtl: boolean) => Path };

/** How lettering is written and where pictures are. */
export type SvgOptions = {
  /** Null writes letters as text that can be searched and changed; otherwise as the outlines given. */
  readonly outlines: GlyphOutlines | null;
  /** The picture of an asset as a `data:` URL, or null when it is missing: it is then left out. */
  readonly imageHref: (asset: AssetId) => string | null;
};

/** A surface that writes SVG markup, and what it has written. */
export type SvgSurface = Surface & {
  /** The markup written so far; what was pushed must have been popped. */
  markup(): string;
  /** The faces in which text was set (none when letters are outlines). */
  facesUsed(): ReadonlySet<Face>;
};

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** What XML 1.0 has no way to write. */
// eslint-disable-next-line no-control-regex
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** A text as XML character data or attribute value; characters that XML cannot hold are left out. */
export function escapeXml(text: string): string {
  return text.replace(UNWRITABLE, '').replace(/[&<>"]/g, (character) => ESCAPES[character] as string);
}

const short = (n: number): string => String(Math.round(n * 1000) / 1000 + 0);

function openTag(tag: Tag): string {
  const label = tag.alt === undefined ? '' : ` aria-label="${escapeXml(tag.alt)}"`;
  switch (tag.role) {
    case 'heading1': return `<g role="heading" aria-level="1"${label}>`;
    case 'heading2': return `<g role="heading" aria-level="2"${label}>`;
    case 'paragraph': return `<g role="paragraph"${label}>`;
    case 'list': return `<g role="list"${label}>`;
    case 'listItem': return `<g role="listitem"${label}>`;
    case 'figure': return `<g role="img"${label}>`;
    case 'artifact': return '<g aria-hidden="true">';
    default: return assertNever(tag.role);
  }
}

/** One line as a `text` element: a `tspan` per face, so that the letters keep their order when copied. */
function textMarkup(line: LetteringLine, hand: Hand, sizeUnits: number, x: number, baseline: number, color: string, used: Set<Face>): string {
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
    out += `<text x="${short(startX)}" y="${short(baseline)}" font-size="${short(sizeUnits)}" fill="${color}"${run.rtl ? ' direction="rtl"' : ''} xml:space="preserve">${spans.join('')}</text>`;
  }
  return out;
}

function outlineMarkup(line: LetteringLine, hand: Hand, sizeUnits: number, x: number, baseline: number, color: string, glyphs: GlyphOutlines): string {
  let out = '';
  for (const run of line.runs) {
    for (const piece of placeGlyphRuns(run.text, run.rtl, hand, glyphs.advanceEm)) {
      const path = transformPath([sizeUnits, 0, 0, sizeUnits, x + (run.xEm + piece.xEm) * sizeUnits, baseline], glyphs.outline(piece.text, piece.face, run.rtl));
      if (path.data.length > 0) out += `<path d="${pathToSvg(path)}" fill="${color}"/>`;
    }
  }
  return out;
}

/** A surface that writes SVG 1.1 markup in board units. Lines, letters and pictures keep their painting order. */
export function svgSurface(options: SvgOptions): SvgSurface {
  const parts: string[] = [];
  const used = new Set<Face>();
  /** How many groups each open push holds: itself and the clips in it. */
  const open: number[] = [];
  let clips = 0;
  return {
    push(matrix) {
      parts.push(`<g transform="matrix(${matrix.map((n) => String(Math.round(n * 1e6) / 1e6 + 0)).join(' ')})">`);
      open.push(1);
    },
    pop() { parts.push('</g>'.repeat(open.pop() ?? 0)); },
    clip({ x, y, w, h }) {
      if (open.length === 0) throw new Error('A clip lies inside a push');
      const id = `clip${++clips}`;
      parts.push(`<clipPath id="${id}"><rect x="${short(x)}" y="${short(y)}" width="${short(w)}" height="${short(h)}"/></clipPath><g clip-path="url(#${id})">`);
      open[open.length - 1] = (open[open.length - 1] ?? 0) + 1;
    },
    fill(path, color, opacity) {
      if (path.data.length > 0) parts.push(`<path d="${pathToSvg(path)}" fill="${color}"${opacity < 1 ? ` fill-opacity="${short(opacity)}"` : ''}/>`);
    },
    stroke(path, color, widthUnits, dashUnits) {
      const dash = dashUnits.length > 0 ? ` stroke-dasharray="${dashUnits.map(short).join(' ')}"` : '';
      parts.push(`<path d="${pathToSvg(path)}" fill="none" stroke="${color}" stroke-width="${short(widthUnits)}" stroke-linecap="round" stroke-linejoin="round"${dash}/>`);
    },
    letter(line, hand, sizeUnits, x, baseline, color) {
      parts.push(options.outlines
        ? outlineMarkup(line, hand, sizeUnits, x, baseline, color, options.outlines)
        : textMarkup(line, hand, sizeUnits, x, baseline, color, used));
    },
    image(asset, w, h, opacity) {
      const href = options.imageHref(asset);
      if (href) parts.push(`<image href="${escapeXml(href)}" width="${short(w)}" height="${short(h)}" preserveAspectRatio="none"${opacity < 1 ? ` opacity="${short(opacity)}"` : ''}/>`);
    },
    begin(tag) { parts.push(openTag(tag)); },
    end() { parts.push('</g>'); },
    markup: () => parts.join(''),
    facesUsed: () => used,
  };
}
