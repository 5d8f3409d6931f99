import { TroubleError } from '../../../shared/contract/trouble.ts';
import { withFileTrouble } from '../files/fileTrouble.ts';
import { writeSafely } from '../files/writeSafely.ts';
import type { Answers, ServiceParts } from '../serviceParts.ts';

/** Calls about exports; starting one needs a shell, which asks where to. */
export function exportCalls({ store, cancels, exports, films, emit }: ServiceParts): Answers<'exports.prepare' | 'exports.rest' | 'exports.cancel' | 'films.write'> {
  return {
    'exports.prepare': async ({ board, format, pages }) => {
      const isNamed = pages.length > 0 && store.openBoards.includes(board);
      exports?.prepare(format, isNamed ? { document: store.get(board).open.document(), pages } : undefined);
      return null;
    },
    'exports.rest': async () => {
      exports?.rest();
      return null;
    },
    'exports.cancel': async ({ job }) => {
      cancels.get(job)?.();
      return null;
    },
    'films.write': async ({ job, base64 }) => {
      const path = films.get(job);
      const bytes = Buffer.from(base64, 'base64');
      // What every WebM file begins with (EBML, RFC 8794): a window writes films and nothing else.
      if (path === undefined || bytes.toString('hex', 0, 4) !== '1a45dfa3') throw new TroubleError('call.invalid', 'film');
      await withFileTrouble(() => writeSafely(path, bytes));
      films.delete(job);
      emit('exports.progress', { job, state: 'done', path, url: null });
      return null;
    },
  };
}
