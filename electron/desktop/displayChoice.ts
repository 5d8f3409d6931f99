/** What is known of a display for telling it from others and finding it again; px of the desktop. */
export type SeenDisplay = { readonly id: number; readonly label: string; readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** What a name of a display says. */
type Remembered = { readonly label: string; readonly size: string; readonly place: string };

const APART = ' | ';
const MOST_LABEL = 120;

/**
 * The name under which a display is remembered: what it calls itself, its size and its place. The system's own number is
 * not in it, since that is another one after the cable was pulled or the laptop was started anew.
 */
export function displayName({ label, x, y, width, height }: SeenDisplay): string {
  return [label.replaceAll('|', ' ').trim().slice(0, MOST_LABEL), `${width}x${height}`, `${x},${y}`].join(APART);
}

function remembered(name: string): Remembered | null {
  const parts = name.split(APART);
  if (parts.length !== 3) return null;
  const [label = '', size = '', place = ''] = parts;
  return { label: label.trim(), size, place };
}

/**
 * The display that a remembered name means: the very one when it is there, else one that calls itself the same, in the
 * same size if there are several, else one of the same size at the same place (some systems give no labels).
 */
export function findDisplay<Seen extends SeenDisplay>(displays: readonly Seen[], name: string): Seen | null {
  const exact = displays.find((display) => displayName(display) === name);
  const known = remembered(name);
  if (exact || !known) return exact ?? null;
  const seen = displays.map((display) => ({ display, said: remembered(displayName(display)) }));
  const named = known.label === '' ? [] : seen.filter(({ said }) => said?.label === known.label);
  if (named.length > 0) return (named.find(({ said }) => said?.size === known.size) ?? named.find(({ said }) => said?.place === known.place) ?? named[0])?.display ?? null;
  // A display that calls itself otherwise is another one, whatever its size.
  const nameless = known.label === '' ? seen : [];
  return nameless.find(({ said }) => said?.size === known.size && said.place === known.place)?.display ?? null;
}

/**
 * Where the room screen goes: to the display that was chosen, else to one without the desk, since a projector in another
 * socket often looks like another one; null when there is no such one.
 * @param desk id of the display that the desk is on
 */
export function chooseDisplay<Seen extends SeenDisplay>(displays: readonly Seen[], wanted: string | null, desk: number): Seen | null {
  const others = displays.filter(({ id }) => id !== desk);
  const exact = displays.find((display) => displayName(display) === wanted);
  // The desk's own display calls itself as the other does where both are alike: only its whole name asks for it.
  return exact ?? (wanted === null ? null : findDisplay(others, wanted)) ?? others[0] ?? null;
}

/**
 * Where it stays after displays came, went or changed: a chosen one that is back has it again; else the one that it fills,
 * whatever size that has now; else it is chosen anew.
 * @param filled id of the display that it fills, null when that is gone
 */
export function keepDisplay<Seen extends SeenDisplay>(displays: readonly Seen[], wanted: string | null, filled: number | null, desk: number): Seen | null {
  const exact = wanted === null ? undefined : displays.find((display) => displayName(display) === wanted);
  return exact ?? displays.find(({ id }) => id === filled) ?? chooseDisplay(displays, wanted, desk);
}
