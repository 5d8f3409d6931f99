import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A disk of its own for one test, of some megabytes. */
export type SmallDisk = {
  readonly path: string;
  /** Leaves so many bytes free. */
  readonly fill: (freeBytes?: number) => Promise<void>;
  /** Makes room again. */
  readonly empty: () => Promise<void>;
  readonly setReadOnly: (readOnly: boolean) => void;
  /** Pulls it out as one pulls a stick, and puts it back in, with what is on it. */
  readonly unplug: () => void;
  readonly plug: () => void;
};

/** Changes whether a mount may be written; a file that is just being closed keeps it busy for a moment. */
function remount(path: string, readOnly: boolean): void {
  const pause = new Int32Array(new SharedArrayBuffer(4));
  for (let tries = 100; ; tries--) {
    try {
      execFileSync('mount', ['-o', `remount,bind,${readOnly ? 'ro' : 'rw'}`, path], { stdio: 'pipe' });
      return;
    } catch (error) {
      if (tries === 0) throw error;
      Atomics.wait(pause, 0, 0, 100);
    }
  }
}

/** Mounts a small disk in memory; needs root, as the machines have that run the tests. */
export async function smallDisk(megabytes: number): Promise<SmallDisk> {
  const base = await mkdtemp(join(tmpdir(), 'droomdoek-disk-'));
  const stick = join(base, 'stick');
  const path = join(base, 'mounted');
  execFileSync('mkdir', [stick, path]);
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', stick]);
  const plug = (): void => { execFileSync('mount', ['--bind', stick, path]); };
  const unplug = (): void => { execFileSync('umount', ['--lazy', path]); };
  plug();
  const filler = join(stick, 'filler');
  onTestFinished(async () => {
    execFileSync('umount', ['--lazy', stick]);
    try { unplug(); } catch { /* was unplugged */ }
    await rm(base, { recursive: true, force: true });
  });
  return {
    path,
    fill: async (freeBytes = 0) => {
      // The last pages go one by one, so that really nothing is left.
      for (let piece = 1024 * 1024; piece >= 4096; piece >>= 1) {
        while (await writeFile(filler, Buffer.alloc(piece, 1), { flag: 'a' }).then(() => true, () => false)) { /* until it is full */ }
      }
      if (freeBytes > 0) await truncate(filler, (await stat(filler)).size - freeBytes);
    },
    empty: () => rm(filler, { force: true }),
    setReadOnly: (readOnly) => remount(path, readOnly),
    unplug,
    plug,
  };
}
