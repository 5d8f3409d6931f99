import { assertNever } from '../base/assertNever.ts';
import type { AssetId } from '../base/ids.ts';
import type { LetteringLine, Hand } from '../board/lettering.ts';
import { compose, IDENTITY, scaling, type Matrix } from '../geometry/matrix.ts';
import { polygon, type Path } from '../geometry/path.ts';
import type { Face } from './faces.ts';
import { finePath } from './finePath.ts';
import { placeGlyphRuns, type AdvanceEm } from './glyphRuns.ts';
import type { Surface, Tag } from './surface.ts';
import { escapeXml, short, textMarkup } from './svgText.ts';

/** Outlines of letters in ems, baseline at 0, y down. */
export type GlyphOutlines = { readonly advanceEm: AdvanceEm; readonly outline: (text: string, face: Face, rtl: boolean) => Path };

/** How lettering is written and where pictures are. */
export type SvgOptions = {
  /** Null writes letters as text that can be searched and changed; otherwise as the outlines given. */
  readonly outlines: GlyphOutlines | null;
  /** The picture of an asset as a `data:` URL, or null when it is missing: it is then left out. */
  readonly imageHref: (asset: AssetId) => string | null;
  /** The grid on which lines lie, in units of the picture; what is tiny is written finer. */
  readonly step: number;
  /** Groups say their names as Inkscape lists them, too; the root declares its namespace (`INKSCAPE`). */
  readonly forEditors?: boolean;
};

/** The namespace of what a drawing program shows of a group: its name, and that it is a layer. */
export const INKSCAPE = 'xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"';

/** A surface that writes SVG markup, and what it has written. */
export type SvgSurface = Surface & {
  /** The markup written since it was last asked for; in the end what was pushed must have been popped. */
  take(): string;
  /** The faces in which text was set (none when letters are outlines). */
  facesUsed(): ReadonlySet<Face>;
};

