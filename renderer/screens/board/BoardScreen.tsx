import { useCallback, useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore, type RefObject } from 'react';
import { roomOf } from '../../../shared/contract/room.ts';
import type { Size } from '../../../shared/geometry/box.ts';
import { useStore } from 'zustand';
import { DeskFrame } from '../../panels/desk/DeskFrame.tsx';
import { BoardStage } from '../../stage/BoardStage.tsx';
import { toScreen } from '../../stage/camera.ts';
import type { HandleAt } from '../../stage/HandleStage.tsx';
import { DeskDue, DeskExport, DeskHandles, DeskPanels, DeskPlayback, DeskSigning, DeskUntold, LATE_PARTS } from './deskParts.ts';
import type { DeskSession } from './deskSession.ts';
import { fetchWhileIdle } from './fetchWhileIdle.ts';
import { DeskDock } from './DeskDock.tsx';
import { followIdeas } from './followIdeas.ts';
import { followVote } from './followVote.ts';
import { handOnScreen } from './handOnScreen.ts';
import { coversDesk, deskPanelWidth } from './sidePanel.ts';
import { useClipboard } from './useClipboard.ts';
import { useDeskKeys } from './useDeskKeys.ts';
import { useFurniture } from './useFurniture.ts';
import { useThumbnail } from './useThumbnail.ts';
import { useRoomLink } from './useRoomLink.ts';
import { DeskMenu } from './DeskMenu.tsx';
import styles from './BoardScreen.module.css';

/** Height of the page in view as a share of its width. */
function useSheetRatio(desk: DeskSession): number {
  const page = useStore(desk.desk, (state) => state.page);
  return useSyncExternalStore(desk.store.subscribe, () => {
    const size = desk.store.get().board.pages[page]?.size;
    return size ? size.h / size.w : 1;
  });
}

/** What lies on the desk alone again keeps the ground of its words for so long, ms. */
const UNCOVERED_AFTER_MS = 350;

