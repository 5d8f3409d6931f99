import type { Ink } from '../../shared/ink/ink.ts';
import { decodeInk, type InkText } from '../../shared/ink/inkCodec.ts';

/** Unpacks the ink of a stroke; null when it is damaged: such a stroke is not painted, and hinders no other. */
export function unpackInk(text: InkText): Ink | null {
  try {
    return decodeInk(text);
  } catch (error) {
    console.error('tile worker', error);
    return null;
  }
}
