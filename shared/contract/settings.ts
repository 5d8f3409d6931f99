import type { Locale } from '../board/board.ts';
import type { ExportRequest } from './exportRequest.ts';

/** What the button on the side of a pen calls for while it is held. */
export type BarrelButton = 'pan' | 'eraser' | 'lasso' | 'none';

/** When one finger draws instead of moving the paper; `auto` only where there is neither mouse nor pen. */
export type FingerDraws = 'auto' | 'always' | 'never';

/** What was chosen when something last left this laptop, and is proposed again. */
export type ExportHabits = Pick<ExportRequest, 'format' | 'paper' | 'orientation' | 'margins' | 'background' | 'tile' | 'dpi' | 'svgText'>;

/** What a user set for this laptop; nothing about a board or a person. */
export type Settings = {
  readonly locale: Locale;
  /** The side of the dock: at the drawing hand. */
  readonly drawingHand: 'right' | 'left';
  /** 0 (off) – 1. */
  readonly smoothing: number;
  readonly pressure: boolean;
  /** How hard this hand has to push: −1 (soft) – 1 (hard), 0 leaves pressure as the pen gives it. */
  readonly firmness: number;
  readonly barrelButton: BarrelButton;
  readonly fingerDraws: FingerDraws;
  /** A tap with two fingers takes back, with three does again. */
  readonly fingerTaps: boolean;
  /** Resting at the end of a line makes a clean form of it. */
  readonly holdForms: boolean;
  /** Lines that show where edges and middles meet while something is moved. */
  readonly guides: boolean;
  readonly secondCopyFolder: string | null;
  /** The display of the room screen, by the name that `DisplayInfo` gives it; null lets the app choose. */
  readonly roomDisplay: string | null;
  /** From the last row to the projected picture, and how wide that is, metres: what can be read from there. */
  readonly roomDistanceM: number;
  readonly roomPictureM: number;
  /** A soft tone when the time of a vote is over. */
  readonly roomTone: boolean;
  readonly exporting: ExportHabits;
};

/** What one gets when one only presses the button: a PDF to print at hand. */
export const FIRST_HABITS: ExportHabits = { format: 'pdf', paper: 'a4', orientation: 'auto', margins: 'usual', background: 'paper', tile: null, dpi: 300, svgText: 'text' };

/** The settings of a fresh laptop. */
export const FIRST_SETTINGS: Settings = {
  locale: 'nl', drawingHand: 'right', smoothing: 0.4, pressure: true,
  firmness: 0, barrelButton: 'pan', fingerDraws: 'auto', fingerTaps: true, holdForms: true, guides: true,
  secondCopyFolder: null, roomDisplay: null, roomDistanceM: 10, roomPictureM: 2.4, roomTone: false, exporting: FIRST_HABITS,
};
