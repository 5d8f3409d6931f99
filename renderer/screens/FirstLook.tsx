import '../../shared/stamps/allDrawings.ts';
import { useEffect, useRef } from 'react';
import type { InkId, PageId } from '../../shared/base/ids.ts';
import { pagesOf } from '../../shared/board/board.ts';
import { marksOnPage } from '../../shared/board/buckets.ts';
import { hexOf } from '../../shared/board/palette.ts';
import type { PlainDocument } from '../../shared/contract/boards.ts';
import type { Ink } from '../../shared/ink/ink.ts';
import { decodeInk } from '../../shared/ink/inkCodec.ts';
import { canvas2dSurface } from '../../shared/paint/canvas2dSurface.ts';
import { paintNode } from '../../shared/paint/paintScene.ts';
import { markNode } from '../../shared/scene/markNode.ts';
import { thinStroke } from '../../shared/scene/thinStroke.ts';
import { DeskFrame } from '../panels/desk/DeskFrame.tsx';
import { fitted } from '../stage/camera.ts';
import { useWords } from '../words.ts';
import styles from './FirstLook.module.css';

/** So long is painted in a frame, ms. */
const STEP_MS = 12;

/** Paints the marks of a page a few at a time, the lowest first. The returned function stops it. */
function paintInSteps(canvas: HTMLCanvasElement, { board, inks: texts }: PlainDocument, page: PageId, pxPerUnit: number): () => void {
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) return () => undefined;
  context.fillStyle = hexOf('paper');
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.setTransform(pxPerUnit, 0, 0, pxPerUnit, 0, 0);
  const surface = canvas2dSurface(context, () => undefined);
  const inks = new Map<InkId, Ink>();
  const waiting = marksOnPage(board, page).values();
  let frame = 0;
  const step = (): void => {
    const untilMs = performance.now() + STEP_MS;
    for (const mark of waiting) {
      const text = mark.kind === 'stroke' ? texts[mark.ink] : undefined;
      if (mark.kind === 'stroke' && text !== undefined) inks.set(mark.ink, decodeInk(text));
      paintNode((mark.kind === 'stroke' ? thinStroke(mark, { board, inks }, pxPerUnit) : null) ?? markNode(mark, { board, inks }), surface);
      if (performance.now() < untilMs) continue;
      frame = requestAnimationFrame(step);
      return;
    }
  };
  step();
  return () => cancelAnimationFrame(frame);
}

export type FirstLookProps = {
  readonly document: PlainDocument;
  readonly drawingHand: 'right' | 'left';
  /** Whether the desk stands below already: then nothing but the sheet is shown, until its own tiles are painted. */
  readonly onDesk: boolean;
};

/** The first marks of a large board while the rest is read, where the desk will show them. */
export function FirstLook({ document, drawingHand, onDesk }: FirstLookProps) {
  const { t } = useWords();
  const place = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [page] = pagesOf(document.board);
  useEffect(() => {
    const box = place.current?.getBoundingClientRect();
    const target = canvas.current;
    if (!box || !target || !page) return undefined;
    const windowPx = { w: window.innerWidth, h: window.innerHeight };
    const { x, y, scale } = fitted({ x: 0, y: 0, ...page.size }, windowPx, { left: box.left, right: windowPx.w - box.right, top: box.top, bottom: windowPx.h - box.bottom });
    const ratio = window.devicePixelRatio || 1;
    const w = page.size.w * scale, h = page.size.h * scale;
    target.width = Math.round(w * ratio);
    target.height = Math.round(h * ratio);
    Object.assign(target.style, { left: `${-x * scale}px`, top: `${-y * scale}px`, width: `${w}px`, height: `${h}px` });
    return paintInSteps(target, document, page.id, scale * ratio);
  }, [document, page]);
  return (
    <div className={styles['look']} data-on-desk={onDesk} data-testid="first-look">
      {!onDesk && (
        <div className={styles['frame']}>
          <DeskFrame
            drawingHand={drawingHand} sheetRatio={page ? page.size.h / page.size.w : 1} panel={null} panelWidth="narrow"
            rail={null} foldedRail={null} underSheet={null} tray={null} notices={null} corner={null} catcher={<p className={styles['says']} role="status">{t('start.reading', { title: document.board.title })}</p>}
            sheet={<div ref={place} className={styles['place']} />} dock={<div className={styles['dock']} />}
          />
        </div>
      )}
      <canvas ref={canvas} className={styles['sheet']} aria-hidden="true" />
    </div>
  );
}
