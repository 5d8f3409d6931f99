import type { MarkId } from '../../shared/base/ids.ts';
import type { Locale } from '../../shared/board/board.ts';
import type { PhoneKey, PhoneValues } from '../../shared/strings/phoneWords.ts';
import type { DotsInHand } from './dotsInHand.ts';
import type { Model } from './model.ts';

/** What somebody does on the page. */
export type Hands = {
  readonly enter: (code: string) => void;
  readonly sit: (table: number) => void;
  readonly layOut: (dots: DotsInHand) => void;
  readonly vote: () => void;
  readonly change: () => void;
  readonly keep: () => void;
  readonly speak: (locale: Locale) => void;
};

/** What a scene needs to be drawn: words in the language of the moment, and whom to tell what is done. */
export type Page = {
  readonly t: (key: PhoneKey, values?: PhoneValues) => string;
  /** For texts of the board when they are in another language than the page; null when it is the same. */
  readonly boardLang: string | null;
  readonly hands: Hands;
  /** Says something to screen readers that is not worth a place on the page. */
  readonly announce: (text: string) => void;
};

/** A scene that is on the page. `update` brings it up to date without moving what has the focus. */
export type Shown = { readonly node: HTMLElement; readonly update: (model: Model) => void };

/** Draws a scene for what the page knows. */
export type SceneMaker = (model: Model, page: Page) => Shown;

/** Where the door serves a candidate's drawing. */
export const pictureOf = (candidate: MarkId): string => `/api/picture/${encodeURIComponent(candidate)}`;