/** Says on the element whether the sheet lies under what stands beside it: words on the desk then need a ground of their own. */
function useCovered(desk: DeskSession, over: RefObject<HTMLDivElement | null>): void {
  useEffect(() => {
    // Told only when it changes: a pan asks at every frame. The ground goes a moment later than it comes, for at the edge a pan would lay it out again and again.
    let told: boolean | null = null;
    let timer = 0;
    const isCovered = (size: Size): boolean => {
      const view = desk.canvas.camera.get();
      const { left, top, right, bottom } = desk.insets();
      const a = toScreen(view, { x: 0, y: 0 }), b = toScreen(view, { x: size.w, y: size.h });
      return a.x < left - 6 || a.y < top - 6 || b.x > window.innerWidth - right + 6 || b.y > window.innerHeight - bottom + 6;
    };
    const tell = (isLate: boolean): void => {
      const size = desk.store.get().board.pages[desk.desk.getState().page]?.size;
      if (!over.current || !size) return;
      const covered = isCovered(size);
      if (covered === told) return;
      if (!covered && told !== null && !isLate) {
        timer ||= window.setTimeout(() => { timer = 0; tell(true); }, UNCOVERED_AFTER_MS);
        return;
      }
      told = covered;
      over.current.setAttribute('data-covered', String(covered));
    };
    tell(true);
    const stop = desk.canvas.camera.subscribe(() => tell(false));
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [desk, over]);
}

/** Whether anything was ever selected; what handles need is loaded then. */
function useWasSelected({ desk }: DeskSession): boolean {
  const selected = useStore(desk, ({ selection }) => selection.length > 0);
  const [was, setWas] = useState(selected);
  if (selected && !was) setWas(true);
  return was || selected;
}

export type BoardScreenProps = { readonly desk: DeskSession; readonly onLeave: () => void };

/** The desk: the board fills the window, the tools lie around it. */
export function BoardScreen({ desk, onLeave }: BoardScreenProps) {
  const settings = useStore(desk.settings);
  const panel = useStore(desk.desk, (state) => state.panel);
  const covered = coversDesk(panel);
  const untold = useStore(desk.desk, (state) => state.untold !== null);
  const presenting = useStore(desk.desk, (state) => state.presenting);
  const signing = useStore(desk.desk, (state) => state.signing);
  const roomState = useRoomLink(desk);
  const sheetRatio = useSheetRatio(desk);
  const place = useRef<HTMLDivElement>(null);
  const over = useRef<HTMLDivElement>(null);
  const handleAt = useRef<HandleAt | null>(null);
  const onHandles = useCallback((at: HandleAt | null) => { handleAt.current = at; }, []);
  const handled = useWasSelected(desk);
  const furniture = useFurniture(desk.canvas);
  useDeskKeys(desk);
  useClipboard(desk);
  useThumbnail(desk);
  useCovered(desk, over);
  useEffect(() => fetchWhileIdle(LATE_PARTS), []);
  useEffect(() => followVote(desk), [desk]);
  useEffect(() => followIdeas(desk), [desk]);

  useEffect(() => desk.setHand(handOnScreen(desk, (px) => handleAt.current?.(px) === true)), [desk]);

  /** The sheet is fitted into what the panels leave of the window. */
  const measurePlace = useCallback(() => {
    if (desk.desk.getState().presenting) { desk.setInsets({ left: 0, right: 0, top: 0, bottom: 0 }); return; }
    const box = place.current?.getBoundingClientRect();
    if (!box) return;
    desk.setInsets({ left: box.left, top: box.top, right: window.innerWidth - box.right, bottom: window.innerHeight - box.bottom });
  }, [desk]);
  useEffect(() => {
    const element = place.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => {
      measurePlace();
      desk.refit();
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [desk, measurePlace]);
  const stood = useRef(false);
  // Before the first frame: the sheet would else be painted where nobody will see it, and once more where it belongs.
  useLayoutEffect(() => {
    measurePlace();
    desk.canvas.layOn(presenting ? 'room' : 'desk');
    // Somebody may have moved the paper before the screen around it had come.
    if (stood.current) desk.fit(0); else desk.refit();
    stood.current = true;
    // Whoever leaves the full screen wants the tools back, by whatever key.
    const left = (): void => { if (!document.fullscreenElement) desk.desk.setState({ presenting: false }); };
    document.addEventListener('fullscreenchange', left);
    return () => document.removeEventListener('fullscreenchange', left);
  }, [desk, presenting, measurePlace]);
  const dismiss = useCallback(() => desk.desk.setState({ panel: null }), [desk]);
  useEffect(() => desk.frame.onResize(() => {
    measurePlace();
    desk.refit();
  }), [desk, measurePlace]);

  return (
    <div className={styles['screen']}>
      <div className={styles['board']} inert={covered}>
        <BoardStage frame={desk.frame} handles={handled && <DeskHandles desk={desk} onReady={onHandles} />} />
        {furniture && (
          <>
            <div className={styles['hints']}><furniture.EmptyHints desk={desk} /></div>
            <furniture.WritingField desk={desk} />
            <furniture.FoundFrame desk={desk} />
            <furniture.NibByKeys desk={desk} />
            <furniture.SelectionBar desk={desk} />
          </>
        )}
      </div>
      {presenting && furniture && <furniture.PresentedVote desk={desk} />}
      <div ref={over} className={styles['over']} hidden={presenting} inert={covered}>
        <DeskFrame
          drawingHand={settings.drawingHand}
          rail={furniture && <furniture.DeskRail desk={desk} roomState={roomState} onLeave={onLeave} />}
          foldedRail={furniture && <furniture.DeskFoldedRail desk={desk} roomState={roomState} />}
          sheet={<div ref={place} className={styles['place']} />}
          sheetRatio={sheetRatio}
          underSheet={furniture && <furniture.DeskRoomBeside desk={desk} roomState={roomState} />}
          tray={furniture && <furniture.DeskTray desk={desk} />}
          dock={<DeskDock desk={desk} />}
          catcher={furniture && <furniture.DeskFoot desk={desk} />}
          corner={<DeskMenu desk={desk} />}
          panel={panel === null || panel === 'export' || panel === 'palette' || panel === 'playback' ? null : <DeskPanels desk={desk} panel={panel} onDismiss={dismiss} />}
          panelWidth={deskPanelWidth(panel)}
          notices={furniture && <><furniture.DeskNotices notices={desk.notices} /><furniture.DeskWish desk={desk} /><DeskDue desk={desk} />{untold && <DeskUntold desk={desk} isRoomOpen={roomOf(desk.store.id, roomState) === 'here'} />}</>}
        />
      </div>
      {panel === 'export' && <div className={styles['whole']}><DeskExport desk={desk} onBack={dismiss} /></div>}
      {signing && <DeskSigning desk={desk} />}
      {panel === 'playback' && <div className={styles['whole']}><DeskPlayback desk={desk} onBack={dismiss} /></div>}
      {panel === 'palette' && furniture && <div className={styles['palette']}><furniture.DeskPalette desk={desk} onDismiss={dismiss} /></div>}
    </div>
  );
}
