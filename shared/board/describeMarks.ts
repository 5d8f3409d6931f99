import type { MarkId } from '../base/ids.ts';
import type { Board, Buckets } from './board.ts';
import { markOf } from './buckets.ts';
import type { Command } from './commands.ts';
import { kindsInBucket } from './marksByKind.ts';
import type { Mark, StrokeMark } from './marks.ts';

/** Marks that can say what they show. */
type Describable = Extract<Mark, { alt?: string }>;

const isDescribable = (mark: Mark | undefined): mark is Describable => mark?.kind === 'stroke' || mark?.kind === 'stamp' || mark?.kind === 'image';

/** The names that cameras and folders give pictures say nothing about what one sees. */
const FILE_NAME = /^\S*\.(?:png|jpe?g|gif|webp|svg|bmp|heic|tiff?|pdf)$|^(?:img|dsc|screenshot|schermafbeelding)[-_ ]?\d+$/i;

/** A description as it is read out: on one line, and nothing where there is only the name of a file. */
export function spokenDescription(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return FILE_NAME.test(line) ? '' : line;
}

/** The lines of a bucket that say what they show; hardly any does. */
const described = new WeakMap<Buckets[string], readonly StrokeMark[]>();

function describedIn(bucket: Buckets[string]): readonly StrokeMark[] {
  let lines = described.get(bucket);
  if (!lines) {
    const strokes = (kindsInBucket(bucket).get('stroke') ?? []) as readonly StrokeMark[];
    described.set(bucket, (lines = strokes.filter(({ alt = '' }) => spokenDescription(alt) !== '')));
  }
  return lines;
}

/** What was written about lines that are one drawing: the descriptions on them, each once; nothing about other marks. */
export function linesDescription(board: Board, ids: readonly MarkId[]): string {
  const lines = Object.values(board.buckets).flatMap(describedIn);
  if (lines.length === 0) return '';
  const wanted = new Set(ids);
  return [...new Set(lines.flatMap(({ id, alt = '' }) => (wanted.has(id) ? [spokenDescription(alt)] : [])))].join('. ');
}

function withAlt(mark: Describable, alt: string): Mark {
  if (mark.kind !== 'stroke') return { ...mark, alt };
  const { alt: _old, ...bare } = mark;
  return alt === '' ? bare : { ...bare, alt };
}

/**
 * Says in words what marks that are one drawing show: the first of its lines keeps the text, the others lose
 * theirs. A stamp among lines keeps its own.
 * @returns null when nothing changes by it
 */
export function describeMarks(board: Board, ids: readonly MarkId[], text: string): Command | null {
  const marks = ids.map((id) => markOf(board, id)).filter(isDescribable);
  const lines = marks.filter(({ kind }) => kind === 'stroke');
  const changed = (lines.length > 0 ? lines : marks).flatMap((mark, i) => {
    const alt = i === 0 ? text.trim() : '';
    return (mark.alt ?? '') === alt ? [] : [withAlt(mark, alt)];
  });
  return changed.length === 0 ? null : { type: 'marks.put', what: 'edit', marks: changed };
}
