import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { createExports } from '../../electron/services/exports/createExports.ts';
import type { ExportRequest } from '../../shared/contract/exportRequest.ts';
import { cardsPage, handwrittenPage } from './heavyBoards.ts';

/** What the process is told, as JSON. `cancelAt` is the share of the work at which somebody cancels. */
export type ExportLoad = {
  readonly workerFile: string;
  readonly fontsFolder: string;
  /** An empty folder of its own. */
  readonly folder: string;
  readonly strokes?: number;
  readonly cards?: number;
  readonly request: Pick<ExportRequest, 'format' | 'paper' | 'dpi'>;
  readonly cancelAt?: number;
  /** How long its threads have to get ready before it starts, ms: in the app the dialog gives them that. */
  readonly readyMs?: number;
};

/** What it says as JSON. Times in ms, `stalledMs` is the longest that the process itself heard nothing, `left` what stands in the folder. */
export type ExportLoadEnd = {
  readonly state: string;
  readonly ms: number;
  readonly cpuS: number;
  readonly fileMB: number;
  readonly peakMB: number;
  readonly stalledMs: number;
  readonly cancelMs: number | null;
  readonly left: readonly string[];
};

/** The most memory that this process with all its threads has held at a time (`VmHWM`, proc(5)). */
const peakMB = (): number => Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? NaN) / 1024;

const BEFORE = 'what was there before';

/** A process that makes one large export, as the app does, and says what it took. */
async function exportLoad({ workerFile, fontsFolder, folder, strokes, cards, request, cancelAt, readyMs = 0 }: ExportLoad): Promise<ExportLoadEnd> {
  const document = cards === undefined ? handwrittenPage(strokes ?? 5000) : cardsPage(cards);
  const exports = createExports({ workerFile, fontsFolder, version: '0' });
  const target = join(folder, `out.${request.format}`);
  if (cancelAt !== undefined) writeFileSync(target, BEFORE);
  exports.prepare(request.format);
  await sleep(readyMs);
  const lag = monitorEventLoopDelay({ resolution: 5 });
  lag.enable();
  const cpuBefore = process.cpuUsage();
  const beganMs = performance.now();
  let cancelledMs: number | null = null;
  const running = exports.start({
    document, readAsset: () => Promise.resolve(null), target,
    request: { content: { kind: 'board' }, pages: 'all', orientation: 'auto', margins: 'usual', background: 'paper', tile: null, publicVersion: false, charter: false, svgText: 'text', locale: 'nl', ...request },
    onProgress(progress) {
      if (cancelAt === undefined || cancelledMs !== null || progress.state !== 'running' || progress.share < cancelAt) return;
      cancelledMs = performance.now();
      // Told of the very first step it has no name yet.
      setImmediate(() => running.cancel());
    },
  });
  const end = await running.done;
  const endedMs = performance.now();
  const { user, system } = process.cpuUsage(cpuBefore);
  lag.disable();
  const untouched = cancelAt !== undefined && readFileSync(target, 'utf8') === BEFORE;
  const left = readdirSync(folder).map((name) => (untouched && name === `out.${request.format}` ? 'before' : name));
  const fileMB = end.state === 'done' ? statSync(target).size / 1e6 : 0;
  const peak = peakMB();
  await exports.close();
  return { state: end.state, ms: endedMs - beganMs, cpuS: (user + system) / 1e6, fileMB, peakMB: peak, stalledMs: lag.max / 1e6, cancelMs: cancelledMs === null ? null : endedMs - cancelledMs, left };
}

void exportLoad(JSON.parse(process.argv[2] ?? '{}') as ExportLoad).then((end) => process.stdout.write(JSON.stringify(end)));
