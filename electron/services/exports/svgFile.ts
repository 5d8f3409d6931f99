import { readFileSync } from 'node:fs';
import type { MarkId } from '../../../shared/base/ids.ts';
import type { OutlineBlock, OutlineList, OutlinePage } from '../../../shared/outline/outline.ts';
import { outlineOf } from '../../../shared/outline/outlineOf.ts';
import { FACES, type Face } from '../../../shared/paint/faces.ts';
import { paintNode } from '../../../shared/paint/paintScene.ts';
import { PRINT_PAPER, printSurface } from '../../../shared/paint/printSurface.ts';
import type { Surface, Tag } from '../../../shared/paint/surface.ts';
import { INKSCAPE, svgSurface, type SvgSurface } from '../../../shared/paint/svgSurface.ts';
import { escapeXml } from '../../../shared/paint/svgText.ts';
import { meanScale } from '../../../shared/geometry/matrix.ts';
import { nodeParts } from '../../../shared/scene/nodeParts.ts';
import type { SceneNode } from '../../../shared/scene/sceneNode.ts';
import { markNode } from '../../../shared/scene/markNode.ts';
import { goOn, type ExportJob, type ExportPieces } from './exportJob.ts';
import type { FontFiles } from './fontFiles.ts';
import { nodeGlyphOutlines } from './glyphPaths.ts';
import { withKnownPictures } from './knownPictures.ts';
import { printedMarks } from './printedMarks.ts';
import { pageBoxPx, stackPages, type StackedPage } from './stackedPages.ts';

/** CSS px per mm: an SVG's own unit. */
const PX_PER_MM = 96 / 25.4;

/** What a mark is to a reader, and what the parts of its lettering are when it has several. */
type MarkTag = { readonly tag: Tag; readonly parts: ReadonlyMap<number, Tag> | null };

/** What each mark is to a reader. A group is opened for each mark, since reading order is not painting order. */
function tagsOf(page: OutlinePage): ReadonlyMap<MarkId, MarkTag> {
  const tags = new Map<MarkId, MarkTag>();
  const put = (marks: readonly MarkId[], tag: Tag, part?: number, whole: Tag = tag): void => marks.forEach((mark, i) => {
    if (part === undefined) tags.set(mark, { tag: i === 0 ? tag : { role: 'artifact' }, parts: null });
    else tags.set(mark, { tag: whole, parts: new Map([...(tags.get(mark)?.parts ?? []), [part, tag]]) });
  });
  const putItems = ({ items }: OutlineList): void => {
    for (const { text, label, marks, part, inner } of items) {
      if (part === undefined) put(marks, { role: 'figure', alt: text });
      else put(marks, { role: 'listItem', alt: label === undefined ? text : `${label} ${text}` }, part, { role: 'list' });
      if (inner) putItems(inner);
    }
  };
  const visit = (block: OutlineBlock): void => {
    switch (block.kind) {
      case 'heading': put(block.marks, { role: 'heading2', alt: block.text }, block.part, { role: 'list' }); return;
      case 'paragraph': put(block.marks, { role: 'paragraph' }, block.part, { role: 'list' }); return;
      case 'list': putItems(block); return;
      case 'figure': put(block.marks, { role: 'figure', alt: block.alt }); return;
      case 'area':
        put(block.title.marks, { role: 'heading2', alt: block.title.text });
        block.blocks.forEach(visit);
    }
  };
  put(page.title.marks, { role: 'heading1', alt: page.title.text });
  page.blocks.forEach(visit);
  return tags;
}

/** The fonts themselves, so that the letters look the same on a machine without them. */
function fontFaces(faces: Iterable<Face>, fonts: FontFiles): string {
  const rules = [...faces].map((face) => {
    const { family, weight } = FACES[face];
    return `@font-face{font-family:"${family}";font-weight:${weight};src:url(data:font/ttf;base64,${readFileSync(fonts.get(face) as string).toString('base64')})}`;
  });
  return rules.length > 0 ? `<style>${rules.join('')}</style>` : '';
}

