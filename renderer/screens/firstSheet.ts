import { pagesOf } from '../../shared/board/board.ts';
import { RAIL_FOLDS_PX } from '../panels/desk/deskLayout.ts';
import desk from '../panels/desk/DeskFrame.module.css';
import type { FirstBoard } from '../host/firstBoard.ts';
import { STAND_IN } from '../stage/boardFrame.ts';
import { createNoticeStore } from '../state/noticeStore.ts';
import type { DeskSession } from './board/deskSession.ts';
import { createDeskOfWindow, type DeskOfWindow, type DeskParts } from './deskOfWindow.ts';
import styles from './firstSheet.module.css';
import { windowStart, type Asked } from './windowStart.ts';

/** What the desk's screen is shown with. */
export type DeskStart = DeskParts & { readonly desk: DeskOfWindow };

function div(className: string | undefined, ...children: readonly HTMLElement[]): HTMLElement {
  const element = document.createElement('div');
  element.className = className ?? '';
  element.append(...children);
  return element;
}

/** The desk's layout with nothing in it but the place of the dock, and the place of the sheet in it. */
function emptyDesk(drawingHand: 'right' | 'left', sheetRatio: number): { readonly layout: HTMLElement; readonly place: HTMLElement } {
  const place = div(desk.sheetPlace);
  const layout = div(desk.desk, div(desk.rail), div(desk.sheet, place), div(desk.tray), div(desk.dock, div(styles['dock'])));
  layout.dataset['hand'] = drawingHand;
  layout.dataset['rail'] = window.innerWidth < RAIL_FOLDS_PX ? 'folded' : 'open';
  layout.dataset['panel'] = 'over';
  layout.style.setProperty('--sheet-ratio', String(sheetRatio));
  return { layout, place };
}

/** Lays the board where the desk's screen will have it, ready to be drawn on; whatever shows that screen takes it over. */
function layFirstSheet(root: HTMLElement, { frame, store, settings, ...session }: DeskSession): void {
  const [page] = pagesOf(store.get().board);
  const { layout, place } = emptyDesk(settings.getState().drawingHand, page ? page.size.h / page.size.w : 1);
  const standIn = div(styles['first']);
  standIn.setAttribute(STAND_IN, '');
  root.before(standIn);
  frame.moveTo(standIn);
  standIn.append(div(styles['over'], layout));
  session.keys.hold();
  const fit = (): void => {
    const { left, top, right, bottom } = place.getBoundingClientRect();
    session.setInsets({ left, top, right: window.innerWidth - right, bottom: window.innerHeight - bottom });
    session.refit();
  };
  fit();
  const stop = frame.onResize(() => { if (standIn.isConnected) fit(); else stop(); });
}

/** A board that takes longer to open is shown by the desk's screen itself, which says how far it is, ms. */
const PATIENCE_MS = 300;

/**
 * Opens the board that the window was asked to show and lays it down before the code of the screen around it is there:
 * by then one can draw. Every board that is opened later is laid down so as well.
 * @param root where that screen will be shown
 * @returns what it is shown with; at once when there is no board, or one that needs patience
 */
export async function firstSheet(root: HTMLElement, asked: Asked, board: Promise<FirstBoard | null>): Promise<DeskStart> {
  const parts: DeskParts = { ...(await windowStart(asked)), notices: createNoticeStore() };
  const desk = createDeskOfWindow(parts);
  // While a board's screen is being made, its tiles are being painted.
  desk.shown.subscribe(({ session, firstMarks }, before) => {
    if (!session || session === before.session || firstMarks) return;
    try {
      layFirstSheet(root, session);
    } catch (error) {
      // The screen that comes next shows the board.
      console.error(error);
    }
  });
  const first = await board;
  if (!first) return { ...parts, desk };
  // Whatever goes wrong here, the screen that comes next shows the start.
  const laid = desk.begin(first).catch((error: unknown) => { console.error(error); });
  await Promise.race([laid, new Promise((resolve) => { setTimeout(resolve, PATIENCE_MS); })]);
  return { ...parts, desk };
}
