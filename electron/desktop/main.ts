import { app } from 'electron';
import { settleFolders } from './appFolders.ts';
import { registerAppScheme } from './appProtocol.ts';
import { readCommandLine } from './commandLine.ts';
import { claimFileRequests } from './openFiles.ts';
import { goOnAfterFaults } from './quitSafely.ts';
import { secureApp } from './security.ts';
import { desktopServices } from './desktopServices.ts';
import { startDesktop } from './startDesktop.ts';

goOnAfterFaults();
const folders = settleFolders();
const commandLine = readCommandLine(process.argv.slice(1), process.cwd());
registerAppScheme();
secureApp();
const fileRequests = claimFileRequests(commandLine.board);
if (fileRequests) void app.whenReady().then(() => startDesktop({ folders, commandLine, fileRequests, makeServices: desktopServices(folders) }));
else app.quit();
