import { cutToBytes } from '../files/writeSafely.ts';

/** Names that Windows keeps for devices, with or without extension. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
// Refused in names by Windows, macOS or the shell of either; control characters by all.
const FORBIDDEN = /[\u0000-\u001f\u007f<>:"/\\|?*]+/g;

/** So many bytes of a name leave room for what is put before and behind it; most systems allow 255. */
const MOST_BYTES = 160;
/** Signs that join or colour the one before: alone at the end they say nothing. */
const JOINING_END = /(?:\u200d|\ufe0e|\ufe0f)+$/;

/** A title as a file name without extension that every system takes; the app's own name when nothing is left of it. */
export function safeFileName(title: string): string {
  const plain = title.normalize('NFC').replace(FORBIDDEN, ' ').replace(/\s+/g, ' ').trim();
  const name = cutToBytes([...plain].slice(0, 80).join(''), MOST_BYTES).replace(JOINING_END, '').replace(/^\.+|[. ]+$/g, '');
  return name === '' || DEVICE.test(name) ? `Droomdoek ${name}`.trim() : name;
}
