import { readFileSync } from 'node:fs';
import { meanScale, type Matrix } from '../../../shared/geometry/matrix.ts';
import type { Page } from '../../../shared/board/board.ts';
import { FACES, type Face } from '../../../shared/paint/faces.ts';
import { paintNode } from '../../../shared/paint/paintScene.ts';
import { printSurface } from '../../../shared/paint/printSurface.ts';
import { svgSurface } from '../../../shared/paint/svgSurface.ts';
import { reportOf } from '../../../shared/print/report/report.ts';
import { reportHtml } from '../../../shared/print/report/reportHtml.ts';
import { drawingOf, type Winner } from '../../../shared/print/winnerDrawing.ts';
import { goOn, type ExportJob, type ExportPieces } from './exportJob.ts';
import type { FontFiles } from './fontFiles.ts';
import { nodeGlyphOutlines } from './glyphPaths.ts';
import { withKnownPictures } from './knownPictures.ts';
import { svgPieces } from './svgFile.ts';

/** The faces of the page itself; in its pictures letters are outlines. */
const PAGE_FACES = ['CaveatBrush', 'PatrickHand', 'AtkinsonHyperlegible', 'AtkinsonHyperlegibleBold'] as const satisfies readonly Face[];

function fontFaces(fonts: FontFiles): string {
  return PAGE_FACES.map((face) => {
    const { family, weight } = FACES[face];
    return `@font-face{font-family:"${family}";font-weight:${weight};src:url(data:font/ttf;base64,${readFileSync(fonts.get(face) as string).toString('base64')})}`;
  }).join('');
}

const asUrl = (svg: string): string => `data:image/svg+xml;base64,${Buffer.from(svg, 'utf8').toString('base64')}`;

/** A page of the board as a picture of its own: vector, without a font or anything else that is elsewhere. */
async function pagePicture(page: Page, job: ExportJob, onShare: (share: number) => void): Promise<string> {
  const request = { ...job.request, paper: 'board', margins: 'usual', background: 'paper', svgText: 'outlines', pages: [page.id] } as const;
  let svg = '';
  for await (const piece of svgPieces({ ...job, request, pages: [page], onShare })) svg += typeof piece === 'string' ? piece : Buffer.from(piece).toString('utf8');
  return asUrl(svg);
}

/** Side of the square in which a drawing is shown, units of its picture. */
const DRAWING = 400;

/** The drawing of a word as a picture without a background. */
function drawingPictures({ context, fonts, pictures }: ExportJob): (word: Winner) => string | null {
  const made = new Map<string, string | null>();
  const outlines = nodeGlyphOutlines(fonts);
  const draw = (word: Winner): string | null => {
    const drawing = drawingOf(word, context, { x: 0, y: 0, w: DRAWING, h: DRAWING });
    if (!drawing) return null;
    const surface = svgSurface({
      outlines, step: 0.04 * meanScale(drawing.matrix),
      imageHref: (asset) => {
        const picture = pictures.get(asset);
        return picture ? `data:${picture.mime};base64,${Buffer.from(picture.bytes).toString('base64')}` : null;
      },
    });
    const printed = printSurface(surface);
    surface.push(drawing.matrix as Matrix);
    for (const node of drawing.nodes) paintNode(withKnownPictures(node, pictures), printed);
    surface.pop();
    return asUrl(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="-6 -6 ${DRAWING + 12} ${DRAWING + 12}">${surface.take()}</svg>`);
  };
  return (word) => {
    if (!word.card) return null;
    const known = made.get(word.card.id);
    if (known !== undefined) return known;
    const url = draw(word);
    made.set(word.card.id, url);
    return url;
  };
}

/** The report of a session as one HTML file, its pictures and fonts in it. */
export async function* reportHtmlPieces(job: ExportJob): ExportPieces {
  const { context, request: { locale }, pages, fonts } = job;
  const report = reportOf(context, locale, pages);
  let painted = 0;
  for (const piece of reportHtml(report, { locale, fontFaces: fontFaces(fonts), drawing: drawingPictures(job) })) {
    goOn(job);
    if (typeof piece === 'string') {
      yield piece;
      continue;
    }
    yield await pagePicture(piece.picture, job, (share) => job.onShare((0.98 * (painted + share)) / report.pages.length));
    painted++;
  }
}
