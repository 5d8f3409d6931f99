import type { MarkId } from '../../../shared/base/ids.ts';
import type { DeskSession } from '../../../renderer/screens/board/deskSession.ts';
import { createDeskStore } from '../../../renderer/state/deskStore.ts';
import { PAGE } from '../../shared/scene/marks.ts';
import type { ToolBench } from '../tools/toolBench.ts';

/** As much of a desk as actions on marks touch. */
export function deskOn(bench: ToolBench, selection: readonly string[]): DeskSession {
  const desk = createDeskStore(PAGE, null);
  desk.setState({ selection: selection as readonly MarkId[] });
  const part: Pick<DeskSession, 'store' | 'desk' | 'context'> = { store: bench.store, desk, context: bench.context };
  return part as DeskSession;
}
