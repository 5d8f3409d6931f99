import '../../../shared/stamps/allDrawings.ts';
import * as v from 'valibot';
import type { BoardId } from '../../../shared/base/ids.ts';
import { markSchema } from '../../../shared/board/markSchema.ts';
import type { NewInks } from '../../../shared/board/commands.ts';
import type { Mark } from '../../../shared/board/marks.ts';
import type { AssetData } from '../../../shared/contract/boards.ts';
import { decodeInk } from '../../../shared/ink/inkCodec.ts';

/** Marks as they lie on the clipboard. */
export type Clip = { readonly board: BoardId; readonly marks: readonly Mark[]; readonly inks: NewInks; readonly assets: readonly AssetData[] };

const clipSchema = v.object({ board: v.string(), marks: v.pipe(v.array(markSchema), v.minLength(1), v.maxLength(20_000)), inks: v.record(v.string(), v.string()) });

/** Reads marks from the clipboard; null when it holds none, or nonsense. */
export function readClip(text: string): Clip | null {
  if (text === '') return null;
  try {
    const { board, marks, inks } = v.parse(clipSchema, JSON.parse(text));
    for (const mark of marks) if (mark.kind === 'stroke') decodeInk(inks[mark.ink] ?? '');
    return { board: board as BoardId, marks: marks as readonly Mark[], inks: inks as NewInks, assets: [] };
  } catch {
    return null;
  }
}
