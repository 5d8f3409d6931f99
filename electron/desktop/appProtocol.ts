import { protocol } from 'electron';
import { pageHeaders } from '../services/page/pageHeaders.ts';
import { readPageFile } from '../services/page/pageFile.ts';

/** Where the app's own pages live; the only origin that a window of the app ever has. */
export const APP_ORIGIN = 'app://droomdoek';

/** Makes `app:` a scheme with an origin, so that workers, fonts and fetch work in it. Before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }]);
}

/**
 * Answers addresses of `app://droomdoek/` with files of the built page.
 * @param folder `dist/renderer`
 */
export function serveApp(folder: string): void {
  // `protocol.handle` came with Electron 25; this one exists in every supported version.
  protocol.registerBufferProtocol('app', (request, answer) => {
    void readAddressed(folder, request.url).then((file) => {
      const headers = { ...pageHeaders() };
      if (file) answer({ statusCode: 200, mimeType: file.mime.split(';')[0] ?? file.mime, charset: 'utf-8', headers: { ...headers, 'Content-Type': file.mime }, data: file.bytes });
      else answer({ statusCode: 404, mimeType: 'text/plain', headers, data: Buffer.from('Not found') });
    });
  });
}

function readAddressed(folder: string, address: string): ReturnType<typeof readPageFile> {
  const url = new URL(address);
  return url.host === new URL(APP_ORIGIN).host ? readPageFile(folder, url.pathname) : Promise.resolve(null);
}
