import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { bundleProcess } from './drawingProcess.ts';
import type { CrowdOrder, CrowdReport } from './phoneCrowd.ts';

const run = promisify(execFile);

/** Bundles `crowdProcess.ts` to one file. */
export async function bundleCrowd(file: string): Promise<void> {
  await bundleProcess('crowdProcess', file);
}

/** Sends a crowd of phones to a door from a process of its own; rejects with what it complained of. */
export async function sendCrowd(bundle: string, order: CrowdOrder): Promise<CrowdReport> {
  const { stdout } = await run(process.execPath, [bundle, JSON.stringify(order)], { maxBuffer: 64 * 1024 * 1024 });
  return JSON.parse(stdout) as CrowdReport;
}
