import * as v from 'valibot';
import { faultPath } from '../../../shared/board/readDocument.ts';
import type { CallName, Calls } from '../../../shared/contract/contract.ts';
import { TroubleError } from '../../../shared/contract/trouble.ts';
import { CALL_SCHEMAS } from './callSchemas.ts';

/** Whether a text names a call. */
export function isCallName(name: string): name is CallName {
  return Object.hasOwn(CALL_SCHEMAS, name);
}

/**
 * What a window, a socket or a phone gave with a call, checked field by field.
 * @throws TroubleError call.invalid with the call and the path of the first fault, never the value
 */
export function checkCall<Name extends CallName>(name: Name, input: unknown): Calls[Name]['in'] {
  const parsed = v.safeParse(CALL_SCHEMAS[name] as v.GenericSchema<unknown, Calls[Name]['in']>, input, { abortEarly: true });
  if (!parsed.success) throw new TroubleError('call.invalid', `${name} ${faultPath(parsed.issues)}`);
  return parsed.output;
}
