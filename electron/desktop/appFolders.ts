import { app } from 'electron';
import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { dataFolder } from '../services/dataFolder.ts';

/** Folders of the running app, absolute. */
export type AppFolders = {
  /** Boards, settings, log: the same for every shell. */
  readonly data: string;
  /** The built page. */
  readonly page: string;
  /** The built app: bundles, page and resources. */
  readonly dist: string;
};

/** Settles where everything lies, and where Chromium keeps its own things. Before the app is ready. */
export function settleFolders(): AppFolders {
  const data = dataFolder({ platform: process.platform, env: process.env, home: homedir() });
  const chromium = join(data, 'window');
  mkdirSync(chromium, { recursive: true });
  app.setPath('userData', chromium);
  const dist = join(app.getAppPath(), 'dist');
  return { data, page: join(dist, 'renderer'), dist };
}
