import { useEffect, useRef } from 'react';
import type { PageId } from '../../../shared/base/ids.ts';
import type { Board } from '../../../shared/board/board.ts';
import type { DeskSession } from './deskSession.ts';

/** A small picture lags behind the hand by this much, ms: the pen goes first. */
const REST_MS = 700;

/** A small live picture of a page, painted by the tile worker when the board rests. */
export function PagePicture({ desk, page, widthPx, className }: { readonly desk: DeskSession; readonly page: PageId; readonly widthPx: number; readonly className?: string }) {
  const target = useRef<HTMLCanvasElement>(null);
  const size = desk.store.get().board.pages[page]?.size ?? { w: 4, h: 3 };
  const heightPx = Math.round((widthPx * size.h) / size.w);
  useEffect(() => {
    let timer = 0;
    let gone = false;
    let painted: Pick<Board, 'buckets' | 'layers'> | null = null;
    const paint = async (): Promise<void> => {
      timer = 0;
      const { board } = desk.store.get();
      const shown = board.pages[page];
      if (!shown || (painted?.buckets === board.buckets && painted.layers === board.layers)) return;
      painted = board;
      const ratio = window.devicePixelRatio || 1;
      const bitmap = await desk.canvas.picture({ page, box: { x: 0, y: 0, ...shown.size }, widthPx: widthPx * ratio, heightPx: heightPx * ratio, only: null, paper: 'board' });
      const context = gone ? null : target.current?.getContext('2d');
      context?.drawImage(bitmap, 0, 0, widthPx * ratio, heightPx * ratio);
      bitmap.close();
    };
    const later = (): void => {
      if (timer === 0) timer = window.setTimeout(() => void paint(), REST_MS);
    };
    void paint();
    const stop = desk.store.subscribe(later);
    return () => {
      gone = true;
      clearTimeout(timer);
      stop();
    };
  }, [desk, page, widthPx, heightPx]);
  const ratio = window.devicePixelRatio || 1;
  return <canvas ref={target} className={className} width={Math.round(widthPx * ratio)} height={Math.round(heightPx * ratio)} style={{ width: widthPx, height: heightPx, borderRadius: 3 }} aria-hidden="true" />;
}
