import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { FirstBoard } from '../host/firstBoard.ts';
import { DeskApp } from './DeskApp.tsx';
import { startWindow, type Asked } from './windowStart.ts';

/** Shows the desk's window: the board that was asked for already, or the start screen. */
export async function showDesk(root: HTMLElement, asked: Asked, board: Promise<FirstBoard | null>): Promise<void> {
  const [start, first] = await Promise.all([startWindow(asked), board]);
  createRoot(root).render(<StrictMode><DeskApp {...start} firstBoard={first} /></StrictMode>);
}
