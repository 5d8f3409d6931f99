import { chooseBoardFile } from '../host/chooseBoardFile.ts';
import { fetchDownload } from '../host/fetchDownload.ts';
import type { DeskSession } from '../screens/board/deskSession.ts';
import { always, onceEach, type Action } from './action.ts';

/** Writes the board as a `.doek` file where the user wants it; the app keeps that file up to date from then on. */
async function saveAs(desk: DeskSession): Promise<void> {
  await desk.store.settled();
  const saved = await desk.host.call('boards.saveAs', { board: desk.store.id });
  if (!saved.ok) desk.notices.tell(saved.trouble);
  else if (saved.value?.url) fetchDownload(saved.value.url);
}

/** Opens another board file instead of this one, which is saved and closed. */
async function openFile(desk: DeskSession): Promise<void> {
  const chosen = await chooseBoardFile(desk.host, 'opening');
  if (!chosen.ok) desk.notices.tell(chosen.trouble);
  else if (chosen.value) desk.openBoard(chosen.value.board);
}

/** The board as a whole. */
export const boardActions: readonly Action[] = onceEach([
  { id: 'board.new', label: 'actions.board.new', shortcuts: [{ key: 'n', mod: true }], enabled: always, run: (desk) => desk.leave() },
  { id: 'board.open', label: 'actions.board.open', shortcuts: [{ key: 'o', mod: true }], enabled: always, run: (desk) => void openFile(desk) },
  { id: 'board.saveAs', label: 'actions.board.saveAs', shortcuts: [{ key: 's', mod: true }], enabled: always, run: (desk) => void saveAs(desk) },
  {
    id: 'board.secondCopy', label: 'actions.board.secondCopy', shortcuts: [], enabled: always,
    run: (desk) => void desk.host.call('boards.chooseSecondCopy', { off: false }).then((result) => { if (!result.ok) desk.notices.tell(result.trouble); }),
  },
  { id: 'board.close', label: 'actions.board.close', shortcuts: [{ key: 'w', mod: true }], enabled: always, run: (desk) => desk.leave() },
  {
    id: 'app.language', label: 'actions.app.language', shortcuts: [], enabled: always,
    run: (desk) => desk.settings.change({ locale: desk.settings.getState().locale === 'nl' ? 'en' : 'nl' }),
  },
]);
