import type { PersonId } from '../base/ids.ts';

/** A person who chose to be named, kept encrypted and apart from the board. */
export type Person = {
  readonly id: PersonId;
  readonly name: string;
  readonly role: string;
  readonly phone: string;
  /** A signature as SVG path data in a box of 100 × 40, or empty. */
  readonly signature: string;
  readonly consentAtMs: number;
};

/** The people part of one board: names by choice, why they are kept and until when. */
export type PeoplePart = { readonly people: readonly Person[]; readonly purpose: string; readonly eraseOn: string };
