/** Larger than this a browser shows no cursor of a page; px. */
const MOST_PX = 120;
/** A smaller disk than this would be lost in the cross of the mouse, px. */
const LEAST_PX = 2.5;
/** How far the arms of the cross reach from the middle, px. */
const ARM_PX = 9;

/**
 * A CSS cursor that is the nib itself: a disk of its size and colour with a ring of paper, and a fine cross that stays
 * visible when the nib is small. The system moves it: it costs no frame and never lags behind the hand.
 * @param diameterPx the nib on the screen
 */
export function nibCursor(diameterPx: number, hex: string): string {
  if (diameterPx > MOST_PX) return 'crosshair';
  const radius = Math.max(LEAST_PX, diameterPx) / 2;
  const gap = radius + 2.5;
  const hasCross = gap + 2 < ARM_PX;
  const size = Math.ceil(2 * Math.max(hasCross ? ARM_PX : 0, radius + 2)) + 2;
  const middle = Math.floor(size / 2) + 0.5;
  const cross = (from: number, to: number): string => [[from, 0, to, 0], [-from, 0, -to, 0], [0, from, 0, to], [0, -from, 0, -to]]
    .map(([x1, y1, x2, y2]) => `M${middle + (x1 as number)} ${middle + (y1 as number)}L${middle + (x2 as number)} ${middle + (y2 as number)}`).join('');
  const arms = hasCross ? `<path d="${cross(gap, ARM_PX)}" stroke="#FFFBF2" stroke-width="3" stroke-opacity=".8"/><path d="${cross(gap, ARM_PX)}" stroke="#1F1B16" stroke-width="1"/>` : '';
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}">${arms}<circle cx="${middle}" cy="${middle}" r="${radius + 1}" fill="#FFFBF2" fill-opacity=".9"/><circle cx="${middle}" cy="${middle}" r="${radius}" fill="${hex}"/></svg>`;
  return `url("data:image/svg+xml,${encodeURIComponent(svg)}") ${Math.floor(middle)} ${Math.floor(middle)}, crosshair`;
}
