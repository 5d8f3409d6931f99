import type PDFDocument from 'pdfkit';
import type { AssetId } from '../../../shared/base/ids.ts';
import { LINE, MOVE, walkPath, type Path } from '../../../shared/geometry/path.ts';
import type { Face } from '../../../shared/paint/faces.ts';
import { placeGlyphRuns, type AdvanceEm } from '../../../shared/paint/glyphRuns.ts';
import type { Surface } from '../../../shared/paint/surface.ts';
import type { FontFiles } from './fontFiles.ts';
import { repairedFont } from './repairedFont.ts';
import { setShapedRun, type EmbeddedFont } from './shapedRun.ts';

/** A PDFKit document. Its types leave out `openImage`, which embeds a picture once for all places that show it, and the font in use. */
export type Pdf = InstanceType<typeof PDFDocument> & { openImage(bytes: Buffer): PDFKit.Mixins.ImageSrc; readonly _font: EmbeddedFont };

/** Coordinates to a hundredth of a unit: below what a printer shows, and half the bytes. */
function num(n: number): string {
  const hundredths = Math.round(n * 100);
  const size = hundredths < 0 ? -hundredths : hundredths;
  const rest = size % 100;
  // From whole numbers, which become text many times faster than fractions do.
  const whole = `${hundredths < 0 ? '-' : ''}${(size - rest) / 100}`;
  if (rest === 0) return whole;
  return rest % 10 === 0 ? `${whole}.${rest / 10}` : rest < 10 ? `${whole}.0${rest}` : `${whole}.${rest}`;
}

/** A path as PDF operators (ISO 32000-1, 8.5.2). A quadratic curve becomes the cubic that is the same line. */
function pdfPath(path: Path): string {
  let out = '';
  let x = 0, y = 0;
  const cubic = (ax: number, ay: number, bx: number, by: number, toX: number, toY: number): void => {
    out += `${num(ax)} ${num(ay)} ${num(bx)} ${num(by)} ${num(toX)} ${num(toY)} c\n`;
    x = toX;
    y = toY;
  };
  walkPath(path, {
    moveTo: (toX, toY) => { out += `${num(toX)} ${num(toY)} m\n`; x = toX; y = toY; },
    lineTo: (toX, toY) => { out += `${num(toX)} ${num(toY)} l\n`; x = toX; y = toY; },
    quadraticCurveTo: (cx, cy, toX, toY) => cubic(x + (2 / 3) * (cx - x), y + (2 / 3) * (cy - y), toX + (2 / 3) * (cx - toX), toY + (2 / 3) * (cy - toY), toX, toY),
    bezierCurveTo: cubic,
    closePath: () => { out += 'h\n'; },
  });
  return out;
}

/** What the PDF surface paints with. */
export type PdfTools = { readonly fonts: FontFiles; readonly pictures: ReadonlyMap<AssetId, { readonly bytes: Uint8Array }>; readonly advanceEm: AdvanceEm };

/**
 * A surface on the current page of a PDFKit document: vector lines, text in embedded faces, pictures as they are.
 * Tags are not painted here: reading order is not painting order (see `pdfTags.ts`).
 */
export function pdfSurface(pdf: Pdf, { fonts, pictures, advanceEm }: PdfTools): Surface {
  const known = new Set<Face>();
  const opened = new Map<AssetId, PDFKit.Mixins.ImageSrc>();
  const useFace = (face: Face): void => {
    if (known.has(face)) {
      pdf.font(face);
      return;
    }
    pdf.registerFont(face, fonts.get(face)).font(face);
    repairedFont(pdf._font.font);
    known.add(face);
  };
  return {
    push(matrix) {
      pdf.save();
      pdf.transform(...matrix);
    },
    pop() { pdf.restore(); },
    clip({ x, y, w, h }) { pdf.rect(x, y, w, h).clip(); },
    fill(path, color, opacity) {
      if (path.data.length === 0) return;
      if (opacity < 1) pdf.save().fillOpacity(opacity);
      pdf.fillColor(color).addContent(`${pdfPath(path)}f`);
      if (opacity < 1) pdf.restore();
    },
    stroke(path, color, widthUnits, dashUnits) {
      if (path.data.length === 0) return;
      pdf.save().strokeColor(color).lineWidth(widthUnits).lineCap('round').lineJoin('round');
      pdf.addContent(`[${dashUnits.map(num).join(' ')}] 0 d\n${pdfPath(path)}S`);
      pdf.restore();
    },
    letter(line, hand, sizeUnits, x, baseline, color) {
      for (const run of line.runs) {
        for (const piece of placeGlyphRuns(run.text, run.rtl, hand, advanceEm)) {
          useFace(piece.face);
          pdf.fillColor(color);
          setShapedRun(pdf, piece.text, run.rtl, sizeUnits, x + (run.xEm + piece.xEm) * sizeUnits, baseline);
        }
      }
    },
    image(asset, w, h, opacity) {
      const picture = pictures.get(asset);
      if (!picture) return;
      let source = opened.get(asset);
      if (!source) opened.set(asset, (source = pdf.openImage(Buffer.from(picture.bytes))));
      if (opacity < 1) pdf.save().fillOpacity(opacity);
      pdf.image(source, 0, 0, { width: w, height: h });
      if (opacity < 1) pdf.restore();
    },
    begin() { /* See pdfTags.ts. */ },
    end() { /* See pdfTags.ts. */ },
  };
}

/** A straight line, for crop marks. */
export const straight = (x1: number, y1: number, x2: number, y2: number): Path => ({ data: [MOVE, x1, y1, LINE, x2, y2] });
