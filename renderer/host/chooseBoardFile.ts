import type { BoardId } from '../../shared/base/ids.ts';
import type { Host } from '../../shared/contract/contract.ts';
import type { ConnectedHost } from './connectedHost.ts';
import type { Result } from '../../shared/contract/trouble.ts';
import { base64Of } from './fileBytes.ts';
import { keptToken } from './pageToken.ts';
import { OPENING_HEADER, UPLOAD_PATH, TOKEN_HEADER, type Uploaded } from '../../shared/contract/socketMessages.ts';
import { LINE_LOST } from './lostLine.ts';
import { takenFiles } from './takenFiles.ts';

/** A host that may take an opened board at once. */
type Receiving = Host & Pick<ConnectedHost, 'keepOpened'>;
type Chosen = Result<{ readonly board: BoardId } | null>;

/** What a file is chosen for: its board is opened in this window next, or only read. */
export type ChosenFor = 'opening' | 'reading';

/**
 * Takes a `.doek` file in that the page has got: dropped on it, or chosen in its file field. In the desktop app it is opened
 * where it lies, as with the system's dialog: its bytes need not go through the page, and the board keeps to it.
 */
export async function importBoardFile(host: Receiving, file: File, chosenFor: ChosenFor): Promise<Chosen> {
  if (!window.droomdoek) return takenFiles.follow((name) => uploadBoardFile(host, file, chosenFor === 'opening' ? name : null));
  const opened = (await window.droomdoek.openDropped(file)) as Chosen | null;
  if (opened) return opened;
  return host.call('boards.importFile', { name: file.name, base64: await base64Of(file) });
}

/** To the server that the page came from the file goes as it is: as text on the socket it would be read four times. @param opening what it is called while it is opened, null when it is only read */
async function uploadBoardFile(host: Receiving, file: File, opening: string | null): Promise<Chosen> {
  const headers = { [TOKEN_HEADER]: keptToken(window.sessionStorage), 'Content-Type': 'application/octet-stream', ...(opening === null ? {} : { [OPENING_HEADER]: opening }) };
  const answer = await fetch(new URL(UPLOAD_PATH, window.location.href), { method: 'POST', headers, body: file }).catch(() => null);
  // A file that cannot be read, or a server that is gone.
  if (!answer) return { ok: false, trouble: (await file.slice(0, 1).arrayBuffer().then(() => LINE_LOST, () => ({ code: 'file.unreadable', detail: file.name }) as const)) };
  if (!answer.ok) return { ok: false, trouble: { code: 'internal', detail: String(answer.status) } };
  const taken = (await answer.json().catch(() => null)) as Uploaded | null;
  if (!taken) return { ok: false, trouble: LINE_LOST };
  if (taken.ok && taken.value.opened) host.keepOpened?.(taken.value.opened);
  return taken.ok ? { ok: true, value: { board: taken.value.board } } : taken;
}

/**
 * A file field that nobody sees; null when the person cancelled.
 * @param ending of the files that are offered, with its dot
 */
export function askForFile(ending: string): Promise<File | null> {
  return new Promise((resolve) => {
    const field = document.createElement('input');
    field.type = 'file';
    field.accept = ending;
    field.addEventListener('change', () => resolve(field.files?.[0] ?? null));
    field.addEventListener('cancel', () => resolve(null));
    field.click();
  });
}

/** Lets the person choose a board file: with the system's dialog on the desktop, with the page's own field in a browser. */
export async function chooseBoardFile(host: Receiving, chosenFor: ChosenFor): Promise<Chosen> {
  const info = await host.call('app.info', {});
  if (!info.ok) return info;
  if (info.value.shell === 'desktop') return host.call('boards.chooseFile', { opens: chosenFor === 'opening' });
  const file = await askForFile('.doek');
  return file ? importBoardFile(host, file, chosenFor) : { ok: true, value: null };
}
