import type { Exports } from '../../../electron/services/exports/createExports.ts';

/** Exports that make nothing but what a test has them start. */
export function idleExports(start: Exports['start']): Exports {
  return { prepare: () => undefined, forget: () => undefined, rest: () => undefined, close: () => Promise.resolve(), start };
}
