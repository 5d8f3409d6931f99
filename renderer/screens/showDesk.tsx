import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { DeskApp } from './DeskApp.tsx';
import type { DeskStart } from './firstSheet.ts';
import { createBoardPictures } from './start/boardPictures.ts';
import { wordsAndFaces } from './wordsAndFaces.ts';

/** Shows the desk's window: the screen around the board that stands already, or the start screen. */
export async function showDesk(root: HTMLElement, start: DeskStart): Promise<void> {
  await wordsAndFaces(start.settings);
  createRoot(root).render(<StrictMode><DeskApp {...start} pictures={createBoardPictures(start.host)} /></StrictMode>);
}
