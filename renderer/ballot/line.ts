import type { JoinRefusal, VoterState } from '../../shared/contract/phone.ts';
import { UNHEARD, type DoorTalk } from './doorTalk.ts';
import { makePatience } from './patience.ts';

/** What the line to the door tells. */
export type LineEars = {
  readonly onState: (state: VoterState) => void;
  /** A try failed; the line goes on trying by itself. */
  readonly onLost: () => void;
  readonly onRefused: (why: JoinRefusal | null) => void;
};

/** The line of a phone that has a pass. */
export type Line = {
  /** Asks at once, for instance when the phone wakes up. */
  readonly look: () => void;
  readonly close: () => void;
};

/** After so long without a word one asks whether the other end is still there: a dead Wi-Fi closes nothing. */
const SILENCE_MS = 20_000;
/** Where no events come through one asks as often as this. */
const ASKING_MS = 4000;
/** Event streams that broke without a word, after which one only asks; and after so many answers one tries them again. */
const BROKEN_STREAMS = 3;
const ANSWERS_BEFORE_ANEW = 15;
const WAKING = ['pageshow', 'online'] as const;
/** By then an open line has said its first word, if it says one. */
const SETTLING_MS = 1500;

/**
 * Keeps a phone up to date: server-sent events where they work, questions in between where nothing was heard for a
 * while, and questions alone where events do not come through. Comes back by itself after sleep and lost Wi-Fi.
 */
export function openLine(talk: DoorTalk, pass: string, ears: LineEars): Line {
  let open = true;
  let heard = 0;
  let looking = false;
  let events: EventSource | null = null;
  let silence = 0;
  let broken = typeof EventSource === 'undefined' ? Infinity : 0;
  let answers = 0;
  const patience = makePatience();

  const hear = (state: VoterState): void => {
    heard++;
    listenForSilence();
    ears.onState(state);
  };
  const listenForSilence = (): void => {
    window.clearTimeout(silence);
    silence = window.setTimeout(look, (broken < BROKEN_STREAMS ? SILENCE_MS : ASKING_MS) * (0.75 + Math.random() / 2));
  };
  const dropEvents = (): void => {
    if (events) events.close();
    events = null;
  };
  const listen = (): void => {
    if (broken >= BROKEN_STREAMS && broken < Infinity && ++answers % ANSWERS_BEFORE_ANEW === 0) broken = 0;
    if (events || broken >= BROKEN_STREAMS) return;
    const source = new EventSource(`/api/events?pass=${encodeURIComponent(pass)}`);
    source.addEventListener('state', (event) => {
      const state = stateIn(event.data);
      if (source !== events || !state) return;
      broken = 0;
      hear(state);
    });
    // What changed between the last answer and the opening of the events went by unheard.
    source.addEventListener('open', () => {
      const before = heard;
      window.setTimeout(() => { if (source === events && heard === before) look(); }, SETTLING_MS);
    });
    // A browser's own return has no chance in it: the whole room would come back in the same instant.
    source.addEventListener('error', () => {
      if (source !== events) return;
      dropEvents();
      broken++;
      patience.later(look);
    });
    events = source;
  };
  const look = (): void => {
    if (!open || looking) return;
    looking = true;
    const before = heard;
    void talk.state(pass).then((answer) => {
      looking = false;
      if (!open) return;
      if (answer === UNHEARD) {
        dropEvents();
        if (heard === before) ears.onLost();
        patience.later(look);
      } else if ('refused' in answer) {
        ears.onRefused(answer.refused);
      } else {
        patience.calm();
        listen();
        // Whatever an event said meanwhile is newer than this answer.
        if (heard === before) hear(answer);
      }
    });
  };
  const wake = (): void => {
    if (document.visibilityState === 'hidden') return;
    // A socket that slept is often dead without knowing it.
    dropEvents();
    look();
  };
  document.addEventListener('visibilitychange', wake);
  for (const name of WAKING) window.addEventListener(name, wake);
  look();
  return {
    look,
    close: () => {
      open = false;
      window.clearTimeout(silence);
      patience.calm();
      dropEvents();
      document.removeEventListener('visibilitychange', wake);
      for (const name of WAKING) window.removeEventListener(name, wake);
    },
  };
}

function stateIn(text: unknown): VoterState | null {
  try {
    const value: unknown = JSON.parse(String(text));
    return typeof value === 'object' && value !== null && 'phase' in value ? (value as VoterState) : null;
  } catch {
    return null;
  }
}