/** The parts of a mark's lettering, each in a group of its own. */
function paintParts(node: SceneNode, parts: ReadonlyMap<number, Tag>, surface: SvgSurface, printed: Surface): void {
  for (const stretch of nodeParts(node)) {
    surface.begin(parts.get(stretch.part) ?? { role: 'artifact' });
    paintNode(stretch.node, printed);
    surface.end();
  }
}

/** The grid of the lines: 0.04 mm on an A0, so that no place is off by more than half of that. */
const STEP_UNITS = 0.04;
/** So many marks are painted before the file takes up what they gave. */
const MARKS_AT_ONCE = 100;

/** Paints a page, and gives the markup in pieces. */
async function* pagePieces(stacked: StackedPage, outlined: OutlinePage | undefined, surface: SvgSurface, job: ExportJob, onShare: (share: number) => void): ExportPieces {
  const printed = printSurface(surface);
  const tags = outlined ? tagsOf(outlined) : new Map<MarkId, MarkTag>();
  surface.push([1, 0, 0, 1, 0, 0]);
  surface.clip(pageBoxPx(stacked));
  surface.push(stacked.toPx);
  const marks = printedMarks(job.context.board, stacked.page.id);
  for (const [i, mark] of marks.entries()) {
    goOn(job);
    const node = withKnownPictures(markNode(mark, job.context), job.pictures);
    if (node.ops.length === 0) continue;
    const tagged = tags.get(mark.id);
    surface.begin(tagged?.tag ?? { role: 'artifact' });
    if (tagged?.parts) paintParts(node, tagged.parts, surface, printed);
    else paintNode(node, printed);
    surface.end();
    if (i % MARKS_AT_ONCE === MARKS_AT_ONCE - 1) {
      yield surface.take();
      onShare((i + 1) / marks.length);
    }
  }
  surface.pop();
  surface.pop();
  yield surface.take();
}

/** Pages as one SVG: vector ink, lettering as text with its fonts embedded or as outlines, a title for readers. */
export async function* svgPieces(job: ExportJob): ExportPieces {
  const { request, fonts, pictures, context } = job;
  const stack = stackPages(job.pages, request, PX_PER_MM);
  const surface = svgSurface({
    outlines: request.svgText === 'outlines' ? nodeGlyphOutlines(fonts) : null,
    imageHref: (asset) => {
      const picture = pictures.get(asset);
      return picture ? `data:${picture.mime};base64,${Buffer.from(picture.bytes).toString('base64')}` : null;
    },
    step: STEP_UNITS * Math.min(...stack.pages.map(({ toPx }) => meanScale(toPx))),
    forEditors: true,
  });
  const outline = outlineOf(context, request.locale);
  const title = escapeXml(outline.title || outline.pages[0]?.title.text || 'Droomdoek');
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg" ${INKSCAPE} viewBox="0 0 ${stack.wPx} ${stack.hPx}" width="${stack.wPx}" height="${stack.hPx}" lang="${request.locale}" aria-labelledby="title"><title id="title">${title}</title>`;
  if (request.background === 'paper') yield `<rect width="${stack.wPx}" height="${stack.hPx}" fill="${PRINT_PAPER}" aria-hidden="true"/>`;
  for (const [i, stacked] of stack.pages.entries()) {
    const outlined = outline.pages.find(({ page }) => page === stacked.page.id);
    // A page is a layer, so that whoever changes the drawing finds its parts.
    yield `<g inkscape:groupmode="layer" inkscape:label="${escapeXml(outlined?.title.text ?? String(i + 1))}">`;
    yield* pagePieces(stacked, outlined, surface, job, (share) => job.onShare((0.98 * (i + share)) / stack.pages.length));
    yield '</g>';
  }
  // Which faces were used is known only now; where the rules stand does not matter.
  yield fontFaces(surface.facesUsed(), fonts);
  yield '</svg>\n';
}
