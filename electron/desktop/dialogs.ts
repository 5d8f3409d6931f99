import { dialog, type BrowserWindow } from 'electron';
import { basename, join } from 'node:path';
import type { Locale } from '../../shared/board/board.ts';
import { TroubleError } from '../../shared/contract/trouble.ts';
import { say } from '../../shared/strings/say.ts';

/** The system's dialogs, always above the desk and never in the room. Null when the person cancelled. */
export type Dialogs = {
  readonly chooseBoard: () => Promise<string | null>;
  /** @param name the proposed file name; its extension is the only one that is offered */
  readonly chooseSave: (name: string) => Promise<string | null>;
  readonly chooseFolder: () => Promise<string | null>;
};

/** @param env with `DROOMDOEK_TEST=1` the path in `DROOMDOEK_TEST_DIALOG_PATH` is chosen, since no test can press a dialog of the system */
export function createDialogs(desk: () => BrowserWindow, env: { readonly [name: string]: string | undefined }): Dialogs {
  const answered = env['DROOMDOEK_TEST'] === '1' ? env['DROOMDOEK_TEST_DIALOG_PATH'] : undefined;
  return answered === undefined ? systemDialogs(desk) : answeredDialogs(answered);
}

function systemDialogs(desk: () => BrowserWindow): Dialogs {
  const open = async (options: Electron.OpenDialogOptions): Promise<string | null> => {
    const { filePaths } = await dialog.showOpenDialog(desk(), options);
    return filePaths[0] ?? null;
  };
  return {
    chooseBoard: () => open({ properties: ['openFile'], filters: [{ name: 'Droomdoek', extensions: ['doek'] }] }),
    chooseFolder: () => open({ properties: ['openDirectory', 'createDirectory'] }),
    chooseSave: async (name) => {
      const extension = name.slice(name.lastIndexOf('.') + 1);
      const { filePath } = await dialog.showSaveDialog(desk(), { defaultPath: name, filters: [{ name: extension.toUpperCase(), extensions: [extension] }], properties: ['showOverwriteConfirmation'] });
      if (!filePath) return null;
      return filePath.toLowerCase().endsWith(`.${extension}`) ? filePath : `${filePath}.${extension}`;
    },
  };
}

/** @param path a folder (ending in a slash) stands for every name in it; an empty text for a person who cancels */
function answeredDialogs(path: string): Dialogs {
  const chosen = path === '' ? null : path;
  const named = (name: string): string | null => (chosen?.endsWith('/') ? join(chosen, basename(name)) : chosen);
  return {
    chooseBoard: () => Promise.resolve(chosen),
    chooseFolder: () => Promise.resolve(chosen),
    chooseSave: (name) => Promise.resolve(named(name)),
  };
}

/** Says why a file that was asked for from outside the app does not open; nothing has changed then. */
export function showTrouble(desk: BrowserWindow | null, locale: Locale, path: string, error: unknown): void {
  const code = error instanceof TroubleError ? error.trouble.code : 'internal';
  const options = { type: 'warning' as const, message: say(locale, `notices.trouble.${code}.what`), detail: `${basename(path)}\n\n${say(locale, `notices.trouble.${code}.next`)}` };
  void (desk ? dialog.showMessageBox(desk, options) : dialog.showMessageBox(options));
}
