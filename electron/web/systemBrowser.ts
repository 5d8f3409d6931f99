import { spawn } from 'node:child_process';

/**
 * Opens an address in the person's own browser; where that cannot be had, nothing happens, since the
 * address is printed as well.
 */
export function openSystemBrowser(url: string, platform: string): void {
  const [command, args] = openCommand(url, platform);
  const child = spawn(command, args, { stdio: 'ignore', detached: true });
  child.once('error', () => {});
  child.unref();
}

/** The command that opens an address on a platform (Node's names). */
export function openCommand(url: string, platform: string): readonly [string, readonly string[]] {
  switch (platform) {
    case 'darwin': return ['open', [url]];
    // `start` belongs to cmd, which would cut the address at an ampersand.
    case 'win32': return ['rundll32', ['url.dll,FileProtocolHandler', url]];
    default: return ['xdg-open', [url]];
  }
}
