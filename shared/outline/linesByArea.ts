import type { MarkId, PageId } from '../base/ids.ts';
import type { Board, Buckets } from '../board/board.ts';
import { kindsInBucket } from '../board/marksByKind.ts';
import type { Mark, StrokeMark } from '../board/marks.ts';
import type { Box } from '../geometry/box.ts';
import { markBox, type SceneContext } from '../scene/markNode.ts';
import { areaAround } from './readingOrder.ts';

/** Whether the picture shows a mark to whoever reads it: not the tracing layer, no hidden one, no word that waits. */
export function isPainted(mark: Mark, { layers }: Pick<Board, 'layers'>): boolean {
  return mark.layer !== 'tracing' && layers[mark.layer].visible && (mark.kind !== 'card' || mark.placed);
}

/** The lines of one bucket on a page by area, and what that was worked out from. */
type Sorted = { readonly from: string; readonly lines: readonly (readonly MarkId[])[] };

/** Per bucket and page: a board has many more lines than anything else, and a gesture changes those of one bucket. */
const kept = new WeakMap<Buckets[string], Map<PageId, Sorted>>();

function sorted(strokes: readonly StrokeMark[], areas: readonly { readonly box: Box }[], context: SceneContext): readonly (readonly MarkId[])[] {
  const lines: MarkId[][] = Array.from({ length: areas.length + 1 }, () => []);
  for (const stroke of strokes) {
    const area = areaAround(areas, markBox(stroke, context));
    lines[area ? areas.indexOf(area) : areas.length]?.push(stroke.id);
  }
  return lines;
}

/** The drawn lines of a page by the area that they stand in; the last list holds those that stand in none. */
export function linesByArea(page: PageId, areas: readonly { readonly box: Box }[], context: SceneContext): readonly (readonly MarkId[])[] {
  const { board, inks } = context;
  const from = JSON.stringify([areas.map(({ box }) => box), board.layers.prepared.visible, board.layers.harvest.visible]);
  const all: MarkId[][] = Array.from({ length: areas.length + 1 }, () => []);
  for (const bucket of Object.values(board.buckets)) {
    const known = kept.get(bucket)?.get(page);
    let lines = known?.from === from ? known.lines : undefined;
    if (!lines) {
      const strokes = ((kindsInBucket(bucket).get('stroke') ?? []) as readonly StrokeMark[]).filter((stroke) => stroke.page === page && isPainted(stroke, board));
      lines = sorted(strokes, areas, context);
      // Ink that is still on its way gives a line its place only when it is there.
      if (strokes.every(({ ink }) => inks.has(ink))) kept.set(bucket, (kept.get(bucket) ?? new Map<PageId, Sorted>()).set(page, { from, lines }));
    }
    lines.forEach((ids, i) => { for (const id of ids) all[i]?.push(id); });
  }
  return all;
}
