/** Names that Windows keeps for devices, with or without extension. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
// Refused in names by Windows, macOS or the shell of either; control characters by all.
const FORBIDDEN = /[\u0000-\u001f\u007f<>:"/\\|?*]+/g;

/** A title as a file name without extension that every system takes; the app's own name when nothing is left of it. */
export function safeFileName(title: string): string {
  const name = [...title.normalize('NFC').replace(FORBIDDEN, ' ').replace(/\s+/g, ' ').trim()].slice(0, 80).join('').replace(/^\.+|[. ]+$/g, '');
  return name === '' || DEVICE.test(name) ? `Droomdoek ${name}`.trim() : name;
}
