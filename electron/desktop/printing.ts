import { BrowserWindow, type WebContents } from 'electron';
import { open, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import type { ExportProgress } from '../../shared/contract/exportRequest.ts';
import type { Size } from '../../shared/geometry/box.ts';
import type { Trouble } from '../../shared/contract/trouble.ts';
import { isPrint, removePrint, removePrints } from '../services/exports/printFolder.ts';

/** Sheets on their way to a printer. */
export type Printing = {
  /** Removes whatever page lies there to be printed: when the app starts, before anything is printed, and when it ends. */
  readonly tidy: () => Promise<void>;
  /**
   * Takes news of an export whose page is to be printed: when it is there the system's dialog opens, and how that ends is
   * told instead. Gives false for every other export.
   */
  readonly takes: (progress: ExportProgress) => boolean;
  /** Gives up a page that is being printed, and closes its dialog. */
  readonly cancel: (job: string) => void;
};

export type PrintingParts = {
  readonly desk: () => BrowserWindow;
  readonly tell: (progress: ExportProgress) => void;
  /** Told how each print ended, before the windows are. */
  readonly ended: (job: string, isPrinted: boolean) => Promise<void>;
  readonly dataFolder: string;
  readonly env: { readonly [name: string]: string | undefined };
};

/** How a print ended. `cancelled` is a person who closed the dialog. */
type PrintEnd = 'done' | 'cancelled' | Trouble;

/** A thousandth of a millimetre, as Electron measures paper. */
const MICRONS_PER_MM = 1000;

/** The paper that a page for the printer names in its head (`printPages.ts`), mm. @throws when it names none */
async function paperOf(path: string): Promise<Size> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2000), 0, 2000, 0);
    const size = /@page\{size:([\d.]+)mm ([\d.]+)mm/.exec(buffer.toString('latin1', 0, bytesRead));
    if (!size) throw new Error('no paper');
    return { w: Number(size[1]), h: Number(size[2]) };
  } finally {
    await file.close();
  }
}

/** What the system's reason means; its words differ between versions and systems. */
function endFor(isPrinted: boolean, reason: string): PrintEnd {
  if (isPrinted) return 'done';
  if (/cancel/i.test(reason)) return 'cancelled';
  return { code: /no .*printers/i.test(reason) ? 'print.noPrinter' : 'print.failed', detail: reason };
}

/**
 * Opens the system's dialog with the paper of the sheets; it ends with the dialog.
 * @param printer prints there without asking
 */
function askSystem(contents: WebContents, paper: Size, printer: string | undefined): Promise<PrintEnd> {
  // Printers know papers upright, and how they lie apart from that.
  const pageSize = { width: Math.round(Math.min(paper.w, paper.h) * MICRONS_PER_MM), height: Math.round(Math.max(paper.w, paper.h) * MICRONS_PER_MM) };
  return new Promise((resolve) => {
    contents.print(
      { silent: printer !== undefined, ...(printer === undefined ? {} : { deviceName: printer }), printBackground: true, margins: { marginType: 'none' }, landscape: paper.w > paper.h, pageSize },
      (isPrinted, reason) => { resolve(endFor(isPrinted, reason)); },
    );
  });
}

/** @param env with `DROOMDOEK_TEST=1` the page becomes the PDF named in `DROOMDOEK_TEST_PRINT_PATH`, or goes to the printer named in `DROOMDOEK_TEST_PRINTER` without a dialog */
export function createPrinting({ desk, tell, ended, dataFolder, env }: PrintingParts): Printing {
  const windows = new Map<string, BrowserWindow>();
  const inTest = env['DROOMDOEK_TEST'] === '1';

  async function print(job: string, path: string): Promise<void> {
    const told = await openAndPrint(job, path).catch((error: unknown): Trouble => ({ code: 'print.failed', detail: error instanceof Error ? error.message : '' }));
    const window = windows.get(job);
    windows.delete(job);
    // A window that went before its time did so because nobody wants the print any longer.
    const end = told !== 'done' && window?.isDestroyed() ? 'cancelled' : told;
    if (window && !window.isDestroyed()) window.destroy();
    await removePrint(path).catch(() => undefined);
    await ended(job, end === 'done').catch(() => undefined);
    if (end === 'done') tell({ job, state: 'done', path: null, url: null, toPrint: true });
    else if (end === 'cancelled') tell({ job, state: 'cancelled' });
    else tell({ job, state: 'failed', trouble: end });
  }

  async function openAndPrint(job: string, path: string): Promise<PrintEnd> {
    // A session for each page, since what one page may reach is said to the whole session.
    const window = new BrowserWindow({ parent: desk(), show: false, webPreferences: { partition: `print-${job}`, sandbox: true, contextIsolation: true, nodeIntegration: false, javascript: false, spellcheck: false } });
    windows.set(job, window);
    // The system says nothing of a dialog whose window is gone.
    const closed = new Promise<PrintEnd>((resolve) => { window.once('closed', () => { resolve('cancelled'); }); });
    return Promise.race([closed, printIn(window, path)]);
  }

  async function printIn(window: BrowserWindow, path: string): Promise<PrintEnd> {
    const url = pathToFileURL(path).href;
    window.webContents.session.webRequest.onBeforeRequest((request, decide) => { decide({ cancel: request.url !== url && !request.url.startsWith('data:') }); });
    await window.loadURL(url);
    const toFile = inTest ? env['DROOMDOEK_TEST_PRINT_PATH'] : undefined;
    if (toFile !== undefined) {
      await writeFile(toFile, await window.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true }));
      return 'done';
    }
    return askSystem(window.webContents, await paperOf(path), inTest ? env['DROOMDOEK_TEST_PRINTER'] : undefined);
  }

  return {
    tidy: () => removePrints(dataFolder).catch(() => undefined),
    takes: (progress) => {
      if (progress.state !== 'done' || progress.path === null || !isPrint(dataFolder, progress.path)) return false;
      void print(progress.job, progress.path);
      return true;
    },
    cancel: (job) => {
      const window = windows.get(job);
      if (window && !window.isDestroyed()) window.destroy();
    },
  };
}
