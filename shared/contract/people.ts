import type { BoardId, PersonId } from '../base/ids.ts';
import type { ContactList, Signer } from '../charter/signer.ts';

/** A person who chose to be named, kept encrypted and apart from the board. */
export type Person = {
  readonly id: PersonId;
  readonly name: string;
  readonly role: string;
  readonly phone: string;
  /** A signature as SVG path data in `SIGNATURE_FIELD`, or empty for who signs on paper. */
  readonly signature: string;
  readonly consentAtMs: number;
  /** The very words that were agreed to. */
  readonly consent: string;
};

/** The people part of one board: names by choice, why they are kept and until when (`2027-11-20`, or empty). */
export type PeoplePart = { readonly people: readonly Person[]; readonly purpose: string; readonly eraseOn: string };

/** What can be done with the people of a board. Who signs brings along what was shown: what a number is for, and the day of erasing. */
export type PeopleChange =
  | { readonly kind: 'sign'; readonly person: Person; readonly purpose: string; readonly eraseOn: string }
  | { readonly kind: 'remove'; readonly id: PersonId }
  | { readonly kind: 'purpose'; readonly purpose: string }
  | { readonly kind: 'eraseOn'; readonly eraseOn: string };

/** A board whose people should have been forgotten by now. */
export type PeopleDue = { readonly board: BoardId; readonly title: string; readonly eraseOn: string; readonly people: number };

/** Something with people's data that left the app; the app keeps no hold of it. `name` is where it went, or what it was called. */
export type GivenOut = { readonly kind: 'charter' | 'contacts'; readonly name: string; readonly atMs: number };

/** What is left after the people part and its key were erased. */
export type PeopleErased = {
  /** Files that still hold the encrypted part, which nobody can read any more. */
  readonly outOfReach: readonly string[];
  /** What went out with names in it, newest first: somebody has to throw it away. */
  readonly given: readonly GivenOut[];
  /** How many files or prints with their names were still being made, and were stopped. */
  readonly stopped: number;
};

/** Who stands under the charter: no telephone number ever goes along. */
export function signersOf({ people }: PeoplePart): readonly Signer[] {
  return people.map(({ name, role, signature }) => ({ name, role, signature }));
}

/** Whoever gave a number, for the sheet of its own. */
export function contactsOf({ people, purpose, eraseOn }: PeoplePart): ContactList {
  return { contacts: people.filter(({ phone }) => phone.trim() !== '').map(({ name, role, phone }) => ({ name, role, phone })), purpose, eraseOn };
}
