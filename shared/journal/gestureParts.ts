import type { InkId, MarkId, PageId } from '../base/ids.ts';
import type { Board } from '../board/board.ts';
import { bucketOf, markOf } from '../board/buckets.ts';
import { touchedMarks, type Change } from '../board/change.ts';
import type { LetteringLine } from '../board/lettering.ts';
import type { CardMark, Mark, ShapeMark, StampMark, StrokeMark, TextMark } from '../board/marks.ts';
import { compose, scaling, type Matrix } from '../geometry/matrix.ts';
import type { Ink } from '../ink/ink.ts';
import type { PlayedEntry } from './playedEntry.ts';

/** How a gesture is seen. `ids` are the marks that it touches; `everything` says that more than those looks different now. */
export type SeenGesture = { readonly ids: readonly MarkId[]; readonly everything: boolean; readonly tookMs: number; readonly page: PageId | null };

/** How long things take that leave no times behind, ms: a form is put down, a stamp grows, something is moved, a letter is written. */
const PUT_MS = 300;
const STAMP_MS = 480;
const MOVE_MS = 700;
const LETTER_MS = 70;
const LEAST_WRITING_MS = 350, MOST_WRITING_MS = 1800;
/** A touch of the pen, and a stroke during which the hand stood still for long. */
const LEAST_STROKE_MS = 120, MOST_STROKE_MS = 8000;
/** More marks than this go to their new place at once. */
const MOST_MOVED = 200;

type Lettered = TextMark | CardMark | ShapeMark;
const isLettered = (mark: Mark): mark is Lettered => mark.kind === 'text' || mark.kind === 'card' || mark.kind === 'shape';

/** How long it took to draw an ink, ms. */
export const inkMs = (ink: Ink): number => (ink.count === 0 ? 0 : (ink.timeMs[ink.count - 1] as number));

const textOf = (mark: Mark): string => (isLettered(mark) ? mark.text : '');

/** What a stamp consists of, one of ours or one that was kept, when it was put down with this very gesture. */
const isStamped = (before: Mark | undefined, { kind, what }: PlayedEntry): boolean => before === undefined && kind === 'change' && what === 'stamp';

/** A stroke that was drawn with this very gesture, or with the kept stamp that it put down, and not pasted or brought back. */
const isDrawn = (before: Mark | undefined, after: Mark | undefined, { kind, what, inks }: PlayedEntry): after is StrokeMark =>
  before === undefined && after?.kind === 'stroke' && kind === 'change' && (what === 'draw' || what === 'stamp') && inks[after.ink] !== undefined;

/** Lettering that was written with this very gesture, or with the kept stamp that it put down. */
const isWritten = (before: Mark | undefined, after: Mark | undefined, { kind, what }: PlayedEntry): after is Lettered =>
  before === undefined && after !== undefined && isLettered(after) && after.text !== '' && kind === 'change' && (what === 'write' || what === 'catch' || what === 'stamp');

const sameMatrix = (a: Matrix, b: Matrix): boolean => a.every((value, i) => value === b[i]);

/** Something that is the same afterwards, only elsewhere or larger. */
function isMoved(before: Mark | undefined, after: Mark | undefined): boolean {
  if (!before || !after || before.kind !== after.kind || before.page !== after.page) return false;
  if (!sameMatrix(before.matrix, after.matrix)) return canGlide(before.matrix, after.matrix);
  return 'sizeUnits' in before && 'sizeUnits' in after && before.sizeUnits !== after.sizeUnits;
}

/** Half-way between a form and its mirror image, or between two turned far apart, everything would be flat. */
function canGlide([a, b, c, d]: Matrix, [e, f, g, h]: Matrix): boolean {
  const before = a * d - b * c, after = e * h - f * g, middle = ((a + e) * (d + h) - (b + f) * (c + g)) / 4;
  return before * after > 0 && Math.abs(middle) > 0.25 * Math.min(Math.abs(before), Math.abs(after));
}

/** The marks that patches name, when the change says more than that. */
function namedIn(change: Change): readonly MarkId[] {
  if (change.kind !== 'patches') return [];
  return change.patches.flatMap(({ path, value }) => {
    if (path[0] !== 'buckets' || path.length < 2) return [];
    return path.length === 2 ? (Object.keys((value ?? {}) as object) as MarkId[]) : [path[2] as MarkId];
  });
}

/** Whether a change alters how marks look that it does not name: by a layer, a table, a round or the size of a page. */
function altersMore(change: Change): boolean {
  return change.kind === 'patches' && change.patches.some(({ path }) => path[0] === 'layers' || path[0] === 'tables' || path[0] === 'rounds' || path[0] === 'pages');
}

const hidesLayers = (change: Change): boolean => change.kind === 'patches' && change.patches.some(({ path }) => path[0] === 'layers' && path.includes('visible'));

/**
 * How a gesture is seen by who looks at the board.
 * @param inkOf the ink that came with the gestures so far
 */
