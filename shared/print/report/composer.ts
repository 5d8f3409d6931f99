import type { Locale } from '../../board/board.ts';
import type { MeasureEm } from '../../board/lettering.ts';
import type { SceneContext } from '../../scene/markNode.ts';

/** What the sheets of a report are composed with. */
export type Composer = { readonly context: SceneContext; readonly locale: Locale; readonly measure: MeasureEm };
