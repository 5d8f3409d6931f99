import type { BoardId, GroupId, InkId, MarkId } from '../../../shared/base/ids.ts';
import { pagesOf, tablesOf } from '../../../shared/board/board.ts';
import { isInside } from '../../../shared/board/groups.ts';
import type { MeasureEm } from '../../../shared/board/lettering.ts';
import type { Box, Point } from '../../../shared/geometry/box.ts';
import type { OpenedBoard } from '../../../shared/contract/boards.ts';
import type { Host } from '../../../shared/contract/contract.ts';
import { roomOf } from '../../../shared/contract/room.ts';
import { createCatcherFocus } from '../../keys/catcherFocus.ts';
import { createHeldKeys, typeInto, type HeldKeys } from '../../keys/heldKeys.ts';
import { listenToHeldKeys } from '../../keys/listenToHeldKeys.ts';
import { createBoardCanvas, type BoardCanvas } from '../../stage/boardCanvas.ts';
import { createBoardFrame, type BoardFrame } from '../../stage/boardFrame.ts';
import { createCamera, fitted, panned, toBoard, toScreen, type CameraView, type InsetsPx } from '../../stage/camera.ts';
import { afterAll, createAfterwork } from '../../state/afterwork.ts';
import { createBoardStore, type BoardStore } from '../../state/boardStore.ts';
import { createDeskStore, type DeskStore } from '../../state/deskStore.ts';
import { goOnInRoom } from '../../state/goOnInRoom.ts';
import { namedMarks } from '../../state/namedMarks.ts';
import { newId, newOpId } from '../../state/newId.ts';
import type { NoticeStore } from '../../state/noticeStore.ts';
import { orderAbove } from '../../state/orders.ts';
import type { SettingsStore } from '../../state/settingsStore.ts';
import { createKeyNib, type KeyNib } from '../../tools/keyNib.ts';
import { makeTool } from '../../tools/makeTool.ts';
import { onSettledBoard } from '../../tools/onSettledBoard.ts';
import { strokesInTurn } from '../../tools/strokesInTurn.ts';
import type { Tool, ToolContext, ToolName } from '../../tools/tool.ts';
import { handOnBoard } from './handOnBoard.ts';
import { keepWorkOnLeaving } from './keepWorkOnLeaving.ts';

const DRAWS: readonly ToolName[] = ['pen', 'highlighter', 'shadow'];
/** Longest side of a picture of marks in the hand. */
const MOST_PICTURE_PX = 4096;

/** What a hand on the board asks of the screen around it. */
export type HandOnScreen = {
  /** Whether a handle of the selection lies under a place, px. */
  readonly handleAt: (px: Point) => boolean;
  /** Whatever comes down on the board, before it does anything. */
  readonly onDown: () => void;
  /** Two or more fingers tapped at once. */
  readonly onFingerTap: (fingers: number) => void;
};

/** Before the screen has come there are no handles, and nothing to take back. */
const NO_SCREEN: HandOnScreen = { handleAt: () => false, onDown: () => undefined, onFingerTap: () => undefined };

/** Everything that one opened board needs in a desk window, outside React. */
export type DeskSession = {
  readonly host: Host;
  readonly store: BoardStore;
  readonly desk: DeskStore;
  readonly canvas: BoardCanvas;
  readonly frame: BoardFrame;
  readonly settings: SettingsStore;
  readonly notices: NoticeStore;
  readonly measure: MeasureEm;
  readonly context: ToolContext;
  readonly toolNamed: (name: ToolName) => Tool;
  /** The pointer that keys lead. */
  readonly nib: KeyNib;
  /** What the panels cover of the window; set by the screen's layout. */
  readonly insets: () => InsetsPx;
  readonly setInsets: (insets: InsetsPx) => void;
  /** Keys that came before what they are meant for. */
  readonly keys: HeldKeys;
  /** Brings the focus to the word catcher; the screen says how. */
  readonly focusCatcher: () => void;
  readonly setFocusCatcher: (focus: () => void) => void;
  /** What a hand on the board asks of the screen; the screen says how. */
  readonly hand: () => HandOnScreen;
  readonly setHand: (hand: HandOnScreen) => void;
  /** Shows the whole sheet between the panels, unless the user has moved the camera since it was last fitted. */
  readonly refit: () => void;
  /** While a hand has something on the paper, the sheet does not make room for a tray that opens: only afterwards. */
  readonly holdStill: (isUnderWay: boolean) => void;
  /** Shows the whole sheet between the panels. */
  readonly fit: (softMs: number) => void;
  /** Opens another board in this window, or goes back to the start screen; this one is saved and closed. */
  readonly openBoard: (board: BoardId) => void;
  readonly leave: () => void;
  readonly close: () => void;
};

