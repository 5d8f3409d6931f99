import type { CallName } from '../../../shared/contract/contract.ts';
import type { Answers, ServiceParts } from '../serviceParts.ts';

/** Calls about what phones sent to the facilitator. */
export function ideaCalls({ ideas: boxes, store }: ServiceParts): Answers<Extract<CallName, `ideas.${string}`>> {
  return {
    'ideas.list': async ({ board }) => (await boxes.of(board)).view,
    'ideas.open': async ({ board, open }) => (await boxes.of(board)).setOpen(open),
    'ideas.drop': async ({ board, ideas }) => (await boxes.of(board)).drop(ideas),
    'ideas.restore': async ({ board, ideas }) => (await boxes.of(board)).restore(ideas),
    'ideas.taken': async ({ board, ideas, opId }) => (await boxes.of(board)).take(ideas, store.get(board).open.numberOf(opId)),
  };
}
