import '../../../shared/stamps/allDrawings.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { windowStart, type Asked } from '../windowStart.ts';
import { wordsAndFaces } from '../wordsAndFaces.ts';
import { RoomScreen } from './RoomScreen.tsx';

/** Shows the room's window. */
export async function showRoom(root: HTMLElement, asked: Asked): Promise<void> {
  const start = await windowStart(asked);
  await wordsAndFaces(start.settings);
  createRoot(root).render(<StrictMode><RoomScreen {...start} /></StrictMode>);
}
