/** From the root or a drive of this machine: no server's folder, and none of the system's names for devices. */
const OWN_DISKS = { windows: /^[A-Za-z]:[\\/](?![\\/])/, others: /^\/(?!\/)/ } as const;

/**
 * The path of a board file that a person gave a window, as the preload says it.
 * @returns null when it is not the whole path of a `.doek` file on a disk of this machine
 */
export function droppedPath(said: unknown, platform: NodeJS.Platform): string | null {
  if (typeof said !== 'string' || said.includes('\0') || !/\.doek$/i.test(said)) return null;
  return OWN_DISKS[platform === 'win32' ? 'windows' : 'others'].test(said) ? said : null;
}
