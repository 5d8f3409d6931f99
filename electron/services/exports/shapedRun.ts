import type { Font, Glyph, GlyphPosition } from 'fontkit';
import { mirrored } from './mirrored.ts';

/** What PDFKit 0.20 keeps of a font that it embeds, all by the number of a glyph in the part of the font that goes along. */
export type EmbeddedFont = {
  readonly id: string;
  readonly font: Font;
  readonly subset: { includeGlyph(id: number): number };
  readonly widths: (number | undefined)[];
  readonly unicode: ((readonly number[]) | undefined)[];
  ref(): unknown;
};

/** The document as far as a run needs it. */
type RunPage = { readonly page: { readonly fonts: Record<string, unknown> }; readonly _font: EmbeddedFont; addContent(data: string): unknown };

/** A glyph of a run: its number in the part, where it stands and how wide it is in thousandths of an em, and the letters it is drawn for. */
type PlacedGlyph = { readonly gid: number; readonly x: number; readonly y: number; readonly w: number; readonly codePoints: readonly number[] };
/** A letter and what stands on it: the glyph that has the room, the others, and the letters in the order in which they are read. */
type Cluster = { readonly base: PlacedGlyph; readonly on: PlacedGlyph[]; text: string };

function included({ subset, widths, unicode }: EmbeddedFont, glyph: Glyph, w: number): number {
  const gid = subset.includeGlyph(glyph.id);
  widths[gid] ??= w;
  unicode[gid] ??= glyph.codePoints;
  return gid;
}

/** The glyphs from left to right. */
function placed(embedded: EmbeddedFont, text: string, rtl: boolean): readonly PlacedGlyph[] {
  const { glyphs, positions } = embedded.font.layout(rtl ? mirrored(text) : text, undefined, undefined, undefined, rtl ? 'rtl' : 'ltr');
  const toThousandths = 1000 / embedded.font.unitsPerEm;
  let x = 0;
  return glyphs.map((glyph, i) => {
    const { xOffset, yOffset, xAdvance } = positions[i] as GlyphPosition;
    const w = glyph.advanceWidth * toThousandths;
    const here = { gid: included(embedded, glyph, w), x: (x + xOffset) * toThousandths, y: yOffset * toThousandths, w, codePoints: glyph.codePoints };
    x += xAdvance;
    return here;
  });
}

/** A vowel sign, a joiner, or a part of a letter that stands for none by itself. */
const STANDS_ON = /^[\p{M}\p{Cf}]*$/u;

/**
 * The glyphs by the letters that they are drawn for: a dot that is a glyph of its own, a vowel sign and a joiner belong to the letter before
 * them. In the order in which they are read, which is the order of the content too (ISO 32000-1, 14.8.2.3).
 */
function clustersOf(glyphs: readonly PlacedGlyph[], text: string, rtl: boolean): readonly Cluster[] {
  const letters = [...text];
  // A face that leaves a character out, or takes two for one, says itself which it has drawn.
  const isComplete = glyphs.reduce((sum, { codePoints }) => sum + codePoints.length, 0) === letters.length;
  const clusters: Cluster[] = [];
  let at = 0;
  for (const glyph of rtl ? [...glyphs].reverse() : glyphs) {
    const drawn = isComplete ? letters.slice(at, at + glyph.codePoints.length).join('') : String.fromCodePoint(...glyph.codePoints);
    at += glyph.codePoints.length;
    const last = clusters[clusters.length - 1];
    if (last && STANDS_ON.test(drawn)) {
      last.on.push(glyph);
      last.text += drawn;
    } else clusters.push({ base: glyph, on: [], text: drawn });
  }
  return clusters;
}

const num = (n: number): string => String(Math.round(n * 1000) / 1000 + 0);
const hex = (n: number): string => n.toString(16).padStart(4, '0');
const utf16 = (text: string): string => (text === '' ? '' : `FEFF${Array.from({ length: text.length }, (_, i) => hex(text.charCodeAt(i))).join('')}`);

/** Closer than this glyphs stand where their widths put them, thousandths of an em. */
const NEAR = 0.5;

/** Shows glyphs; those that follow each other on the baseline go into one operator (`TJ`), with what moves them between. */
function glyphShower(size: number) {
  const out: string[] = [];
  let line = '', y = NaN, pen = NaN;
  const close = (): void => {
    if (line !== '') out.push(`${line}>] TJ`);
    line = '';
  };
  return {
    show(glyph: PlacedGlyph): void {
      const by = pen - glyph.x;
      if (line === '' || glyph.y !== y || Math.abs(by) > 1000) {
        close();
        line = `1 0 0 1 ${num((glyph.x * size) / 1000)} ${num((glyph.y * size) / 1000)} Tm [<`;
        pen = glyph.x;
      } else if (Math.abs(by) > NEAR) {
        line += `> ${Math.round(by)} <`;
        pen -= Math.round(by);
      }
      line += hex(glyph.gid);
      y = glyph.y;
      pen += glyph.w;
    },
    /** Shows something by itself. */
    apart(before: string, glyph: PlacedGlyph, after: string): void {
      close();
      out.push(`${before} 1 0 0 1 ${num((glyph.x * size) / 1000)} ${num((glyph.y * size) / 1000)} Tm <${hex(glyph.gid)}> Tj ${after}`);
    },
    end(): string {
      close();
      return out.join('\n');
    },
  };
}

/**
 * Sets a run of one face and direction at its places, shaped as a whole. PDFKit's own `text` shapes word by word, knows one direction per
 * script, and says of a glyph only the first letter that it ever stood for; here what is drawn for other letters says so (ActualText,
 * ISO 32000-1, 14.9.4): joined Arabic, marks over letters and emoji are found, copied and read aloud as they were written.
 * @param x the left end of the baseline, y down
 */
export function setShapedRun(pdf: RunPage, text: string, rtl: boolean, sizeUnits: number, x: number, y: number): void {
  const embedded = pdf._font;
  pdf.page.fonts[embedded.id] ??= embedded.ref();
  const shower = glyphShower(sizeUnits);
  const say = (letters: string, glyph: PlacedGlyph): void => {
    if (String.fromCodePoint(...embedded.unicode[glyph.gid] ?? []) === letters) shower.show(glyph);
    else shower.apart(`/Span <</ActualText <${utf16(letters)}>>> BDC`, glyph, 'EMC');
  };
  for (const { base, on, text: letters } of clustersOf(placed(embedded, text, rtl), text, rtl)) {
    say(letters, base);
    for (const glyph of on) say('', glyph);
  }
  pdf.addContent(`q 1 0 0 -1 ${num(x)} ${num(y)} cm BT /${embedded.id} ${num(sizeUnits)} Tf\n${shower.end()}\nET Q`);
}
