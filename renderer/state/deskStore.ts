import { createStore, type StoreApi } from 'zustand/vanilla';
import type { GroupId, MarkId, PageId, RoundId, TableId } from '../../shared/base/ids.ts';
import type { ListKind } from '../../shared/board/listText.ts';
import type { CopiedStyle } from '../../shared/board/markStyle.ts';
import type { CardRole } from '../../shared/board/marks.ts';
import type { InkColor } from '../../shared/board/palette.ts';
import { CLOSED_DOOR, type DoorState } from '../../shared/contract/door.ts';
import type { ExportContent } from '../../shared/contract/exportRequest.ts';
import type { RoomMode, RoomPlayback } from '../../shared/contract/room.ts';
import type { Point } from '../../shared/geometry/box.ts';
import type { IdeasView } from '../../shared/contract/ideas.ts';
import type { CameraView } from '../stage/camera.ts';
import { isFormTool, type FormTool } from '../tools/formTools.ts';
import type { DrawingStyle, LetteringLooks, ToolName } from '../tools/tool.ts';
import { FIRST_DRAFT, type VoteDraft } from './voteDraft.ts';

/** What opens beside the board; one at a time. */
export type PanelName = 'harvest' | 'tables' | 'stamps' | 'vote' | 'door' | 'export' | 'charter' | 'outline' | 'layers' | 'order' | 'ideas' | 'far' | 'settings' | 'help' | 'palette' | 'playback';

/** Lettering being written on the board: new, or into a mark. */
export type Writing = { readonly at: Point; readonly mark: null } | { readonly at: null; readonly mark: MarkId };

/** How the room sees the board, as the desk has set it. */
export type RoomChoice = {
  readonly mode: RoomMode;
  readonly curtain: 'open' | 'black' | 'title';
  /** The frame, or any other mark, that mode `frame` shows. */
  readonly frame: MarkId | null;
  /** Whether the room sees how long the step still takes. */
  readonly clock: boolean;
};

/** What the export begins with, and whether it is for the printer. */
export type ExportStart = { readonly content: ExportContent; readonly toPrint: boolean };

/** What the desk shows: nothing of the board itself, and nothing that is kept. */
export type DeskState = {
  readonly page: PageId;
  readonly tool: ToolName;
  readonly toolBefore: ToolName;
  /** The form that was used last: the dock shows it. */
  readonly lastForm: FormTool;
  readonly style: DrawingStyle;
  readonly selection: readonly MarkId[];
  /** The group that was gone into, so that its parts can be picked one by one. */
  readonly inside: GroupId | null;
  /** Looks taken over from a mark, to be given to others. */
  readonly copiedStyle: CopiedStyle | null;
  readonly table: TableId | null;
  readonly role: Extract<CardRole, 'trait' | 'metaphor'>;
  readonly lastWord: MarkId | null;
  readonly panel: PanelName | null;
  /** What the export was opened for; null when for nothing in particular. */
  readonly exporting: ExportStart | null;
  readonly round: RoundId | null;
  /** A closed round that waits until after another vote; it can still be revealed by its action and by reopening the board. */
  readonly aside: RoundId | null;
  /** A result from before this desk that the room may not have seen: phones wait for it. */
  readonly untold: RoundId | null;
  /** People counted so far in the open round, as the ledger says. */
  readonly turnout: { readonly cast: number; readonly heads: number };
  /** When a countdown closes the open round; null without one. */
  readonly closesMs: number | null;
  /** What was decided so far about the next round. */
  readonly voteDraft: VoteDraft;
  /** Whether and where phones come in. */
  readonly door: DoorState;
  /** What phones have sent, as the services know it. */
  readonly ideas: IdeasView;
  readonly writing: Writing | null;
  /** The looks of the lettering that is being written. */
  readonly writingLooks: LetteringLooks | null;
  /** The list in which the caret of that lettering stands, and how it is made another. */
  readonly writingList: { readonly kind: ListKind | null; readonly take: (kind: ListKind | null) => void } | null;
  /** What the lettering that is begun next begins as. */
  readonly nextList: ListKind | null;
  readonly room: RoomChoice;
  /** Somebody signs the charter on this window: it covers everything else. */
  readonly signing: boolean;
  /** The film that the room has before it, while one is played there. */
  readonly film: RoomPlayback | null;
  /** The paper alone fills this window, for a projector that shows the same as the laptop. */
  readonly presenting: boolean;
  readonly pressureSeen: boolean;
  /** The search on the board: how often it was asked for, and what the desk showed before. */
  readonly search: { readonly asked: number; readonly from: { readonly page: PageId; readonly camera: CameraView } } | null;
  /** What the search has found and shows. */
  readonly found: MarkId | null;
  /** Whether the name is asked under which the selection is kept as a stamp. */
  readonly keeping: boolean;
  /** A stamp that was looked for in vain and is being drawn now, with the marks drawn for it so far. */
  readonly wish: { readonly name: string; readonly marks: readonly MarkId[] } | null;
};

export type DeskStore = StoreApi<DeskState>;

/** Widths of the tray, board units: hair, fine, line, bold. */
export const PEN_WIDTHS = [1.8, 2.6, 3.6, 4.4] as const;
/** Sizes of lettering, board units: running, heading, large, banner. */
export const LETTER_SIZES = [30, 40, 58, 84] as const;
/** Widths of the eraser, board units. */
export const ERASER_WIDTHS = [8, 18, 36, 70] as const;

/** The desk of a board that was just opened. */
export function createDeskStore(page: PageId, table: TableId | null): DeskStore {
  return createStore<DeskState>(() => ({
    page,
    tool: 'pen',
    toolBefore: 'pen',
    lastForm: 'rectangle',
    style: { color: 'ink', fill: null, lettering: { hand: 'kop', caps: false, sizeUnits: LETTER_SIZES[1], accent: 'none', accentColor: null }, widthUnits: PEN_WIDTHS[2], highlighterColor: 'licht', shadowColor: 'grijs1', eraserUnits: ERASER_WIDTHS[1], eraserPart: false, stamp: null, kept: null },
    selection: [],
    inside: null,
    copiedStyle: null,
    table,
    role: 'trait',
    lastWord: null,
    panel: null, exporting: null,
    round: null,
    aside: null,
    untold: null,
    turnout: { cast: 0, heads: 0 },
    closesMs: null,
    voteDraft: FIRST_DRAFT,
    door: CLOSED_DOOR,
    ideas: { open: false, ideas: [] },
    writing: null,
    writingLooks: null,
    presenting: false,
    signing: false,
    room: { mode: 'whole', curtain: 'open', frame: null, clock: false },
    film: null,
    pressureSeen: false,
    search: null,
    found: null,
    writingList: null,
    nextList: null,
    keeping: false,
    wish: null,
  }));
}

/** Takes up a tool; the one before it comes back after a stamp or a form. */
export function takeTool(desk: DeskStore, tool: ToolName): void {
  desk.setState((state) => ({ tool, toolBefore: state.tool === tool ? state.toolBefore : state.tool, lastForm: isFormTool(tool) ? tool : state.lastForm, ...(tool === 'select' || tool === 'lasso' ? {} : { selection: [], inside: null }), panel: tool === 'stamp' ? 'stamps' : state.panel === 'stamps' ? null : state.panel }));
}

/** Colours what is drawn next. */
export function takeColor(desk: DeskStore, color: InkColor): void {
  desk.setState(({ tool, style }) => ({ style: tool === 'highlighter' ? { ...style, highlighterColor: color } : tool === 'shadow' ? { ...style, shadowColor: color } : { ...style, color } }));
}
