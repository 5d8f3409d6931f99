import { app, dialog } from 'electron';
import { inspect } from 'node:util';
import { TroubleError } from '../../shared/contract/trouble.ts';
import { say } from '../../shared/strings/say.ts';

/**
 * Goes on after a fault in the main process instead of stopping everything with a box on the screen: what was
 * drawn is in the journal, and the room sees its picture. Once the desk is there.
 */
export function goOnAfterFaults(): void {
  const tell = (fault: unknown): void => { process.stderr.write(`${inspect(fault)}\n`); };
  process.on('uncaughtException', tell);
  process.on('unhandledRejection', tell);
}

/** Ends an app that cannot even start, and says why: on a desktop nobody sees what is printed. */
export function endAfterFailedStart(error: unknown): void {
  process.stderr.write(`${inspect(error)}\n`);
  if (process.env['DROOMDOEK_TEST'] !== '1') dialog.showErrorBox(say('nl', 'app.name'), reasonOf(error));
  app.exit(1);
}

/** In both languages, since the settings may be what could not be read. */
function reasonOf(error: unknown): string {
  if (!(error instanceof TroubleError)) return error instanceof Error ? error.message : String(error);
  const { code, detail } = error.trouble;
  const sentence = (locale: 'nl' | 'en'): string => `${say(locale, `notices.trouble.${code}.what`)} ${say(locale, `notices.trouble.${code}.next`)}`;
  return `${sentence('nl')}\n\n${sentence('en')}\n\n${detail}`;
}