export function seenGesture(entry: PlayedEntry, before: Board, after: Board, inkOf: (id: InkId) => Ink | undefined): SeenGesture {
  const { change } = entry;
  const touched = touchedMarks(change, before);
  const ids = touched === 'all' ? namedIn(change) : touched;
  let tookMs = hidesLayers(change) ? PUT_MS : 0;
  let page: PageId | null = null;
  for (const id of ids) {
    const was = markOf(before, id), is = markOf(after, id);
    const shown = is ?? was;
    if (!shown || shown.layer === 'tracing') continue;
    page ??= shown.page;
    tookMs = Math.max(tookMs, isStamped(was, entry) ? STAMP_MS : isDrawn(was, is, entry) ? strokeMs(inkOf(is.ink)) : isWritten(was, is, entry) ? writingMs(is) : isMoved(was, is) ? MOVE_MS : PUT_MS);
  }
  return { ids, everything: touched === 'all' || altersMore(change), tookMs, page };
}

const strokeMs = (ink: Ink | undefined): number => Math.min(MOST_STROKE_MS, Math.max(LEAST_STROKE_MS, ink ? inkMs(ink) : 0));
const writingMs = (mark: Mark): number => Math.min(MOST_WRITING_MS, Math.max(LEAST_WRITING_MS, textOf(mark).length * LETTER_MS));

/** The first part of an ink, by the time that its samples took; by their number where no times were kept. */
export function inkPart(ink: Ink, share: number): Ink {
  const wholeMs = inkMs(ink);
  let count = Math.ceil(ink.count * share);
  if (wholeMs > 0) for (count = 0; count < ink.count && (ink.timeMs[count] as number) <= wholeMs * share;) count++;
  count = Math.min(ink.count, Math.max(1, count));
  return { count, x: ink.x.subarray(0, count), y: ink.y.subarray(0, count), pressure: ink.pressure.subarray(0, count), timeMs: ink.timeMs.subarray(0, count) };
}

/** The first letters of lettering; what is not there yet leaves its place empty. */
function linesPart(lines: readonly LetteringLine[], share: number): readonly LetteringLine[] {
  const lengthOf = ({ runs }: LetteringLine): number => runs.reduce((sum, { text }) => sum + [...text].length, 0);
  let left = Math.ceil(lines.reduce((sum, line) => sum + lengthOf(line), 0) * share);
  return lines.map((line) => ({
    ...line,
    runs: line.runs.flatMap((run) => {
      const letters = [...run.text].slice(0, Math.max(0, left));
      left -= [...run.text].length;
      return letters.length === 0 ? [] : [{ ...run, text: letters.join('') }];
    }),
  }));
}

/** A stamp that is put down is so small at first, as a share of its size. */
const STAMP_FROM = 0.12;

/** A stamp on its way to its size, about its middle: quick at first, then coming to rest. */
function stampDuring(stamp: StampMark, share: number): StampMark {
  const size = between(STAMP_FROM, 1, 1 - (1 - share) ** 3);
  const middle = { x: stamp.sizeUnits / 2, y: stamp.sizeUnits / 2 };
  return { ...stamp, matrix: compose(stamp.matrix, scaling(size, size, middle)) };
}

const between = (a: number, b: number, share: number): number => a + (b - a) * share;

function matrixBetween(a: Matrix, b: Matrix, share: number): Matrix {
  return [between(a[0], b[0], share), between(a[1], b[1], share), between(a[2], b[2], share), between(a[3], b[3], share), between(a[4], b[4], share), between(a[5], b[5], share)];
}

/** Soft in and out. */
const soft = (share: number): number => share * share * (3 - 2 * share);

/** A mark half-way. */
function markDuring(was: Mark | undefined, is: Mark, entry: PlayedEntry, share: number, partInk: (stroke: StrokeMark) => InkId): Mark {
  if (isDrawn(was, is, entry)) return { ...is, ink: partInk(is) };
  // Who said a word is put behind it once it is written.
  if (isWritten(was, is, entry)) return { ...is, lines: linesPart(is.lines, share), ...(is.kind === 'card' ? { mentions: [] } : {}) };
  if (is.kind === 'stamp' && isStamped(was, entry)) return stampDuring(is, share);
  if (!was || !isMoved(was, is)) return is;
  const matrix = matrixBetween(was.matrix, is.matrix, soft(share));
  if ('sizeUnits' in was && 'sizeUnits' in is) return { ...is, matrix, sizeUnits: between(was.sizeUnits, is.sizeUnits, soft(share)) } as Mark;
  return { ...is, matrix };
}

/**
 * The board in the middle of a gesture: a stroke as far as it was drawn, lettering as far as it was written, a stamp on its
 * way to its size, what moves on its way, and everything else as it is afterwards. A board like any other, so that it is painted like any other.
 * @param partInk takes the first part of an ink in, and names it
 */
export function boardDuring(entry: PlayedEntry, ids: readonly MarkId[], before: Board, after: Board, share: number, partInk: (stroke: StrokeMark) => InkId): Board {
  if (ids.length > MOST_MOVED) return after;
  const buckets = { ...after.buckets };
  for (const id of ids) {
    const is = markOf(after, id);
    if (!is) continue;
    const during = markDuring(markOf(before, id), is, entry, share, partInk);
    if (during === is) continue;
    const key = bucketOf(id);
    buckets[key] = { ...buckets[key], [id]: during };
  }
  return { ...after, buckets };
}
