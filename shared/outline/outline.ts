import type { MarkId, PageId } from '../base/ids.ts';

/** Something a reader meets as one thing: its text, and the marks on the page that show it (none when it is not painted). */
export type OutlineItem = {
  readonly text: string;
  readonly marks: readonly MarkId[];
  /** Which part of the lettering of its mark it is, when that has several (see `nodeParts.ts`). */
  readonly part?: number;
  /** Its number in the list as it is lettered: "2.". */
  readonly label?: string;
  /** The list that is nested in it. */
  readonly inner?: OutlineList;
};

export type OutlineList = { readonly kind: 'list'; readonly items: readonly OutlineItem[] };

/** One block of the text twin. An area's blocks lie under its heading. */
export type OutlineBlock =
  | { readonly kind: 'heading'; readonly text: string; readonly marks: readonly MarkId[]; readonly part?: number }
  | { readonly kind: 'paragraph'; readonly text: string; readonly marks: readonly MarkId[]; readonly part?: number }
  | OutlineList
  /** `written` is what somebody wrote about a drawing, which `alt` says with what is known besides; left out where nothing can be written. */
  | { readonly kind: 'figure'; readonly alt: string; readonly marks: readonly MarkId[]; readonly written?: string }
  | { readonly kind: 'area'; readonly title: OutlineItem; readonly blocks: readonly OutlineBlock[] };

/** A page as it is read: its heading, then its areas, then what stands loose. */
export type OutlinePage = { readonly page: PageId; readonly title: OutlineItem; readonly blocks: readonly OutlineBlock[] };

/** A board as it is read: the text twin of the picture. */
export type Outline = {
  readonly title: string;
  readonly pages: readonly OutlinePage[];
  /** Words that were said and wait for a place; they are not on the board yet. */
  readonly waiting: readonly string[];
  /** Results that were revealed, never per table. */
  readonly results: readonly { readonly question: string; readonly lines: readonly string[] }[];
};
