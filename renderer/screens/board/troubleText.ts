import type { TroubleCode } from '../../../shared/contract/trouble.ts';
import type { WordKey } from '../../../shared/strings/words.ts';
import type { Say } from '../../words.ts';

/** A trouble in one line: what happened, what is safe, what to do. An unknown code is said as an inner fault. */
export function troubleText(t: Say, code: string, detail: string): string {
  const known = code as TroubleCode;
  const key = `notices.trouble.${known}.what` as WordKey;
  const what = t(key);
  const base = what === key ? 'internal' : known;
  return `${t(`notices.trouble.${base}.what` as WordKey, { detail })} ${t(`notices.trouble.${base}.next` as WordKey, { detail })}`;
}
