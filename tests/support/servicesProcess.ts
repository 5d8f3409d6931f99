import { createServices } from '../../electron/services/createServices.ts';
import type { CallName, Calls } from '../../shared/contract/contract.ts';
import { answerLines } from './linesProcess.ts';

/** The services of a laptop in a process of their own, on a data folder (first argument): each line is a call and its input. */
async function serveLines(dataFolder: string): Promise<void> {
  const services = await createServices({ dataFolder, version: 'test', shellCalls: {}, exports: null });
  await answerLines(async (question) => {
    const { call, input } = question as { readonly call: CallName; readonly input: Calls[CallName]['in'] };
    const result = await services.handle(call, input);
    if (!result.ok) throw new Error(`${call} ${result.trouble.code} ${result.trouble.detail}`);
    return result.value;
  });
}

void serveLines(process.argv[2] ?? '');
