import { app } from 'electron';
import { settleFolders } from './appFolders.ts';
import { registerAppScheme } from './appProtocol.ts';
import { readCommandLine } from './commandLine.ts';
import { desktopServices } from './desktopServices.ts';
import { endAfterFailedStart, goOnAfterFaults } from './faults.ts';
import { claimFileRequests } from './openFiles.ts';
import { secureApp } from './security.ts';
import { startDesktop } from './startDesktop.ts';
import { endOwnGestures } from './touchGestures.ts';

async function main(): Promise<void> {
  const folders = settleFolders();
  const commandLine = readCommandLine(process.argv.slice(1), process.cwd());
  registerAppScheme();
  secureApp();
  endOwnGestures(app.commandLine);
  const fileRequests = claimFileRequests(commandLine.board);
  if (!fileRequests) return app.quit();
  await app.whenReady();
  await startDesktop({ folders, commandLine, fileRequests, makeServices: desktopServices(folders) });
  goOnAfterFaults();
}

main().catch(endAfterFailedStart);
