import type { Answers, ServiceParts } from '../serviceParts.ts';

/** Calls about running exports; starting one needs a shell, which asks where to. */
export function exportCalls({ cancels }: ServiceParts): Answers<'exports.cancel'> {
  return {
    'exports.cancel': async ({ job }) => {
      cancels.get(job)?.();
      return null;
    },
  };
}
