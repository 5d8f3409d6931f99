import { chmod } from 'node:fs/promises';

/**
 * Gives a file that was made to be passed on the rights that the system gives new files; what is written safely is
 * otherwise for its owner alone. Where a file system knows no rights nothing happens.
 */
export async function makeShareable(path: string): Promise<void> {
  await chmod(path, 0o666 & ~process.umask()).catch(() => undefined);
}
