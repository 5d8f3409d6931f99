import { UNHEARD } from './doorTalk.ts';
import { makePatience } from './patience.ts';

/** Where a line hears of something: a question with an answer, and the event stream that says the same when it changes. */
export type LineSource<State, Refusal> = {
  readonly ask: () => Promise<State | { readonly refused: Refusal } | typeof UNHEARD>;
  /** Address of the server-sent events, and the name of the one that carries a state. */
  readonly events: string;
  readonly event: string;
};

/** What the line to the door tells. */
export type LineEars<State, Refusal> = {
  readonly onState: (state: State) => void;
  /** A try failed; the line goes on trying by itself. */
  readonly onLost: () => void;
  readonly onRefused: (why: Refusal) => void;
};

/** The line of a phone that has a pass. */
export type Line = {
  /** Asks at once, for instance when the phone wakes up. */
  readonly look: () => void;
  readonly close: () => void;
};

/** The door gives a sign every ten seconds: after so long without one, one asks whether it is still there. A dead Wi-Fi closes nothing. */
const SILENCE_MS = 22_000;
/** Where no events come through one asks as often as this. */
const ASKING_MS = 4000;
/** Event streams that broke without a word, after which one only asks; and after so many answers one tries them again. */
const BROKEN_STREAMS = 3;
const ANSWERS_BEFORE_ANEW = 15;
const WAKING = ['pageshow', 'online', 'offline'] as const;
/** By then an open line has said its first word, if it says one. */
const SETTLING_MS = 1500;

/**
 * Keeps a page up to date: server-sent events where they work, questions in between where nothing was heard for a
 * while, and questions alone where events do not come through. Comes back by itself after sleep and lost Wi-Fi.
 */
export function openLine<State extends object, Refusal>(source: LineSource<State, Refusal>, ears: LineEars<State, Refusal>): Line {
  let open = true;
  let heard = 0;
  let looking = false;
  let events: EventSource | null = null;
  let silence = 0;
  let broken = typeof EventSource === 'undefined' ? Infinity : 0;
  let answers = 0;
  const patience = makePatience();

  const hear = (state: State): void => {
    heard++;
    listenForSilence();
    ears.onState(state);
  };
  const listenForSilence = (): void => {
    window.clearTimeout(silence);
    silence = window.setTimeout(() => {
      // A stream in which nothing comes any more is dead, or somebody holds it back.
      if (events) broken++;
      dropEvents();
      look();
    }, (broken < BROKEN_STREAMS ? SILENCE_MS : ASKING_MS) * (0.75 + Math.random() / 2));
  };
  const dropEvents = (): void => {
    if (events) events.close();
    events = null;
  };
  const listen = (): void => {
    if (broken >= BROKEN_STREAMS && broken < Infinity && ++answers % ANSWERS_BEFORE_ANEW === 0) broken = 0;
    if (events || broken >= BROKEN_STREAMS) return;
    const stream = new EventSource(source.events);
    stream.addEventListener('sign', listenForSilence);
    stream.addEventListener(source.event, (event) => {
      const state = parsed<State>((event as MessageEvent<unknown>).data);
      if (stream !== events || !state) return;
      broken = 0;
      hear(state);
    });
    // What changed between the last answer and the opening of the events went by unheard.
    stream.addEventListener('open', () => {
      const before = heard;
      window.setTimeout(() => { if (stream === events && heard === before) look(); }, SETTLING_MS);
    });
    // A browser's own return has no chance in it: the whole room would come back in the same instant.
    stream.addEventListener('error', () => {
      if (stream !== events) return;
      dropEvents();
      broken++;
      patience.later(look);
    });
    events = stream;
  };
  const look = (): void => {
    if (!open || looking) return;
    looking = true;
    const before = heard;
    void source.ask().then((answer) => {
      looking = false;
      if (!open) return;
      if (answer === UNHEARD) {
        dropEvents();
        if (heard === before) ears.onLost();
        patience.later(look);
      } else if (isRefusal<State, Refusal>(answer)) {
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

const isRefusal = <State extends object, Refusal>(answer: State | { readonly refused: Refusal }): answer is { readonly refused: Refusal } => 'refused' in answer;

/** What the laptop said as an event; it is taken at its word, like its answers. */
function parsed<State extends object>(text: unknown): State | null {
  try {
    const value: unknown = JSON.parse(String(text));
    return typeof value === 'object' && value !== null ? (value as State) : null;
  } catch {
    return null;
  }
}
