import type { EventName } from '../../../shared/contract/contract.ts';

/** The windows that an event is for. */
export type Hearers = 'all' | 'desk' | 'room';

/** Which windows need an event; nothing large or frequent goes where nobody listens to it. */
export function hearersOf(name: EventName): Hearers {
  switch (name) {
    // Comes from the desk many times a second: only the room screen needs it back.
    case 'room.live': return 'room';
    // Part of a board that only a desk opens, some hundred kB.
    case 'boards.firstMarks': return 'desk';
    default: return 'all';
  }
}
