import type { Trouble } from '../../shared/contract/trouble.ts';

/**
 * The answer to a call that was on its way when the line was lost: it may have been done or not. Whoever
 * sent it sends it again under the same `opId` once the line is back, and it is done once.
 */
export const LINE_LOST: Trouble = { code: 'internal', detail: 'line lost' };

/** Whether a call's fate is unknown because the line was lost. */
export function isLineLost(trouble: Trouble): boolean {
  return trouble.code === LINE_LOST.code && trouble.detail === LINE_LOST.detail;
}
