import { useEffect, useRef } from 'react';
import type { InkId, PageId } from '../../shared/base/ids.ts';
import type { PlainDocument } from '../../shared/contract/boards.ts';
import { hexOf } from '../../shared/board/palette.ts';
import type { Ink } from '../../shared/ink/ink.ts';
import { decodeInk } from '../../shared/ink/inkCodec.ts';
import { canvas2dSurface } from '../../shared/paint/canvas2dSurface.ts';
import { paintScene } from '../../shared/paint/paintScene.ts';
import { pageScene } from '../../shared/scene/pageScene.ts';

/** A small picture of a page of a document that is not open, painted by the one painter; it fills the width it gets. */
export function Miniature({ document, page }: { readonly document: PlainDocument; readonly page: PageId }) {
  const target = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const canvas = target.current;
    const size = document.board.pages[page]?.size;
    const context = canvas?.getContext('2d');
    if (!canvas || !size || !context) return;
    const widthPx = Math.round((canvas.clientWidth || 180) * (window.devicePixelRatio || 1));
    canvas.width = widthPx;
    canvas.height = Math.round((widthPx * size.h) / size.w);
    context.fillStyle = hexOf('paper');
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.setTransform(widthPx / size.w, 0, 0, widthPx / size.w, 0, 0);
    const inks = new Map<InkId, Ink>(Object.entries(document.inks).map(([id, text]) => [id as InkId, decodeInk(text as string)]));
    paintScene(pageScene({ board: document.board, inks }, page, { print: true }), canvas2dSurface(context, () => undefined));
  }, [document, page]);
  return <canvas ref={target} aria-hidden="true" style={{ width: '100%', height: '100%', display: 'block' }} />;
}
