import { app } from 'electron';
import { join } from 'node:path';
import { createServices, type Services } from '../services/createServices.ts';
import { createExports } from '../services/exports/createExports.ts';
import type { ShellCalls } from '../services/shellCalls.ts';
import type { AppFolders } from './appFolders.ts';

/** The services of the desktop app, in the main process. */
export function desktopServices({ data, dist }: AppFolders): (shellCalls: ShellCalls) => Promise<Services> {
  const version = app.getVersion();
  const exports = createExports({ workerFile: join(dist, 'exportWorker.cjs'), fontsFolder: join(dist, 'resources', 'fonts'), version });
  return (shellCalls) => createServices({ dataFolder: data, version, shellCalls, exports, phonePage: join(dist, 'renderer', 'phone') });
}
