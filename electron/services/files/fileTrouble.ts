import { TroubleError, type Trouble, type TroubleCode } from '../../../shared/contract/trouble.ts';

/** The system's own name of a failure (`ENOSPC`), or the empty text. */
export function errnoOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : '';
}

/** What a failure of the file system means for a person; the detail is the system's name of it, never a path. */
export function fileTrouble(error: unknown): Trouble {
  if (error instanceof TroubleError) return error.trouble;
  const errno = errnoOf(error);
  return { code: codeOf(errno), detail: errno === '' && error instanceof Error ? error.name : errno };
}

function codeOf(errno: string): TroubleCode {
  switch (errno) {
    case 'ENOSPC': case 'EDQUOT': case 'EFBIG': return 'disk.full';
    case 'EROFS': case 'EACCES': case 'EPERM': return 'disk.readOnly';
    case 'ENOENT': case 'ENOTDIR': case 'ENODEV': case 'ENXIO': case 'ESTALE': return 'disk.gone';
    case 'EBUSY': case 'ETXTBSY': return 'file.held';
    case 'ENAMETOOLONG': return 'file.nameTooLong';
    default: return 'disk.failed';
  }
}

/** Runs a piece of work on files and turns its failure into a `TroubleError`. */
export async function withFileTrouble<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    const { code, detail } = fileTrouble(error);
    throw error instanceof TroubleError ? error : new TroubleError(code, detail);
  }
}
