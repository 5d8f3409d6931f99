import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** A process that answers each line of JSON with one. */
export type LinesProcess = {
  /** Asks and waits for the answer; rejects with what the process said was wrong, or when it ends. */
  readonly ask: <Out>(question: unknown) => Promise<Out>;
  readonly end: () => void;
};

/** Starts such a process; questions are answered one after the other. */
export function startLines(command: string, args: readonly string[]): LinesProcess {
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const waiting: { readonly resolve: (value: never) => void; readonly reject: (error: Error) => void }[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => {
    const { value, error } = JSON.parse(line) as { readonly value?: unknown; readonly error?: string };
    const next = waiting.shift();
    if (error === undefined) next?.resolve(value as never);
    else next?.reject(new Error(error));
  });
  child.once('close', () => { for (const { reject } of waiting.splice(0)) reject(new Error('The process ended.')); });
  return {
    ask: (question) => new Promise((resolve, reject) => {
      waiting.push({ resolve, reject });
      child.stdin.write(`${JSON.stringify(question)}\n`);
    }),
    end: () => { child.kill('SIGKILL'); },
  };
}

/** The other side: answers the lines of the standard input one after the other, until it ends. */
export async function answerLines(answer: (question: unknown) => Promise<unknown>): Promise<void> {
  for await (const line of createInterface({ input: process.stdin })) {
    const said = await answer(JSON.parse(line)).then((value) => ({ value }), (error: unknown) => ({ error: error instanceof Error ? error.message : String(error) }));
    process.stdout.write(`${JSON.stringify(said)}\n`);
  }
}
