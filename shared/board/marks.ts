import type { AssetId, GroupId, InkId, MarkId, PageId, RoundId, TableId } from '../base/ids.ts';
import type { Point, Size } from '../geometry/box.ts';
import type { Matrix } from '../geometry/matrix.ts';
import type { Hand, LetteringLine } from './lettering.ts';
import type { InkColor } from './palette.ts';

/** Which of a board's three sheets a mark lies on: below, prepared before the meeting, or harvested in it. */
export type LayerName = 'tracing' | 'prepared' | 'harvest';

/** What every mark has. */
export type MarkBase = {
  readonly id: MarkId;
  readonly page: PageId;
  readonly layer: LayerName;
  /** Fractional index: marks are painted in this order within their layer. */
  readonly order: string;
  /** From the mark's own coordinates to the page's, both board units. */
  readonly matrix: Matrix;
  readonly locked: boolean;
  /** The groups that it belongs to, the largest first; left out by most marks, which belong to none. */
  readonly groups?: readonly GroupId[];
};

/** What draws a line: the outliner, or one of the two broad nibs whose lines always lie below the ink. */
export type StrokeTool = 'pen' | 'highlighter' | 'shadow';

/** A line drawn with one of the stroke tools. Its samples are kept apart, named by `ink`. */
export type StrokeMark = MarkBase & {
  readonly kind: 'stroke';
  readonly ink: InkId;
  readonly tool: StrokeTool;
  readonly color: InkColor;
  readonly widthUnits: number;
  readonly thinning: number;
  readonly smoothing: number;
  /** What the drawing that it is a line of shows, for who cannot see it; one of its lines has it, most have none. */
  readonly alt?: string;
};

/** What is drawn under or behind lettering: a short stroke, a wave, or a wash of marker. */
export type LetteringAccent = 'none' | 'line' | 'wave' | 'wash';

/** Free lettering: a heading or running text. Its origin is the top left of the first line. */
export type TextMark = MarkBase & {
  readonly kind: 'text';
  readonly text: string;
  readonly lines: readonly LetteringLine[];
  readonly hand: Hand;
  readonly sizeUnits: number;
  readonly color: InkColor;
  readonly align: 'left' | 'middle';
  /** Whether a screen reader announces it as a heading. */
  readonly heading: boolean;
  /** Set in capitals; `text` keeps what was typed. */
  readonly caps: boolean;
  readonly accent: LetteringAccent;
  /** Colour of the accent and of the signs of lists; null takes that of the lettering. */
  readonly accentColor: InkColor | null;
  /** Width at which its lines are broken, own coordinates; null breaks only where it was typed. */
  readonly breakUnits: number | null;
};

/** What a card stands for. */
export type CardRole = 'trait' | 'metaphor' | 'theme' | 'idea' | 'point';

/** One time that a word was named, and by which table (none when it came from the plenary). */
export type Mention = { readonly table: TableId | null; readonly atMs: number };

/** A word the room named, as lettering; or a drawing that was given a name. */
export type CardMark = MarkBase & {
  readonly kind: 'card';
  readonly role: CardRole;
  readonly text: string;
  readonly lines: readonly LetteringLine[];
  readonly sizeUnits: number;
  readonly color: InkColor;
  readonly mentions: readonly Mention[];
  /** The marks that are this card's drawing, on the ballot and the charter too. */
  readonly picture: readonly MarkId[];
  /** False while it waits in "nog te plaatsen": it is then not painted. */
  readonly placed: boolean;
  /** Cards that were merged into this one, whole, so that a merge can be taken apart again. */
  readonly merged: readonly MergedCard[];
};

/** What is kept of a card that was merged into another. */
export type MergedCard = { readonly text: string; readonly mentions: readonly Mention[]; readonly color: InkColor; readonly picture: readonly MarkId[] };

/** `bubble` is speech, `thought` has little bubbles for a tail, `arrow` is a block arrow with room for words. */
export type ShapeForm = 'rectangle' | 'ellipse' | 'diamond' | 'line' | 'banner' | 'bubble' | 'thought' | 'cloud' | 'sun' | 'arrow' | 'frame';

/** What a frame is for: the word catcher looks for its area by this. */
export type AreaRole = 'traits' | 'metaphors' | 'themes' | 'charter' | 'question' | 'none';

/** A hand-drawn form in a box of w × h at its own origin, with lettering in it. A tail lies outside that box. */
export type ShapeMark = MarkBase & {
  readonly kind: 'shape';
  readonly form: ShapeForm;
  readonly w: number;
  readonly h: number;
  /** Corners of a `line`, own coordinates. */
  readonly points: readonly Point[];
  readonly color: InkColor;
  readonly widthUnits: number;
  readonly fill: InkColor | null;
  readonly dashed: boolean;
  readonly shadow: boolean;
  readonly text: string;
  readonly lines: readonly LetteringLine[];
  readonly textSizeUnits: number;
  readonly hand: Hand;
  readonly area: AreaRole;
  /** Set in capitals; `text` keeps what was typed. */
  readonly caps: boolean;
  /** The size that a hand gave it, own coordinates, when lettering has made it larger since; else null. */
  readonly least: Size | null;
  /** Where the tail of a bubble points, own coordinates; null is its usual place at the lower left. */
  readonly tail: Point | null;
};

/** One end of a connector: a place, or a mark it stays attached to. */
export type ConnectorEnd = { readonly mark: MarkId | null; readonly at: Point };

/** An arrow or a plain connecting line; bows by `bend` (share of its length, sideways). */
export type ConnectorMark = MarkBase & {
  readonly kind: 'connector';
  readonly from: ConnectorEnd;
  readonly to: ConnectorEnd;
  readonly bend: number;
  readonly color: InkColor;
  readonly widthUnits: number;
  readonly head: 'arrow' | 'none';
};

/** A stamp: drawn by us (`panda`) or from the large library (`noto:1f43c`), in a box of sizeUnits. */
export type StampMark = MarkBase & {
  readonly kind: 'stamp';
  readonly stamp: string;
  readonly sizeUnits: number;
  /** One ink for the whole stamp, or null for its own colours. */
  readonly color: InkColor | null;
  readonly alt: string;
  /** Outline of a library stamp in a box of 100, kept with the mark so that every surface can paint it. */
  readonly outline: string | null;
};

/** A pasted picture of w × h. */
export type ImageMark = MarkBase & {
  readonly kind: 'image';
  readonly asset: AssetId;
  readonly w: number;
  readonly h: number;
  readonly alt: string;
  /** How much it covers, 0–1; left out when it covers wholly. A picture to trace is pale. */
  readonly opacity?: number;
};

/** The result of a revealed round as bars, w × h at its own origin. */
export type ResultMark = MarkBase & { readonly kind: 'result'; readonly round: RoundId; readonly w: number; readonly h: number };

/** Anything on a page. */
export type Mark = StrokeMark | TextMark | CardMark | ShapeMark | ConnectorMark | StampMark | ImageMark | ResultMark;
