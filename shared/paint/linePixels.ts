import type { MiddleLine } from '../ink/middleLine.ts';
import type { Matrix } from '../geometry/matrix.ts';

/** Nearer than this to the horizontal a line is taken as horizontal. */
const FLAT = 1 / 256;
/** Places beside a line are counted in these steps of a pixel (and seen in coarser ones), radii and squared distances in others. */
const STEP_BITS = 12, STEPS = 1 << STEP_BITS, SEEN_BITS = 6, RADIUS_STEPS = 64, SQUARE_BITS = 6;
/** Places are counted from one end of a stretch, in steps that are a little too short: a longer one, px, is taken in halves. */
const LONGEST = 256;
/** A line may become this much broader at once, px. */
const MOST_SWELL = 0.4;

/** Opaque pixels that thin lines are laid on, one after another. */
export type LinePixels = {
  /** Red, green, blue and 255 of each pixel as one number, row by row. */
  readonly words: Int32Array;
  readonly widthPx: number;
  readonly heightPx: number;
};

/** The pixels of a canvas's image data, to be laid on. */
export function linePixels({ data, width, height }: { readonly data: Uint8ClampedArray; readonly width: number; readonly height: number }): LinePixels {
  return { words: new Int32Array(data.buffer, data.byteOffset, width * height), widthPx: width, heightPx: height };
}

/** How much of each pixel the line covers that is being laid, 0–255; all 0 between two lines. */
let covered = new Uint8Array(0);
/** The pixels of which it covers something. */
let touched = new Uint32Array(0);
let touchedCount = 0;

function roomFor(pixels: number): void {
  if (covered.length >= pixels) return;
  covered = new Uint8Array(pixels);
  touched = new Uint32Array(pixels);
}

/** How steep a line is, as the smaller of its two sides over the larger, is told in so many steps: 0 along a row or column, 4 at 45°. */
const SLOPE_STEPS = 4;

/**
 * For radii in steps of 1/64 px, and for each slope: how much of a pixel lies within that radius of a line, 0–255, by the square of
 * its distance in 1/64 px².
 */
const falls: Uint8Array[] = [];

/** How much of a pixel lies on one side of a straight edge that runs with a slope, by how far, px, its middle lies on that side. */
function shareBeside(far: number, slope: number): number {
  if (far > 0) return 1 - shareBeside(-far, slope);
  // What a pixel measures across the edge: two boxes of these widths, one after the other.
  const wide = 1 / Math.sqrt(1 + slope * slope), narrow = slope * wide;
  if (far < -(wide + narrow) / 2) return 0;
  return far < -(wide - narrow) / 2 ? (far + (wide + narrow) / 2) ** 2 / (2 * wide * narrow) : 0.5 + far / wide;
}

function fallOf(step: number, slopeStep: number): Uint8Array {
  const place = step * (SLOPE_STEPS + 1) + slopeStep, kept = falls[place];
  if (kept) return kept;
  const radius = step / RADIUS_STEPS, slope = slopeStep / SLOPE_STEPS, most = 1.5 * (radius + 1.5);
  const fall = new Uint8Array(Math.ceil(most * most * 64));
  for (let i = 0; i < fall.length; i++) {
    const away = Math.sqrt((i + 0.5) / 64);
    fall[i] = Math.round(255 * (shareBeside(radius - away, slope) - shareBeside(-radius - away, slope)));
  }
  falls[place] = fall;
  return fall;
}

/**
 * Covers the pixels of one stretch of a line, px, with round ends, or only one when it goes on from another. In whole numbers and without branches for each pixel: a floating
 * root and a guess at which end is near cost three times as much.
 */