export type DeskSessionDeps = {
  readonly host: Host;
  readonly opened: OpenedBoard;
  readonly settings: SettingsStore;
  readonly notices: NoticeStore;
  readonly measure: MeasureEm;
  readonly openBoard: (board: BoardId) => void;
  readonly leave: () => void;
};

/** Pixels for a picture at a scale, never more than a screen needs. */
function pictureSize({ w, h }: Box, scale: number): { readonly widthPx: number; readonly heightPx: number } {
  const fit = Math.min(scale * (window.devicePixelRatio || 1), MOST_PICTURE_PX / Math.max(w, h));
  return { widthPx: Math.max(1, Math.round(w * fit)), heightPx: Math.max(1, Math.round(h * fit)) };
}

/** Wires the board, the canvas and the tools of a desk. */
export function createDeskSession({ host, opened, settings, notices, measure, openBoard, leave }: DeskSessionDeps): DeskSession {
  const nowMs = (): number => Date.now();
  const wait: ToolContext['wait'] = (ms, then) => {
    const timer = setTimeout(then, ms);
    return () => clearTimeout(timer);
  };
  const afterwork = createAfterwork({ nowMs, wait });
  const catcher = createCatcherFocus();
  const keys = createHeldKeys({ deliver: (press) => typeInto(document, press), wait, dropped: catcher.forget });
  const store = afterAll(createBoardStore({ host, opened, newOpId, onTrouble: notices.tell }), afterwork);
  const firstPage = pagesOf(opened.board)[0];
  if (!firstPage) throw new Error('A board has at least one page');
  const desk = createDeskStore(firstPage.id, tablesOf(opened.board)[0]?.id ?? null);
  const camera = createCamera({ x: 0, y: 0, scale: 1 });
  const canvas = createBoardCanvas({ store, host, camera, page: firstPage.id, backdrop: 'desk' });
  let { title } = opened.board;
  const frame = createBoardFrame(canvas, title);
  const tools = new Map<ToolName, Tool>();
  let insets: InsetsPx = { left: 0, right: 0, top: 0, bottom: 0 };
  let hand = NO_SCREEN;
  let lastFit: CameraView | null = null;
  let isHeld = false, isLate = false;
  /** A pen moves a hundred times a second: nothing is sent that nobody sees. */
  let roomIsOurs = false;

  const context: ToolContext = {
    view: store.get,
    page: () => desk.getState().page,
    style: () => desk.getState().style,
    settings: settings.getState,
    measure,
    camera,
    do: store.do,
    afterwork,
    keep: canvas.keep,
    live: (stroke) => canvas.live()?.setStroke('own', stroke),
    overlay: (overlay) => canvas.live()?.setOverlay(overlay),
    guides: (lines) => canvas.live()?.setGuides(lines),
    broadcast: (message) => { if (roomIsOurs) void host.call('room.live', { message }); },
    selection: () => desk.getState().selection,
    select: (selection) => desk.setState({ selection }),
    hide: canvas.hide,
    cut: canvas.cut,
    uncut: canvas.uncut,
    carry: canvas.carry,
    painted: canvas.painted,
    picture: (ids, box) => canvas.picture({ page: desk.getState().page, box, only: ids, paper: 'none', ...pictureSize(box, camera.get().scale) }),
    write: (target) => desk.setState({ writing: 'mark' in target ? { at: null, mark: target.mark } : { at: target.at, mark: null } }),
    newMarkId: () => newId<MarkId>(),
    newInkId: () => newId<InkId>(),
    newGroupId: () => newId<GroupId>(),
    inside: () => desk.getState().inside,
    enter: (inside) => desk.setState({ inside }),
    topOrder: () => orderAbove(store.get().board, desk.getState().page),
    nowMs, wait,
    units: (px) => px / camera.get().scale,
    wholePixels: ({ x, y }) => {
      const perUnit = camera.get().scale * (window.devicePixelRatio || 1);
      return { x: Math.round(x * perUnit) / perUnit, y: Math.round(y * perUnit) / perUnit };
    },
    done: () => desk.setState({ tool: 'select' }),
  };

  /** The middle of what the panels leave of the window. */
  const middlePx = (): Point => {
    const { w, h } = canvas.windowPx();
    return { x: (insets.left + w - insets.right) / 2, y: (insets.top + h - insets.bottom) / 2 };
  };
  /** Pans so far that a place comes between the panels. */
  const follow = (at: Point): void => {
    const view = camera.get(), px = toScreen(view, at), { w, h } = canvas.windowPx();
    const into = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), Math.max(low, high)) - value;
    const dx = into(px.x, insets.left, w - insets.right), dy = into(px.y, insets.top, h - insets.bottom);
    if (Math.abs(dx) + Math.abs(dy) > 0.5) camera.set(panned(view, dx, dy));
  };

  const session: DeskSession = {
    host, store, desk, canvas, frame, settings, notices, measure, openBoard, leave, context,
    keys,
    focusCatcher: catcher.ask,
    setFocusCatcher: catcher.comes,
    hand: () => hand,
    setHand: (next) => { hand = next; },
    insets: () => insets,
    setInsets: (next) => { insets = next; },
    toolNamed(name) {
      let tool = tools.get(name);
      if (!tool) tools.set(name, (tool = onSettledBoard(makeTool(name, DRAWS.includes(name) ? strokesInTurn(context, canvas.live) : context), afterwork)));
      return tool;
    },
    nib: createKeyNib({
      tool: () => session.toolNamed(desk.getState().tool),
      pageSize: () => store.get().board.pages[desk.getState().page]?.size ?? firstPage.size,
      middle: () => toBoard(camera.get(), middlePx()),
      scale: () => camera.get().scale,
      toScreen: (at) => toScreen(camera.get(), at),
      isSomethingChosen: () => desk.getState().selection.length > 0,
      follow, onGesture: (isUnderWay) => session.holdStill(isUnderWay), nowMs: context.nowMs,
    }),
    fit(softMs) {
      const page = store.get().board.pages[desk.getState().page];
      if (!page) return;
      const next = fitted({ x: 0, y: 0, ...page.size }, canvas.windowPx(), insets), now = camera.get();
      // It lies there already: nothing is painted anew.
      if (softMs === 0 && now === lastFit && next.x === now.x && next.y === now.y && next.scale === now.scale) return;
      lastFit = next;
      camera.glide(lastFit, softMs);
    },
    refit() {
      isLate = isHeld;
      if (isHeld) return;
      if (lastFit === null || camera.get() === lastFit) session.fit(0);
    },
    holdStill(isUnderWay) {
      isHeld = isUnderWay;
      if (!isHeld && isLate) session.refit();
    },
    close() {
      for (const stop of stops) stop();
      letGo();
      stopKeys();
      store.close();
      frame.close();
      canvas.close();
    },
  };

  const letGo = handOnBoard(session);
  const stopKeys = listenToHeldKeys(keys);
  // Asked before anything else: what is drawn after a crash belongs on the page that the room still shows.
  void host.call('room.state', {}).then((state) => {
    if (!state.ok) return;
    roomIsOurs = roomOf(store.id, state.value) === 'here';
    goOnInRoom({ store, desk }, state.value);
  });
  const stops = [
    keepWorkOnLeaving(afterwork, store),
    host.on('room.state', (state) => { roomIsOurs = roomOf(store.id, state) === 'here'; }),
    desk.subscribe((state, before) => {
      if (state.page === before.page) return;
      // What waits to be cut, and strokes that wait for that, are shown on the page that is left.
      afterwork.finish();
      canvas.show(state.page);
      desk.setState({ selection: [], inside: null, writing: null });
      session.fit(0);
    }),
    desk.subscribe(({ selection, inside }, before) => {
      if (inside === null || selection === before.selection) return;
      // Whatever chose something outside of the group has gone out of it.
      const { board } = store.get();
      if (namedMarks(selection, board).some((mark) => !isInside(mark, inside))) desk.setState({ inside: null });
    }),
    store.subscribe(() => {
      const { board } = store.get();
      if (board.title !== title) frame.name((title = board.title));
      const { page, selection } = desk.getState();
      const first = pagesOf(board)[0];
      if (!board.pages[page] && first) desk.setState({ page: first.id });
      if (selection.length > 0) keepLiving(session, selection);
    }),
  ];
  return session;
}

/** What was taken back or erased is no longer selected. */
function keepLiving({ store, desk }: DeskSession, selection: readonly MarkId[]): void {
  const { board } = store.get();
  const living = namedMarks(selection, board);
  if (living.length !== selection.length) desk.setState({ selection: living.map(({ id }) => id) });
}
