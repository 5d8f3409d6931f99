import { app, session, type Session, type WebContents } from 'electron';
import { APP_ORIGIN } from './appProtocol.ts';

/** What a page may ask the system for, each with the reason; everything else is denied without a question. */
const PERMISSIONS: { readonly [permission: string]: string } = {
  'clipboard-sanitized-write': 'copying the text twin and the voting results',
  fullscreen: 'the desk may fill its screen',
};

/** Addresses that a page may load from at all: the app itself and what it made in memory. */
const SCHEMES: ReadonlySet<string> = new Set(['app:', 'blob:', 'data:', 'devtools:']);

/** Closes every way out of a window, for all windows there will ever be. Before the app is ready. */
export function secureApp(): void {
  // It would override a person who starts without the sandbox, as root has to; windows ask for it themselves as well.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  app.on('web-contents-created', (_event, contents) => { secureContents(contents); });
}

function secureContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (event, address) => { if (!isAppPage(address)) event.preventDefault(); });
  contents.on('will-redirect', (event) => { event.preventDefault(); });
  contents.on('will-attach-webview', (event) => { event.preventDefault(); });
}

/** Whether an address is one of the app's own pages. */
export function isAppPage(address: string): boolean {
  return address === `${APP_ORIGIN}/index.html` || address.startsWith(`${APP_ORIGIN}/index.html?`) || address.startsWith(`${APP_ORIGIN}/index.html#`);
}

/** Denies permissions, devices, downloads and everything that is not the app's own. When the app is ready. */
export function secureSession(target: Session = session.defaultSession): void {
  const allowed = (permission: string): boolean => Object.hasOwn(PERMISSIONS, permission);
  target.setPermissionRequestHandler((_contents, permission, decide) => { decide(allowed(permission)); });
  target.setPermissionCheckHandler((_contents, permission) => allowed(permission));
  target.setDevicePermissionHandler(() => false);
  target.on('will-download', (event) => { event.preventDefault(); });
  // The policy in the headers forbids this already; a page that lost its headers would still get nowhere.
  target.webRequest.onBeforeRequest(({ url }, decide) => { decide({ cancel: !SCHEMES.has(new URL(url).protocol) }); });
}
