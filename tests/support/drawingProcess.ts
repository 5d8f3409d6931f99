import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { bundleSupport } from './bundled.mjs';

/** Bundles `drawUntilKilled.ts` to one file. */
export async function bundleDrawing(file: string): Promise<void> {
  await bundleProcess('drawUntilKilled', file);
}

/** Bundles a process of this folder to one file, as the app's own services are bundled. */
export async function bundleProcess(name: 'drawUntilKilled' | 'voteUntilKilled' | 'doorUntilKilled' | 'crowdProcess' | 'servicesProcess' | 'phoneProcess', file: string): Promise<void> {
  await bundleSupport(`${name}.ts`, file);
}

/** A process that draws, and what it was told is on the disk. */
export type Drawing = {
  readonly process: ChildProcess;
  readonly lines: readonly string[];
  readonly errors: () => string;
  /** Resolves when so many lines begin with a word; rejects when the process ends before. */
  readonly said: (word: string, times: number) => Promise<void>;
  /** Kills it in the middle of whatever it does, and waits until all that it said has arrived. */
  readonly kill: () => Promise<void>;
};

/** Starts the bundled process on a data folder. */
export function startDrawing(bundle: string, dataFolder: string): Drawing {
  const child = spawn(process.execPath, [bundle, dataFolder], { stdio: ['ignore', 'pipe', 'pipe'] });
  const lines: string[] = [];
  const waiting: (() => void)[] = [];
  let rest = '';
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const parts = (rest + text).split('\n');
    rest = parts.pop() ?? '';
    lines.push(...parts);
    for (const wake of waiting.splice(0)) wake();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => { errors += text; });
  const closed = once(child, 'close').then(() => { for (const wake of waiting.splice(0)) wake(); });
  return {
    process: child,
    lines,
    errors: () => errors,
    said: async (word, times) => {
      while (lines.filter((line) => line.startsWith(word)).length < times) {
        if (child.exitCode !== null) throw new Error(`It ended: ${errors}`);
        await new Promise<void>((resolve) => { waiting.push(resolve); });
      }
    },
    kill: async () => {
      child.kill('SIGKILL');
      await closed;
    },
  };
}

/** The highest number that was said behind a word, or 0. */
export function highestSaid({ lines }: Drawing, word: string): number {
  return Math.max(0, ...lines.filter((line) => line.startsWith(`${word} `)).map((line) => Number(line.slice(word.length + 1))));
}
