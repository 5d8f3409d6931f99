import type { Locale } from '../board/board.ts';

/** What a user set for this laptop; nothing about a board or a person. */
export type Settings = {
  readonly locale: Locale;
  /** The side of the dock: at the drawing hand. */
  readonly drawingHand: 'right' | 'left';
  /** 0 (off) – 1. */
  readonly smoothing: number;
  readonly pressure: boolean;
  readonly secondCopyFolder: string | null;
  readonly roomDisplay: string | null;
};

/** The settings of a fresh laptop. */
export const FIRST_SETTINGS: Settings = {
  locale: 'nl', drawingHand: 'right', smoothing: 0.4, pressure: true, secondCopyFolder: null, roomDisplay: null,
};
