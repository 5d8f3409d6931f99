import { LONGEST_IDEA } from '../../../shared/contract/ideas.ts';

/** Signs that are not seen but change what is: control characters, marks of direction, halves of letters, tags. */
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]|\p{Cs}/gu;
/** More accents on one letter than any language has pile up over the lines around. */
const PILED = /(\p{M}{3})\p{M}+/gu;

/**
 * What a phone sent as one line that can be lettered: composed letters (NFC), single spaces, nothing unseen.
 * @returns null when nothing is left, or more than `LONGEST_IDEA` signs
 */
export function ideaText(sent: string): string | null {
  const text = sent.replace(/\s+/g, ' ').replace(UNSEEN, '').replace(PILED, '$1').normalize('NFC').replace(/ +/g, ' ').trim();
  return text === '' || [...text].length > LONGEST_IDEA ? null : text;
}
