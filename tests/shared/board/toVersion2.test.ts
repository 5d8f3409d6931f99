import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { MarkId } from '../../../shared/base/ids.ts';
import { bucketOf } from '../../../shared/board/buckets.ts';
import { readDocument } from '../../../shared/board/readDocument.ts';
import { markBox } from '../../../shared/scene/markNode.ts';

type Plain = Record<string, unknown>;

const sample = (): { board: Plain & { buckets: Record<string, Record<string, Plain>> }; inks: Plain } =>
  JSON.parse(readFileSync(fileURLToPath(new URL('../../samples/board-v1.json', import.meta.url)), 'utf8')) as ReturnType<typeof sample>;

/** A document of version 1 with a speech bubble, whose box then held the tail. */
function withBubble(): unknown {
  const document = sample();
  const banner = document.board.buckets[bucketOf('spandoek' as MarkId)]?.['spandoek'] as Plain;
  const bubble = { ...banner, id: 'ballon', form: 'bubble', w: 300, h: 200, matrix: [1, 0, 0, 1, 100, 50] };
  (document.board.buckets[bucketOf('ballon' as MarkId)] ??= {})['ballon'] = bubble;
  return document;
}

describe('a board of version 1', () => {
  test('keeps its lettering as it was: no capitals, nothing under it, broken where it was', () => {
    const read = readDocument(sample());
    if (read.kind !== 'document') throw new Error(JSON.stringify(read));
    expect(read.document.board.version).toBe(2);
    const marks = Object.values(read.document.board.buckets).flatMap((bucket) => Object.values(bucket));
    expect(marks.find(({ kind }) => kind === 'text')).toMatchObject({ caps: false, accent: 'none', accentColor: null, breakUnits: null });
    expect(marks.find(({ kind }) => kind === 'shape')).toMatchObject({ caps: false, least: null, tail: null });
  });

  test('keeps a speech bubble at its place and size, tail included', () => {
    const read = readDocument(withBubble());
    if (read.kind !== 'document') throw new Error(JSON.stringify(read));
    const { board } = read.document;
    const bubble = board.buckets[bucketOf('ballon' as MarkId)]?.['ballon' as MarkId];
    expect(bubble).toMatchObject({ w: 300, h: 160 });
    expect(markBox(bubble!, { board, inks: new Map() })).toEqual({ x: 100, y: 50, w: 300, h: 200 });
  });

  test('that is no document at all is refused without a failure', () => {
    for (const buckets of [null, 7, { aa: null }, { aa: { m: 3 } }, []]) expect(readDocument({ board: { version: 1, buckets } }).kind).toBe('damaged');
  });
});
