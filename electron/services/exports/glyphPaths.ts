import type { Path } from '../../../shared/geometry/path.ts';
import { CLOSE, CUBIC, LINE, MOVE, QUAD } from '../../../shared/geometry/path.ts';
import type { Face } from '../../../shared/paint/faces.ts';
import type { GlyphOutlines } from '../../../shared/paint/svgSurface.ts';
import type { FontFiles } from './fontFiles.ts';
import { fontPrograms } from './fontPrograms.ts';
import { nodeAdvanceEm } from './measure.ts';
import { mirrored } from './mirrored.ts';

/** Path commands of fontkit and the kinds of ours. */
const KINDS: Readonly<Record<string, number>> = { moveTo: MOVE, lineTo: LINE, quadraticCurveTo: QUAD, bezierCurveTo: CUBIC, closePath: CLOSE };

/** The outlines of letters, shaped by fontkit, in ems with the baseline at 0 and y pointing down. */
export function nodeGlyphOutlines(fonts: FontFiles): GlyphOutlines {
  const program = fontPrograms(fonts);
  const outline = (text: string, face: Face, rtl: boolean): Path => {
    const font = program(face);
    const em = font.unitsPerEm;
    const { glyphs, positions } = font.layout(rtl ? mirrored(text) : text, undefined, undefined, undefined, rtl ? 'rtl' : 'ltr');
    const data: number[] = [];
    let x = 0;
    glyphs.forEach((glyph, i) => {
      const position = positions[i];
      if (!position) return;
      for (const { command, args } of glyph.path.commands) {
        data.push(KINDS[command] ?? LINE);
        args.forEach((value, k) => data.push(k % 2 === 0 ? (x + position.xOffset + value) / em : -(position.yOffset + value) / em));
      }
      x += position.xAdvance;
    });
    return { data };
  };
  return { advanceEm: nodeAdvanceEm(fonts), outline };
}
