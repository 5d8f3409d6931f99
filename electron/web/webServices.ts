import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createServices, type Services } from '../services/createServices.ts';
import { createExports } from '../services/exports/createExports.ts';
import type { ShellCalls } from '../services/shellCalls.ts';

export type WebServiceMaker = { readonly version: string; readonly makeServices: (shellCalls: ShellCalls) => Promise<Services> };

/**
 * The services of the browser shell, in its own process.
 * @param dist folder of the built app; package.json lies above it
 * @param dataFolder see `dataFolder.ts`
 */
export function webServices(dist: string, dataFolder: string): WebServiceMaker {
  const { version } = JSON.parse(readFileSync(join(dist, '..', 'package.json'), 'utf8')) as { version: string };
  const exports = createExports({ workerFile: join(dist, 'exportWorker.cjs'), fontsFolder: join(dist, 'resources', 'fonts'), version });
  return { version, makeServices: (shellCalls) => createServices({ dataFolder, version, shellCalls, exports, phonePage: join(dist, 'renderer', 'phone') }) };
}
