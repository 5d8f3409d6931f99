import { homedir } from 'node:os';
import { join } from 'node:path';
import { say } from '../../shared/strings/say.ts';
import { TroubleError } from '../../shared/contract/trouble.ts';
import { dataFolder } from '../services/dataFolder.ts';
import { readCommandLine } from './commandLine.ts';
import { startWeb, type RunningWeb, type WebOptions } from './startWeb.ts';
import { openSystemBrowser } from './systemBrowser.ts';
import { webServices } from './webServices.ts';

/** The bundle lies in dist, beside the page and the resources. */
const DIST = __dirname;

const tellTrouble: WebOptions['onTrouble'] = (locale, error) => {
  const code = error instanceof TroubleError ? error.trouble.code : 'internal';
  process.stderr.write(`${say(locale, `notices.trouble.${code}.what`)} ${say(locale, `notices.trouble.${code}.next`)}\n`);
};

/** Ends with the person's interrupt, when everything is on disk; a second interrupt does not wait for that. */
function endOnInterrupt(web: RunningWeb): void {
  let closing = false;
  const end = (): void => {
    if (closing) process.exit(130);
    closing = true;
    web.close().then(() => process.exit(0), () => process.exit(1));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
}

async function main(): Promise<void> {
  const { port, openBrowser, locale, board } = readCommandLine(process.argv.slice(2), process.cwd());
  const data = dataFolder({ platform: process.platform, env: process.env, home: homedir() });
  const { makeServices, version } = webServices(DIST, data);
  const web = await startWeb({ pageFolder: join(DIST, 'renderer'), version, port, locale, board, makeServices, onTrouble: tellTrouble });
  endOnInterrupt(web);
  process.stdout.write(`Droomdoek: ${web.url}\n`);
  if (openBrowser) openSystemBrowser(web.url, process.platform);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
