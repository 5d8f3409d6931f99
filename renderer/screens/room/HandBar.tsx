import { hexOf, type InkColor } from '../../../shared/board/palette.ts';
import { pathToSvg } from '../../../shared/geometry/path.ts';
import { handLine, looseFill } from '../../../shared/scene/handLine.ts';

/** A marker bar with an ink outline, `share` 0–1 of its width; drawn by hand like everything on the board. */
export function HandBar({ share, color, seed }: { readonly share: number; readonly color: InkColor; readonly seed: number }) {
  const w = Math.max(8, 1000 * share);
  const corners = [{ x: 4, y: 6 }, { x: w, y: 4 }, { x: w + 2, y: 74 }, { x: 5, y: 76 }];
  return (
    <svg viewBox="0 0 1010 84" width="100%" aria-hidden="true">
      <path d={pathToSvg(looseFill(corners, seed, { x: 2, y: 2 }))} fill={hexOf(color)} />
      <path d={pathToSvg(handLine(corners, { widthUnits: 7, seed, closed: true }))} fill={hexOf('ink')} />
    </svg>
  );
}

/** An underline as one marker stroke, as wide as what it stands under. */
export function HandUnderline({ color, seed, className }: { readonly color: InkColor; readonly seed: number; readonly className?: string | undefined }) {
  const line = Array.from({ length: 9 }, (_, i) => ({ x: 10 + i * 122, y: 16 + (i % 2) * 2 }));
  return <svg className={className} viewBox="0 0 1000 34" width="100%" preserveAspectRatio="none" aria-hidden="true"><path d={pathToSvg(handLine(line, { widthUnits: 15, seed, closed: false }))} fill={hexOf(color)} /></svg>;
}

/** An equals sign of two strokes. */
export function HandEquals({ seed, className }: { readonly seed: number; readonly className?: string | undefined }) {
  const stroke = (y: number, at: number) => pathToSvg(handLine([{ x: 8, y }, { x: 50, y: y - 1 }, { x: 92, y }], { widthUnits: 14, seed: at, closed: false }));
  return <svg className={className} viewBox="0 0 100 70" aria-hidden="true"><path d={stroke(16, seed)} fill={hexOf('ink')} /><path d={stroke(54, seed + 3)} fill={hexOf('ink')} /></svg>;
}
