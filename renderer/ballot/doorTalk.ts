import type { BallotAnswer, BallotRequest, IdeaRefusal, IdeaRequest, Joined, JoinRefusal, JoinRefused, JoinRequest, RoomCard, VoterState } from '../../shared/contract/phone.ts';

/** No answer that one can go by: the room is out of reach, too busy, or something else answers in its place. */
export const UNHEARD = 'unheard';

/** The questions that the page asks the room door. Each answers with `UNHEARD` rather than throw. */
export type DoorTalk = {
  readonly room: () => Promise<RoomCard | typeof UNHEARD>;
  readonly join: (request: JoinRequest) => Promise<Joined | JoinRefused | typeof UNHEARD>;
  /** `refused`: the pass lets nobody in any more. */
  readonly state: (pass: string) => Promise<VoterState | { readonly refused: JoinRefusal | null } | typeof UNHEARD>;
  /** `ideaFailed`: the door does not want it as it is. */
  readonly idea: (pass: string, request: IdeaRequest) => Promise<'taken' | IdeaRefusal | 'ideaFailed' | typeof UNHEARD>;
  readonly ballot: (pass: string, request: BallotRequest) => Promise<BallotAnswer | { readonly refused: null } | typeof UNHEARD>;
};

/** A phone on a weak Wi-Fi gets its answer within this or had better ask again. */
const PATIENCE_MS = 7000;

/** An answer as it came: its status, and the JSON in it. */
export type Answer = { readonly status: number; readonly body: { readonly [key: string]: unknown } };

/**
 * Asks the door that this page came from.
 * @param body sent as JSON with POST; without it the question is a GET
 */
export async function ask(path: string, pass: string | null, body?: unknown): Promise<Answer | typeof UNHEARD> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), PATIENCE_MS);
  try {
    const headers: Record<string, string> = {};
    if (pass !== null) headers['Authorization'] = `Bearer ${pass}`;
    if (body !== undefined) headers['Content-Type'] = 'application/json';
    const init: RequestInit = { headers, cache: 'no-store', signal: stop.signal };
    const answer = await fetch(path, body === undefined ? init : { ...init, method: 'POST', body: JSON.stringify(body) });
    // Without JSON in it the status alone is left, as of refusals, or nothing to go by, as of a hotel's login page.
    const json: unknown = await answer.json().catch(() => null);
    return { status: answer.status, body: typeof json === 'object' && json !== null ? { ...json } : {} };
  } catch {
    return UNHEARD;
  } finally {
    clearTimeout(timer);
  }
}

const refusals: readonly JoinRefusal[] = ['codeUnknown', 'seatTaken', 'tooManyTries', 'roomFull', 'joiningChanged'];

const ideaRefusals: readonly IdeaRefusal[] = ['ideasClosed', 'tooManyIdeas', 'inboxFull'];

const refusalIn = ({ body }: Answer): JoinRefusal | null => refusals.find((each) => each === body['refused']) ?? null;

/**
 * Talks with the door that this page came from. Answers are taken at their word as far as they have the fields that
 * say which kind they are: they come from the laptop that the page came from.
 */
export const doorTalk: DoorTalk = {
  room: async () => {
    const answer = await ask('/api/room', null);
    return answer !== UNHEARD && typeof answer.body['joining'] === 'string' ? (answer.body as RoomCard) : UNHEARD;
  },
  join: async (request) => {
    const answer = await ask('/api/join', null, request);
    if (answer === UNHEARD) return UNHEARD;
    if (typeof answer.body['pass'] === 'string') return answer.body as Joined;
    // 400: there is no such table any more.
    const refused = answer.status === 429 ? 'tooManyTries' : answer.status === 400 ? 'joiningChanged' : refusalIn(answer);
    return refused === null ? UNHEARD : { ...answer.body, refused };
  },
  state: async (pass) => {
    const answer = await ask('/api/state', pass);
    if (answer === UNHEARD) return UNHEARD;
    if (answer.status === 401 || answer.status === 403) return { refused: refusalIn(answer) };
    return typeof answer.body['phase'] === 'string' ? (answer.body as VoterState) : UNHEARD;
  },
  idea: async (pass, request) => {
    const answer = await ask('/api/idea', pass, request);
    if (answer === UNHEARD || answer.status >= 500) return UNHEARD;
    if (answer.status === 200) return 'taken';
    const refused = ideaRefusals.find((each) => each === answer.body['refused']);
    // 429 without a word: the room asks too much at once, not this phone.
    return refused || (answer.status === 429 ? UNHEARD : 'ideaFailed');
  },
  ballot: async (pass, request) => {
    const answer = await ask('/api/ballot', pass, request);
    if (answer === UNHEARD) return UNHEARD;
    if (typeof answer.body['outcome'] === 'string') return answer.body as BallotAnswer;
    return answer.status === 401 ? { refused: null } : UNHEARD;
  },
};
