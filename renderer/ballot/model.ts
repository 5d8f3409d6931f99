import { assertNever } from '../../shared/base/assertNever.ts';
import type { MarkId } from '../../shared/base/ids.ts';
import type { Locale } from '../../shared/board/board.ts';
import type { BallotAnswer, BallotRequest, JoinRefusal, RoomCard, VoterState } from '../../shared/contract/phone.ts';
import type { PhoneValues } from '../../shared/strings/phoneWords.ts';
import type { DotsInHand } from './dotsInHand.ts';

/** A round that this phone votes on. */
export type OpenVote = Extract<VoterState, { readonly phase: 'vote' }>;

/** What is to be said beside the field or the button that it is about. */
export type Remark = JoinRefusal | 'codeShort' | 'passGone' | 'again' | 'late' | 'lateEarlier' | 'unsure';

/** All that the page knows; what it shows follows from it. */
export type Model = {
  readonly locale: Locale;
  /** null until the door answered for the first time. */
  readonly room: RoomCard | null;
  readonly pass: string | null;
  /** `trying`: no answer yet, which is not worth a word. */
  readonly link: 'trying' | 'up' | 'lost';
  /** A code or a table is on its way to the door; one that was scanned needs no field to be shown meanwhile. */
  readonly joining: boolean;
  readonly scanned: boolean;
  /** The code that was tried last: once its seat is free, one tap is enough. */
  readonly code: string;
  readonly voter: VoterState | null;
  /** The last round that was open here: its pictures and names are still good when the result is shown. */
  readonly lastVote: OpenVote | null;
  /** By this phone's own clock. */
  readonly closesAtMs: number | null;
  readonly dots: DotsInHand;
  /** True when a cast ballot is laid out again to be changed. */
  readonly changing: boolean;
  readonly sending: BallotRequest | null;
  readonly remark: Remark | null;
  /** What fills the blanks of the remark. */
  readonly about: PhoneValues;
};

/** What happens to the page. */
export type Happening =
  | { readonly kind: 'room'; readonly room: RoomCard }
  | { readonly kind: 'spoken'; readonly locale: Locale }
  | { readonly kind: 'asked'; readonly scanned: boolean; readonly code: string }
  | { readonly kind: 'joined'; readonly pass: string }
  | { readonly kind: 'refused'; readonly why: Remark; readonly about: PhoneValues }
  | { readonly kind: 'passGone'; readonly why: Remark }
  | { readonly kind: 'state'; readonly state: VoterState; readonly nowMs: number }
  | { readonly kind: 'link'; readonly link: 'up' | 'lost' }
  | { readonly kind: 'laidOut'; readonly dots: DotsInHand }
  | { readonly kind: 'change' }
  | { readonly kind: 'keep' }
  | { readonly kind: 'sent'; readonly request: BallotRequest }
  /** `sure`: no earlier try of the same ballot may have come through unheard. */
  | { readonly kind: 'answered'; readonly request: BallotRequest; readonly outcome: BallotAnswer['outcome']; readonly sure: boolean };

/** The page when it is opened. */
export function firstModel(locale: Locale, pass: string | null): Model {
  return { locale, room: null, pass, link: 'trying', joining: false, scanned: false, code: '', voter: null, lastVote: null, closesAtMs: null, dots: [], changing: false, sending: null, remark: null, about: {} };
}

/** The page after something happened to it. */
export function after(model: Model, happening: Happening): Model {
  switch (happening.kind) {
    case 'room': return { ...model, room: happening.room };
    case 'spoken': return { ...model, locale: happening.locale };
    case 'asked': return { ...model, joining: true, scanned: happening.scanned, code: happening.code, remark: null };
    case 'joined': return { ...(happening.pass === model.pass ? model : asNobody(model)), joining: false, scanned: false, pass: happening.pass, remark: null };
    case 'refused': return { ...model, joining: false, scanned: false, remark: happening.why, about: happening.about };
    case 'passGone': return { ...asNobody(model), remark: happening.why };
    case 'state': return afterState(model, happening.state, happening.nowMs);
    case 'link': return { ...model, link: happening.link };
    case 'laidOut': return { ...model, dots: happening.dots, remark: null };
    case 'change': return { ...model, changing: true, dots: mineOf(model.voter) ?? [] };
    case 'keep': return { ...model, changing: false, dots: mineOf(model.voter) ?? [] };
    case 'sent': return { ...model, sending: happening.request, remark: null };
    case 'answered': return afterAnswer(model, happening);
    default: return assertNever(happening);
  }
}

/** Nothing of whoever held this phone before: the next one is to see no choice of theirs. */
function asNobody(model: Model): Model {
  return { ...firstModel(model.locale, null), room: model.room, link: model.link };
}

function afterState(model: Model, state: VoterState, nowMs: number): Model {
  const shared = { ...model, link: 'up' as const, voter: state };
  if (state.phase !== 'vote') return { ...shared, closesAtMs: null, changing: false };
  const closesAtMs = state.closesInMs === null ? null : nowMs + state.closesInMs;
  const before = model.lastVote;
  if (before === null || before.round !== state.round) {
    const dots = model.sending && model.sending.round === state.round ? model.sending.choices : (state.mine ?? []);
    return { ...shared, lastVote: state, closesAtMs, dots, changing: false, remark: null };
  }
  const there = new Set(state.candidates.map(({ id }) => id));
  return { ...shared, lastVote: state, closesAtMs, dots: model.dots.filter((id) => there.has(id)), changing: model.changing && state.mine !== null };
}

function afterAnswer(model: Model, { request, outcome, sure }: Extract<Happening, { readonly kind: 'answered' }>): Model {
  // A newer ballot is on its way: only its answer counts.
  if (model.sending !== request) return model;
  const quiet = { ...model, sending: null };
  const ofNow = (state: VoterState | null): state is OpenVote => state !== null && state.phase === 'vote' && state.round === request.round;
  switch (outcome) {
    case 'cast':
    case 'replaced': {
      const cast = <State extends VoterState | null>(state: State): State => (ofNow(state) ? { ...state, mine: request.choices } : state);
      return { ...quiet, voter: cast(model.voter), lastVote: cast(model.lastVote), changing: false, remark: null };
    }
    case 'closed': return { ...quiet, changing: false, remark: !sure ? 'unsure' : mineOf(model.lastVote) ? 'lateEarlier' : 'late' };
    // Of `newer` the door says at once what counts.
    case 'newer':
    case 'elsewhere': return { ...quiet, changing: false };
    case 'invalid': return { ...quiet, remark: 'again' };
    default: return assertNever(outcome);
  }
}

/** The ballot that counts for this phone in the round that is open; null when there is none. */
export function mineOf(state: VoterState | null): readonly MarkId[] | null {
  return state !== null && state.phase === 'vote' ? state.mine : null;
}

/** Which picture the page shows. */
export type Scene = 'opening' | 'code' | 'tables' | 'wait' | 'vote' | 'cast' | 'paper' | 'hands' | 'closed' | 'revealed';

/** Which picture follows from what the page knows. */
export function sceneOf({ pass, room, voter, changing, sending, scanned }: Model): Scene {
  if (pass === null) return room === null || scanned ? 'opening' : room.joining === 'codes' ? 'code' : 'tables';
  if (voter === null) return 'opening';
  switch (voter.phase) {
    case 'wait': return 'wait';
    case 'vote': return voter.mine !== null && !changing && sending === null ? 'cast' : 'vote';
    case 'elsewhere': return voter.way;
    case 'closed': return 'closed';
    case 'revealed': return 'revealed';
    default: return assertNever(voter);
  }
}
