import type { InkId, MarkId } from '../base/ids.ts';
import type { Board, Locale } from '../board/board.ts';
import type { BoardSeed } from '../board/emptyBoard.ts';
import type { MeasureEm } from '../board/lettering.ts';

/** A new board without ink: the plain document that a template gives. */
export type TemplateDocument = { readonly board: Board; readonly inks: { readonly [id: InkId]: never } };

/** What a template needs from outside. */
export type TemplateInput = {
  readonly seed: BoardSeed;
  readonly measure: MeasureEm;
  readonly newId: () => MarkId;
};

/** A prepared board to start from. Its own words are in the language of the new board. */
export type Template = {
  readonly id: string;
  readonly name: { readonly [locale in Locale]: string };
  /** One line under its miniature. */
  readonly about: { readonly [locale in Locale]: string };
  readonly build: (input: TemplateInput) => TemplateDocument;
};

/** The same words in both languages. */
export type InBoth<Words> = { readonly [locale in Locale]: Words };
