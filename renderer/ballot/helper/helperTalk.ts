import type { HelperRequest, HelperView } from '../../../shared/contract/helper.ts';
import { ask, UNHEARD } from '../doorTalk.ts';

/** What became of a deed: `done` with the view after it, `asked` of the desk, `gone` when the pass is void. */
export type DeedAnswer =
  | { readonly outcome: 'done' | 'asked'; readonly view: HelperView }
  | { readonly outcome: 'failed' | 'gone' };

const isView = (body: object): body is HelperView => 'tables' in body && 'round' in body;

/** Exchanges the secret of an invitation for a pass; `void` when it is of no use any more. */
export async function pair(secret: string): Promise<{ readonly pass: string } | 'void' | typeof UNHEARD> {
  const answer = await ask('/api/helper/pair', null, { secret });
  if (answer === UNHEARD || answer.status >= 500) return UNHEARD;
  const { pass } = answer.body;
  return typeof pass === 'string' ? { pass } : 'void';
}

/** How things stand. */
export async function lookAtView(pass: string): Promise<HelperView | { readonly refused: true } | typeof UNHEARD> {
  const answer = await ask('/api/helper/view', pass);
  if (answer === UNHEARD) return UNHEARD;
  if (answer.status === 401) return { refused: true };
  return isView(answer.body) ? answer.body : UNHEARD;
}

/** Has something done. The same request may be sent again: the laptop knows it by its key and does it once. */
export async function send(pass: string, request: HelperRequest): Promise<DeedAnswer | typeof UNHEARD> {
  const answer = await ask('/api/helper/do', pass, request);
  if (answer === UNHEARD || answer.status >= 500 || answer.status === 429) return UNHEARD;
  if (answer.status === 401) return { outcome: 'gone' };
  if (!isView(answer.body)) return { outcome: 'failed' };
  return { outcome: answer.status === 202 ? 'asked' : 'done', view: answer.body };
}
