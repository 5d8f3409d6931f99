import type { GroupId, InkId, MarkId, PageId, StampId } from '../../shared/base/ids.ts';
import type { Command } from '../../shared/board/commands.ts';
import type { MeasureEm } from '../../shared/board/lettering.ts';
import type { Mark, TextMark } from '../../shared/board/marks.ts';
import type { InkColor } from '../../shared/board/palette.ts';
import type { Box, Point } from '../../shared/geometry/box.ts';
import type { LiveMessage } from '../../shared/contract/room.ts';
import type { Settings } from '../../shared/contract/settings.ts';
import type { Afterwork } from '../state/afterwork.ts';
import type { BoardView } from '../state/boardStore.ts';
import type { StrokeCut } from '../tiles/messages.ts';
import type { Camera } from '../stage/camera.ts';
import type { LiveStroke, Overlay } from '../stage/liveLayer.ts';
import type { GuideLine } from '../stage/paintAids.ts';
import type { FormTool } from './formTools.ts';

export type ToolName =
  | 'pen' | 'highlighter' | 'shadow' | 'eraser' | 'select' | 'lasso' | 'text' | 'stamp' | FormTool
  | 'arrow' | 'hand' | 'laser';

/** One sample of a pointer on the page. */
export type ToolSample = {
  readonly at: Point;
  /** 0–1; 0.5 where the device has none. */
  readonly pressure: number;
  readonly timeMs: number;
};

/** A pointer event as tools see it: no DOM in it. */
export type ToolPointer = {
  readonly device: 'pen' | 'mouse' | 'touch' | 'keys';
  /** All samples since the last event, coalesced ones included; the last is the newest. */
  readonly samples: readonly ToolSample[];
  /** Where the browser thinks the pointer goes; drawn, never kept. */
  readonly predicted: readonly ToolSample[];
  readonly screenPx: Point;
  readonly shift: boolean;
  readonly alt: boolean;
  /** Ctrl, or ⌘ on a Mac. */
  readonly mod: boolean;
};

/** A stamp of this laptop in the hand: made of marks, and put down as marks. */
export type StampInHand = {
  readonly id: StampId;
  /** Its longer side on the board; null is as it was drawn. */
  readonly longestUnits: number | null;
  readonly ghost: (at: Point) => Overlay;
  readonly put: (at: Point) => void;
  /** Another stamp was taken instead. */
  readonly letGo: () => void;
};

/** How lettering is written: its hand, size, and what lies under or behind it. */
export type LetteringLooks = Pick<TextMark, 'hand' | 'caps' | 'sizeUnits' | 'accent' | 'accentColor'>;

/** The looks that tools draw with. */
export type DrawingStyle = {
  readonly color: InkColor;
  readonly fill: InkColor | null;
  /** Of new free lettering; forms have a hand of their own. */
  readonly lettering: LetteringLooks;
  readonly widthUnits: number;
  readonly highlighterColor: InkColor;
  readonly shadowColor: InkColor;
  readonly eraserUnits: number;
  /** Whether the eraser rubs out only what it touches of a stroke, instead of whole marks. */
  readonly eraserPart: boolean;
  readonly stamp: { readonly id: string; readonly outline: string | null; readonly alt: string; readonly sizeUnits: number; readonly ownColors: boolean } | null;
  /** An own stamp instead of `stamp`. */
  readonly kept: StampInHand | null;
};

/** What a tool may touch; given by the board screen, the same for every tool. */
export type ToolContext = {
  readonly view: () => BoardView;
  readonly page: () => PageId;
  readonly style: () => DrawingStyle;
  readonly settings: () => Settings;
  measure: MeasureEm;
  camera: Camera;
  readonly do: (command: Command) => boolean;
  /** What is worked out after the hand has let go. */
  readonly afterwork: Afterwork;
  /** Draws a just finished mark until the tiles have it. */
  readonly keep: (mark: Mark) => void;
  readonly live: (stroke: LiveStroke | null) => void;
  readonly overlay: (overlay: Overlay | null) => void;
  /** Shows where edges and middles meet; an empty list takes the lines away. */
  readonly guides: (lines: readonly GuideLine[]) => void;
  readonly broadcast: (message: LiveMessage) => void;
  readonly selection: () => readonly MarkId[];
  readonly select: (ids: readonly MarkId[]) => void;
  /** Marks that are not painted while a gesture has them in hand (being erased or dragged). */
  readonly hide: (ids: readonly MarkId[]) => void;
  /** Shows strokes as what is left of them, until a command says so or `uncut`; nothing outside of `where` looks different now. */
  readonly cut: (cuts: readonly StrokeCut[], where: Box) => void;
  /** Shows strokes whole again. */
  readonly uncut: () => void;
  /**
   * Shows all that is on the page this far aside, board units; 'marks' when the hand has some that are shown otherwise; null when
   * it lets go. The handles of what is picked step aside meanwhile.
   */
  readonly carry: (by: Point | 'marks' | null) => void;
  /** A bitmap of some marks alone, in a box of the page at the camera's scale; null when none can be made. */
  readonly picture: (ids: readonly MarkId[], box: Box) => Promise<ImageBitmap | null>;
  /** Resolves when the tiles show everything that was done so far. */
  readonly painted: () => Promise<void>;
  /** Opens the lettering editor on the board: a new text at a place, or an existing mark. */
  readonly write: (target: { readonly at: Point } | { readonly mark: MarkId }) => void;
  readonly newMarkId: () => MarkId;
  readonly newInkId: () => InkId;
  readonly newGroupId: () => GroupId;
  /** The group that was gone into, so that its parts can be picked one by one; null when none. */
  readonly inside: () => GroupId | null;
  readonly enter: (group: GroupId | null) => void;
  /** A fractional index above everything on the page. */
  readonly topOrder: () => string;
  readonly nowMs: () => number;
  /** Does something later, unless the returned function is called before. */
  readonly wait: (ms: number, then: () => void) => () => void;
  /** Board units that `px` screen pixels are at this zoom. */
  readonly units: (px: number) => number;
  /** The way nearest to this one that is a whole number of the screen's own pixels; what goes that far needs not be painted anew. */
  readonly wholePixels: (by: Point) => Point;
  /** Goes back to the tool before this one, after a stamp or a text. */
  readonly done: () => void;
};

/** One gesture at a time: down, moves, then up or cancel. A tool keeps its state between them in a closure. */
export type Tool = {
  readonly name: ToolName;
  readonly cursor: string;
  readonly down: (pointer: ToolPointer) => void;
  readonly move: (pointer: ToolPointer) => void;
  readonly up: (pointer: ToolPointer) => void;
  /** The gesture turned out to be something else (a second finger, Esc): as if it never was. */
  readonly cancel: () => void;
  /** The pointer moves without being down. */
  readonly hover?: (pointer: ToolPointer) => void;
  /** The pointer left the board. */
  readonly leave?: () => void;
};

/** The upright box between two points. */
export function boxBetween(a: Point, b: Point): Box {
  return { x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), w: Math.abs(a.x - b.x), h: Math.abs(a.y - b.y) };
}
