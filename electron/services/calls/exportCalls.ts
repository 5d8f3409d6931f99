import type { Answers, ServiceParts } from '../serviceParts.ts';

/** Calls about exports; starting one needs a shell, which asks where to. */
export function exportCalls({ cancels, exports }: ServiceParts): Answers<'exports.prepare' | 'exports.cancel'> {
  return {
    'exports.prepare': async ({ format }) => {
      exports?.prepare(format);
      return null;
    },
    'exports.cancel': async ({ job }) => {
      cancels.get(job)?.();
      return null;
    },
  };
}
