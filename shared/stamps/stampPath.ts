import { assertNever } from '../base/assertNever.ts';

/** A place in a drawing, in the units of that drawing. */
export type Spot = readonly [x: number, y: number];

export type Segment =
  | { readonly kind: 'line'; readonly to: Spot }
  | { readonly kind: 'quadratic'; readonly c: Spot; readonly to: Spot }
  | { readonly kind: 'cubic'; readonly c1: Spot; readonly c2: Spot; readonly to: Spot };

/** One pen-down of a path: where it starts, what follows, and whether it returns to its start. */
export type Subpath = {
  readonly start: Spot;
  readonly segments: readonly Segment[];
  readonly closed: boolean;
};

const TOKEN = /[A-Za-z]|-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?/g;
const SPOTS_OF: Readonly<Record<string, number>> = { M: 1, L: 1, Q: 2, C: 3 };

type Draft = { start: Spot; segments: Segment[]; closed: boolean };

const segmentOf = (command: string, spots: readonly Spot[]): Segment => {
  const [a, b, c] = spots;
  if (a && !b) return { kind: 'line', to: a };
  if (a && b && !c) return { kind: 'quadratic', c: a, to: b };
  if (a && b && c) return { kind: 'cubic', c1: a, c2: b, to: c };
  throw new Error(`path command ${command} without coordinates`);
};

/**
 * Reads an SVG path of absolute M, L, C, Q and Z; coordinates may repeat after their letter.
 * @throws Error when it meets another command or an unfinished one
 */
export function parseStampPath(d: string): readonly Subpath[] {
  const tokens = d.match(TOKEN) ?? [];
  const drafts: Draft[] = [];
  let command = '';
  let at = 0;
  const number = (): number => {
    const value = Number(tokens[at++]);
    if (!Number.isFinite(value)) throw new Error(`path "${d}" stops or turns odd at part ${at}`);
    return value;
  };
  while (at < tokens.length) {
    const token = tokens[at] ?? '';
    const isLetter = /[A-Za-z]/.test(token);
    if (isLetter) {
      command = token;
      at += 1;
    }
    const draft = drafts.at(-1);
    if (command === 'Z' && isLetter && draft) {
      draft.closed = true;
      continue;
    }
    const count = SPOTS_OF[command];
    if (count === undefined) throw new Error(`path "${d}" has a command that drawings do not use: ${command}`);
    const spots = Array.from({ length: count }, (): Spot => [number(), number()]);
    const [first] = spots;
    if (command === 'M' && first) {
      drafts.push({ start: first, segments: [], closed: false });
      command = 'L';
    } else if (draft) draft.segments.push(segmentOf(command, spots));
    else throw new Error(`path "${d}" does not start with M`);
  }
  return drafts;
}

const along = (a: number, b: number, t: number): number => a + (b - a) * t;
const between = (a: Spot, b: Spot, t: number): Spot => [along(a[0], b[0], t), along(a[1], b[1], t)];

const pointOn = (from: Spot, segment: Segment, t: number): Spot => {
  switch (segment.kind) {
    case 'line':
      return between(from, segment.to, t);
    case 'quadratic':
      return between(between(from, segment.c, t), between(segment.c, segment.to, t), t);
    case 'cubic': {
      const middle = between(segment.c1, segment.c2, t);
      const left = between(between(from, segment.c1, t), middle, t);
      const right = between(middle, between(segment.c2, segment.to, t), t);
      return between(left, right, t);
    }
    default:
      return assertNever(segment);
  }
};

const CURVE_STEPS = 24;

/** The corners of a subpath with its curves cut into short straight pieces; a closed one ends at its start. */
export function flattenSubpath(subpath: Subpath): readonly Spot[] {
  const spots: Spot[] = [subpath.start];
  let from = subpath.start;
  for (const segment of subpath.segments) {
    const steps = segment.kind === 'line' ? 1 : CURVE_STEPS;
    for (let i = 1; i <= steps; i++) spots.push(pointOn(from, segment, i / steps));
    from = segment.to;
  }
  const [x, y] = subpath.start;
  if (subpath.closed && Math.hypot(from[0] - x, from[1] - y) > 1e-6) spots.push(subpath.start);
  return spots;
}

/** How long a row of spots is, in its own units. */
export function lengthOf(spots: readonly Spot[]): number {
  let length = 0;
  for (let i = 1; i < spots.length; i++) {
    const a = spots[i - 1];
    const b = spots[i];
    if (a && b) length += Math.hypot(b[0] - a[0], b[1] - a[1]);
  }
  return length;
}

/** `count + 1` spots at equal distances along a row of spots, its two ends included. */
export function evenly(spots: readonly Spot[], count: number): readonly Spot[] {
  const step = lengthOf(spots) / count;
  const out: Spot[] = [];
  let passed = 0;
  let i = 1;
  for (let k = 0; k <= count; k++) {
    const target = k * step;
    let a = spots[i - 1];
    let b = spots[i];
    while (a && b && i < spots.length - 1 && passed + Math.hypot(b[0] - a[0], b[1] - a[1]) < target) {
      passed += Math.hypot(b[0] - a[0], b[1] - a[1]);
      i += 1;
      a = spots[i - 1];
      b = spots[i];
    }
    if (!a) break;
    const piece = b ? Math.hypot(b[0] - a[0], b[1] - a[1]) : 0;
    out.push(b && piece > 0 ? between(a, b, Math.min(1, (target - passed) / piece)) : a);
  }
  return out;
}

const round1 = (value: number): number => Math.round(value * 10) / 10 + 0;
const write = (spot: Spot): string => `${round1(spot[0])} ${round1(spot[1])}`;

const writeSegment = (segment: Segment, move: (spot: Spot) => Spot): string => {
  switch (segment.kind) {
    case 'line':
      return `L${write(move(segment.to))}`;
    case 'quadratic':
      return `Q${write(move(segment.c))} ${write(move(segment.to))}`;
    case 'cubic':
      return `C${write(move(segment.c1))} ${write(move(segment.c2))} ${write(move(segment.to))}`;
    default:
      return assertNever(segment);
  }
};

/** A path with every spot moved, written back rounded to a tenth. */
export function mapStampPath(d: string, move: (spot: Spot) => Spot): string {
  return parseStampPath(d)
    .map(
      (subpath) =>
        `M${write(move(subpath.start))}` +
        subpath.segments.map((segment) => writeSegment(segment, move)).join('') +
        (subpath.closed ? 'Z' : ''),
    )
    .join('');
}

/** The subpaths of `d` as paths of their own. */
export function splitStampPath(d: string): readonly string[] {
  return d.split(/(?=M)/).map((part) => part.trim()).filter((part) => part !== '');
}

/** A closed smooth path through the middles of a polygon's edges, rounded to a tenth; '' for fewer than three. */
export function smoothPath(polygon: readonly Spot[]): string {
  const [first] = polygon;
  if (!first || polygon.length < 3) return '';
  const last = polygon.at(-1) ?? first;
  let d = `M${write(between(last, first, 0.5))}`;
  polygon.forEach((spot, i) => {
    d += `Q${write(spot)} ${write(between(spot, polygon[i + 1] ?? first, 0.5))}`;
  });
  return `${d}Z`;
}
