import type { Size } from '../geometry/box.ts';

/** The field in which a signature is kept as SVG path data; 100 is the width of the field in which one signs. */
export const SIGNATURE_FIELD: Size = { w: 100, h: 40 };

/** Who stands under a charter, each part by choice. Without ink there is a line to sign on by hand. */
export type Signer = {
  readonly name: string;
  readonly role: string;
  /** The outline of the ink as SVG path data in `SIGNATURE_FIELD`, or empty. How the pen went is not kept. */
  readonly signature: string;
};

/** Whom to call about what was agreed, what for, and until when that may be known. */
export type ContactList = {
  readonly contacts: readonly { readonly name: string; readonly role: string; readonly phone: string }[];
  readonly purpose: string;
  /** A day as `2027-11-20`, or empty. */
  readonly eraseOn: string;
};