function coverStretch(w: number, h: number, ax: number, ay: number, bx: number, by: number, radius: number, goesOn: boolean): void {
  const dx = bx - ax, dy = by - ay, length = Math.sqrt(dx * dx + dy * dy);
  if (length > LONGEST) {
    const mx = ax + dx / 2, my = ay + dy / 2;
    coverStretch(w, h, ax, ay, mx, my, radius, goesOn);
    return coverStretch(w, h, mx, my, bx, by, radius, true);
  }
  const perPx = length > 0 ? 1 / length : 0, ux = length > 0 ? dx * perPx : 1, uy = dy * perPx, run = ux < 0 ? -ux : ux, rise = uy < 0 ? -uy : uy;
  // To the middle of the farthest pixel of which it covers something.
  const reach = radius + (run + rise) / 2;
  // Before its start lies the round end of the stretch that it goes on from.
  const beforeX = goesOn ? reach * rise : reach, beforeY = goesOn ? reach * run : reach;
  const left = ux < 0 ? bx - reach : ax - beforeX, right = ux < 0 ? ax + beforeX : bx + reach, up = uy < 0 ? by - reach : ay - beforeY, down = uy < 0 ? ay + beforeY : by + reach;
  if (right < 0 || left > w || down < 0 || up > h) return;
  const top = up < 0 ? 0 : up | 0, bottom = down > h - 1 ? h - 1 : down | 0;
  const isFlat = rise < FLAT, perRow = isFlat ? 0 : 1 / uy, lean = ux * perRow, half = isFlat ? right - left : reach * (perRow < 0 ? -perRow : perRow);
  const slope = run < rise ? (lean < 0 ? -lean : lean) : rise / run;
  const fall = fallOf((radius * RADIUS_STEPS + 0.5) | 0, (slope * SLOPE_STEPS + 0.5) | 0);
  const stepAlong = (ux * STEPS) | 0, stepAcross = (uy * STEPS) | 0, whole = (length * STEPS) | 0;
  // All in steps from the middle of the pixel at the upper left corner of the stretch, so that numbers stay small.
  const firstX = (left < 0 ? left - 1 : left) | 0, dx0 = firstX + 0.5 - ax, dy0 = top + 0.5 - ay;
  let rowAlong = ((dx0 * ux + dy0 * uy) * STEPS) | 0, rowAcross = ((dx0 * uy - dy0 * ux) * STEPS) | 0;
  const leastX = ((left - firstX - 0.5) * STEPS) | 0, mostX = ((right - firstX - 0.5) * STEPS) | 0;
  let low = ((dy0 * lean - half - dx0) * STEPS) | 0, high = ((dy0 * lean + half - dx0) * STEPS) | 0;
  const stepLow = (lean * STEPS) | 0, lastX = w - 1 - firstX;
  const cover = covered, list = touched;
  let count = touchedCount;
  for (let row = top; row <= bottom; row++) {
    let from = ((low < leastX ? leastX : low) + STEPS - 1) >> STEP_BITS, to = (high > mostX ? mostX : high) >> STEP_BITS;
    if (from < -firstX) from = -firstX;
    if (to > lastX) to = lastX;
    let along = rowAlong + Math.imul(from, stepAlong), across = rowAcross + Math.imul(from, stepAcross);
    for (let at = row * w + firstX + from, end = row * w + firstX + to; at <= end; at++) {
      const past = along - whole;
      const over = ((along & (along >> 31)) + (past & ~(past >> 31))) >> SEEN_BITS, beside = across >> SEEN_BITS;
      const share = fall[(Math.imul(over, over) + Math.imul(beside, beside)) >> SQUARE_BITS] as number;
      const before = cover[at] as number;
      if (share > before) {
        if (before === 0) list[count++] = at;
        cover[at] = share;
      }
      along += stepAlong;
      across += stepAcross;
    }
    rowAlong += stepAcross;
    rowAcross -= stepAlong;
    low += stepLow;
    high += stepLow;
  }
  touchedCount = count;
}

/** Lays the colour on what is covered, and covers nothing any more. */
function layColor(words: Int32Array, color: number, opacity: number): void {
  const redBlue = color & 0x00ff00ff, greenAlpha = (color >>> 8) & 0x00ff00ff;
  const cover = covered, list = touched, most = Math.round(256 * opacity);
  for (let i = 0; i < touchedCount; i++) {
    const at = list[i] as number;
    const share = (((cover[at] as number) + 1) * most) >> 8, rest = 256 - share;
    cover[at] = 0;
    const below = words[at] as number;
    words[at] = rest === 0 ? color : (((Math.imul(below & 0x00ff00ff, rest) + Math.imul(redBlue, share)) >>> 8) & 0x00ff00ff)
      | ((Math.imul((below >>> 8) & 0x00ff00ff, rest) + Math.imul(greenAlpha, share)) & 0xff00ff00);
  }
  touchedCount = 0;
}

/** Red, green and blue of `#rrggbb` as a pixel lies in memory. */
function wordOf(color: string): number {
  const rgb = parseInt(color.slice(1), 16);
  return 0xff000000 | ((rgb & 0xff) << 16) | (rgb & 0xff00) | (rgb >>> 16);
}

/** Fills all pixels with a colour, `#rrggbb`. */
export function fillPixels({ words }: LinePixels, color: string): void {
  words.fill(wordOf(color));
}

/**
 * Lays a line on pixels.
 * @param matrix from the line's own units to px; it may move, turn, mirror and scale, but not stretch or skew
 * @param color `#rrggbb`
 */
export function layLine({ words, widthPx: w, heightPx: h }: LinePixels, { count, x, y, radius }: MiddleLine, [a, b, c, d, e, f]: Matrix, color: string, opacity: number): void {
  roomFor(w * h);
  const scale = Math.sqrt(a * a + b * b);
  let px = a * (x[0] as number) + c * (y[0] as number) + e, py = b * (x[0] as number) + d * (y[0] as number) + f, pr = scale * (radius[0] as number);
  if (count === 1) coverStretch(w, h, px, py, px, py, pr, false);
  for (let i = 1; i < count; i++) {
    const qx = a * (x[i] as number) + c * (y[i] as number) + e, qy = b * (x[i] as number) + d * (y[i] as number) + f, qr = scale * (radius[i] as number);
    const swell = pr < qr ? qr - pr : pr - qr;
    // A stretch has one radius: one that swells is taken in parts whose steps are not seen.
    const parts = swell > MOST_SWELL ? Math.ceil(swell / MOST_SWELL) : 1;
    // Where it swells by more than it goes on, as under a pen that is pressed, it comes out behind its start.
    const isBehind = qr > pr && swell * swell > (qx - px) * (qx - px) + (qy - py) * (qy - py);
    for (let part = 0; part < parts; part++) {
      const from = part / parts, to = (part + 1) / parts;
      coverStretch(w, h, px + from * (qx - px), py + from * (qy - py), px + to * (qx - px), py + to * (qy - py), pr + ((from + to) / 2) * (qr - pr), !isBehind && (i > 1 || part > 0));
    }
    px = qx; py = qy; pr = qr;
  }
  if (touchedCount > 0) layColor(words, wordOf(color), opacity);
}
