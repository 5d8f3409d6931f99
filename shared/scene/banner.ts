import type { Point, Size } from '../geometry/box.ts';
import { bowTo } from './curves.ts';

/** A ribbon: the front, a little bowed, and two tails with a notch; `folds` are the dark turns between them. */
export type Banner = { readonly front: readonly Point[]; readonly tails: readonly (readonly Point[])[]; readonly folds: readonly (readonly Point[])[] };

/** How far the front stands in on each side, how much lower its ends lie than its middle, and how low it reaches. */
type Proportions = { readonly inset: number; readonly bow: number; readonly frontH: number };

/** Below this height a ribbon has no folds and no notches: they would be blots. */
const PLAIN_H = 34;

function proportions({ w, h }: Size): Proportions {
  const bow = Math.min(h * 0.16, w * 0.03);
  return { inset: Math.min(w * 0.14, h * 0.72), bow, frontH: h * 0.8 - bow };
}

/** How far a banner's front lies below its top at a place along it: a flat bow, highest in the middle. */
export function bannerBow(size: Size, x: number): { readonly y: number; readonly slope: number } {
  const { inset, bow } = proportions(size);
  const half = Math.max(1, size.w / 2 - inset);
  const t = (x - size.w / 2) / half;
  return { y: bow * t * t, slope: (2 * bow * t) / half };
}

/** The part of a banner's front that lettering may take, measured along its middle. */
export function bannerFront(size: Size): { readonly x: number; readonly w: number; readonly h: number } {
  const { inset, frontH } = proportions(size);
  return { x: inset, w: size.w - 2 * inset, h: frontH };
}

/** One tail from its fold outwards, for the left side; `flip` mirrors it. */
function tailOf(size: Size, flip: (x: number) => number): { readonly tail: Point[]; readonly fold: Point[] } {
  const { inset, bow, frontH } = proportions(size);
  const { h } = size;
  const at = (x: number, y: number): Point => ({ x: flip(x), y });
  const tuck = inset * 0.52;
  const edge = bow + frontH;
  const low = h - bow * 0.35, top = bow + frontH * 0.26;
  const outer = { top: top + bow * 0.5, low: h };
  const notch = h < PLAIN_H ? [] : [at(inset * 0.36, (outer.top + outer.low) / 2)];
  const tail = [
    at(inset, top), ...bowTo(at(inset, top), at(inset * 0.5, top - bow * 0.1), at(0, outer.top), 5), ...notch, at(0, outer.low),
    ...bowTo(at(0, outer.low), at(inset * 0.6, low - bow * 0.2), at(inset + tuck, low), 6), at(inset + tuck * 0.98, edge - bow * 0.25), at(inset, edge),
  ];
  return { tail, fold: h < PLAIN_H ? [] : [at(inset, edge), at(inset + tuck, edge - bow * 0.25), at(inset + tuck, low)] };
}

/** A banner that fills its box; its tails hang lower than its front. */
export function banner(size: Size): Banner {
  const { inset, frontH } = proportions(size);
  const steps = Math.max(8, Math.round(size.w / 24));
  const top = Array.from({ length: steps + 1 }, (_, i): Point => {
    const x = inset + ((size.w - 2 * inset) * i) / steps;
    return { x, y: bannerBow(size, x).y };
  });
  const bottom = top.map(({ x, y }) => ({ x, y: y + frontH })).reverse();
  const left = tailOf(size, (x) => x), right = tailOf(size, (x) => size.w - x);
  return { front: [...top, ...bottom], tails: [left.tail, right.tail], folds: [left.fold, right.fold].filter((fold) => fold.length > 0) };
}