function openTag(tag: Tag, forEditors: boolean): string {
  const name = escapeXml(tag.alt ?? '');
  const label = tag.alt === undefined ? '' : ` aria-label="${name}"${forEditors ? ` inkscape:label="${name}"` : ''}`;
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

const byMatrix = (matrix: Matrix): string => ` transform="matrix(${matrix.map((n) => String(Math.round(n * 1e6) / 1e6 + 0)).join(' ')})"`;

const corners = (x: number, y: number, w: number, h: number): Path => polygon([{ x, y }, { x: x + w, y }, { x: x + w, y: y + h }, { x, y: y + h }]);

/**
 * The groups of the markup. Decoration that follows on decoration goes into the same group, and so do lines on the
 * grid: a group for each of thousands of lines would be longer than they are.
 */
function svgGroups(step: number, forEditors: boolean) {
  let parts: string[] = [];
  /** Groups that stay open in case that the next thing belongs to them: decoration, and in it or alone the grid. */
  let hidden = false, grid = false;
  const leaveGrid = (): void => {
    if (grid) parts.push('</g>');
    grid = false;
  };
  const settle = (): void => {
    leaveGrid();
    if (hidden) parts.push('</g>');
    hidden = false;
  };
  /** Whether each tag that was begun is decoration. */
  const tags: boolean[] = [];
  return {
    settle,
    plain(markup: string): void {
      if (hidden && !tags[tags.length - 1]) settle();
      leaveGrid();
      parts.push(markup);
    },
    onGrid(markup: string): void {
      if (hidden && !tags[tags.length - 1]) settle();
      if (!grid) parts.push(`<g transform="scale(${Math.round(step * 1e9) / 1e9})">`);
      grid = true;
      parts.push(markup);
    },
    begin(tag: Tag): void {
      const isDecoration = tag.role === 'artifact';
      if (!isDecoration || !hidden) {
        settle();
        parts.push(openTag(tag, forEditors));
      }
      hidden = isDecoration;
      tags.push(isDecoration);
    },
    end(): void {
      if (tags.pop()) return;
      settle();
      parts.push('</g>');
    },
    take(): string {
      const markup = parts.join('');
      parts = [];
      return markup;
    },
  };
}

/** A surface that writes SVG 1.1 markup. Lines, letters and pictures keep their painting order. */
export function svgSurface({ outlines, imageHref, step, forEditors = false }: SvgOptions): SvgSurface {
  const groups = svgGroups(step, forEditors);
  const used = new Set<Face>();
  /** The transform of each open push, and how many clips it holds. */
  const open: { readonly matrix: Matrix; clips: number }[] = [];
  let clips = 0;
  const current = (): Matrix => open[open.length - 1]?.matrix ?? IDENTITY;
  const toSteps = scaling(1 / step, 1 / step);
  const fill = (path: Path, matrix: Matrix, color: string, opacity: number): void => {
    if (path.data.length > 0) groups.onGrid(`<path fill="${color}"${opacity < 1 ? ` fill-opacity="${short(opacity)}"` : ''} d="${finePath(path, compose(toSteps, matrix))}"/>`);
  };
  const letterOutlines = (glyphs: GlyphOutlines, line: LetteringLine, hand: Hand, sizeUnits: number, x: number, baseline: number, color: string): void => {
    for (const run of line.runs) {
      for (const piece of placeGlyphRuns(run.text, run.rtl, hand, glyphs.advanceEm)) {
        const place: Matrix = [sizeUnits, 0, 0, sizeUnits, x + (run.xEm + piece.xEm) * sizeUnits, baseline];
        fill(glyphs.outline(piece.text, piece.face, run.rtl), compose(current(), place), color, 1);
      }
    }
  };
  return {
    push(matrix) { open.push({ matrix: compose(current(), matrix), clips: 0 }); },
    pop() {
      const count = open.pop()?.clips ?? 0;
      if (count === 0) return;
      groups.settle();
      groups.plain('</g>'.repeat(count));
    },
    clip({ x, y, w, h }) {
      const top = open[open.length - 1];
      if (!top) throw new Error('A clip lies inside a push');
      const id = `clip${++clips}`;
      groups.settle();
      groups.plain(`<clipPath id="${id}"><path${byMatrix(top.matrix)} d="${finePath(corners(x, y, w, h), IDENTITY, Infinity)}"/></clipPath><g clip-path="url(#${id})">`);
      top.clips++;
    },
    fill(path, color, opacity) { fill(path, current(), color, opacity); },
    stroke(path, color, widthUnits, dashUnits) {
      if (path.data.length === 0) return;
      const dash = dashUnits.length > 0 ? ` stroke-dasharray="${dashUnits.map(short).join(' ')}"` : '';
      // The pen lies under the transform too, so the path keeps its own coordinates.
      groups.plain(`<path${byMatrix(current())} fill="none" stroke="${color}" stroke-width="${short(widthUnits)}" stroke-linecap="round" stroke-linejoin="round"${dash} d="${finePath(path, IDENTITY, Infinity)}"/>`);
    },
    letter(line, hand, sizeUnits, x, baseline, color) {
      if (outlines) letterOutlines(outlines, line, hand, sizeUnits, x, baseline, color);
      else groups.plain(textMarkup(line, hand, sizeUnits, x, baseline, color, byMatrix(current()), used));
    },
    image(asset, w, h, opacity) {
      const href = imageHref(asset);
      if (href) groups.plain(`<image${byMatrix(current())} href="${escapeXml(href)}" width="${short(w)}" height="${short(h)}" preserveAspectRatio="none"${opacity < 1 ? ` opacity="${short(opacity)}"` : ''}/>`);
    },
    begin(tag) { groups.begin(tag); },
    end() { groups.end(); },
    take() {
      if (open.length === 0) groups.settle();
      return groups.take();
    },
    facesUsed: () => used,
  };
}
