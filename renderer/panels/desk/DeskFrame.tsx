import { PanelLeft, Palette } from 'lucide-react';
import { useEffect, useRef, useState, type CSSProperties, type ReactNode } from 'react';
import { useWords } from '../../words.ts';
import { RAIL_FOLDS_PX, TRAY_FOLDS_PX } from './deskLayout.ts';
import styles from './DeskFrame.module.css';

export type DeskFrameProps = {
  readonly drawingHand: 'right' | 'left';
  readonly rail: ReactNode;
  /** What still shows of the rail when it is folded: whether the work is safe, what the room sees. */
  readonly foldedRail: ReactNode;
  /** Fills the place of the sheet; it is as large as what the rest leaves. */
  readonly sheet: ReactNode;
  /** Height of the sheet as a share of its width. */
  readonly sheetRatio: number;
  /** What the room sees, large: it stands under the sheet while a wide panel is open. */
  readonly underSheet: ReactNode;
  readonly tray: ReactNode;
  readonly dock: ReactNode;
  readonly catcher: ReactNode;
  readonly corner: ReactNode;
  /**
   * A side panel at the drawing hand, null when none is open. A narrow one and a picker lie over the sheet's edge; a wide one takes the
   * place of tray and dock, and the sheet makes room for it.
   */
  readonly panel: ReactNode;
  readonly panelWidth: 'narrow' | 'picker' | 'wide';
  /** Quiet messages, above the catcher and beside the sheet's foot. */
  readonly notices: ReactNode;
};

/** Width of an element, kept up to date. */
function useWidth(): readonly [number, (element: HTMLElement | null) => void] {
  const [width, setWidth] = useState(Infinity);
  const [element, setElement] = useState<HTMLElement | null>(null);
  useEffect(() => {
    if (!element) return undefined;
    const watch = new ResizeObserver(([entry]) => { if (entry) setWidth(entry.contentRect.width); });
    watch.observe(element);
    return () => watch.disconnect();
  }, [element]);
  return [width, setElement];
}

/** The desk's layout: rail, sheet, tray and dock beside each other, the word catcher under the sheet; mirrored for the left hand. */
export function DeskFrame({ drawingHand, rail, foldedRail, sheet, sheetRatio, underSheet, tray, dock, catcher, corner, panel, panelWidth, notices }: DeskFrameProps) {
  const { t } = useWords();
  const [width, measure] = useWidth();
  const [unfolded, setUnfolded] = useState<'rail' | 'tray' | null>(null);
  const unfold = useRef<HTMLButtonElement | null>(null);
  const railFolds = width < RAIL_FOLDS_PX;
  const trayFolds = width < TRAY_FOLDS_PX;
  const toggle = (part: 'rail' | 'tray'): void => setUnfolded(unfolded === part ? null : part);
  const railShown = !railFolds || unfolded === 'rail';
  const beside = panel !== null && panelWidth === 'wide' && !railFolds;
  const trayShown = tray !== null && (!trayFolds || unfolded === 'tray');
  return (
    <div
      ref={measure}
      className={styles.desk}
      data-hand={drawingHand}
      data-rail={railFolds ? 'folded' : 'open'}
      data-panel={beside ? 'beside' : 'over'}
      style={{ '--sheet-ratio': sheetRatio } as CSSProperties}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || unfolded === null || event.defaultPrevented) return;
        setUnfolded(null);
        unfold.current?.focus();
      }}
    >
      <div className={styles.rail}>
        {railFolds && (
          <button ref={unfold} type="button" className={styles.unfold} aria-label={t('desk.openRail')} aria-expanded={railShown} onClick={() => toggle('rail')}>
            <PanelLeft size={22} strokeWidth={1.8} aria-hidden />
          </button>
        )}
        {railFolds && foldedRail}
        {railShown && <div className={railFolds ? styles.overlay : styles.inline}>{rail}</div>}
      </div>
      <main className={styles.sheet} aria-label={t('desk.sheet')}>
        <div className={styles.sheetPlace}>{sheet}</div>
        {beside && <div className={styles.underSheet}>{underSheet}</div>}
      </main>
      <div className={styles.catcher}>{catcher}</div>
      <div className={styles.notices}>{notices}</div>
      {!beside && (
        <>
          <div className={styles.tray} data-behind={panel !== null}>
            {trayShown && <div className={trayFolds ? styles.trayOverlay : styles.inline}>{tray}</div>}
          </div>
          <div className={styles.dock}>
            {dock}
            {trayFolds && tray !== null && (
              <button type="button" className={styles.unfold} aria-label={t('tray.colours')} aria-expanded={trayShown} onClick={() => toggle('tray')}>
                <Palette size={22} strokeWidth={1.8} aria-hidden />
              </button>
            )}
          </div>
          <div className={styles.corner}>{corner}</div>
        </>
      )}
      {panel !== null && <div className={styles.panel} data-width={panelWidth}>{panel}</div>}
    </div>
  );
}
