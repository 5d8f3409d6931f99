import { useEffect } from 'react';
import { pagesOf } from '../../../shared/board/board.ts';
import { base64Of } from '../../host/fileBytes.ts';
import type { DeskSession } from './deskSession.ts';

/** After this much rest the start screen's picture of the board is made anew, ms. */
const REST_MS = 4000;
/** The first picture waits for the board to be shown, ms. */
const FIRST_MS = 1200;
const WIDTH_PX = 960;

/** Keeps the picture of the board for the start screen: the page in view when it last rested. */
export function useThumbnail(desk: DeskSession): void {
  useEffect(() => {
    let timer = 0;
    const make = async (): Promise<void> => {
      const { board } = desk.store.get();
      const page = board.pages[desk.desk.getState().page] ?? pagesOf(board)[0];
      if (!page) return;
      const heightPx = Math.round((WIDTH_PX * page.size.h) / page.size.w);
      const bitmap = await desk.canvas.picture({ page: page.id, box: { x: 0, y: 0, ...page.size }, widthPx: WIDTH_PX, heightPx, only: null, paper: 'board' });
      const canvas = new OffscreenCanvas(WIDTH_PX, heightPx);
      canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
      bitmap.close();
      await desk.host.call('boards.setThumbnail', { board: desk.store.id, png: await base64Of(await canvas.convertToBlob({ type: 'image/png' })) });
    };
    const later = (): void => {
      clearTimeout(timer);
      timer = window.setTimeout(() => void make(), REST_MS);
    };
    timer = window.setTimeout(() => void make(), FIRST_MS);
    const stops = [desk.store.subscribe(later), desk.desk.subscribe((state, before) => { if (state.page !== before.page) later(); })];
    return () => {
      clearTimeout(timer);
      for (const stop of stops) stop();
    };
  }, [desk]);
}
