import { join } from 'node:path';

/** What decides where a person's boards lie. */
export type Surroundings = {
  readonly platform: string;
  readonly env: { readonly [name: string]: string | undefined };
  /** The person's home folder, absolute. */
  readonly home: string;
};

/**
 * The folder of working copies, settings and log, the same for every shell, so that a board that was begun
 * in one is there in the other. On Windows always the local profile: a roaming one is copied over the
 * network at each log-in, and would be torn by it. `DROOMDOEK_DATA` overrides.
 */
export function dataFolder({ platform, env, home }: Surroundings): string {
  const given = env['DROOMDOEK_DATA'];
  if (given) return given;
  switch (platform) {
    case 'win32': return join(env['LOCALAPPDATA'] || join(home, 'AppData', 'Local'), 'Droomdoek');
    case 'darwin': return join(home, 'Library', 'Application Support', 'Droomdoek');
    // https://specifications.freedesktop.org/basedir-spec: user-specific data files.
    default: return join(env['XDG_DATA_HOME'] || join(home, '.local', 'share'), 'droomdoek');
  }
}
