import { describe, expect, test } from 'vitest';
import { asId, type MarkId, type RoundId } from '../../../shared/base/ids.ts';
import type { BallotRequest, RoomCard, VoterState } from '../../../shared/contract/phone.ts';
import { after, firstModel, sceneOf, type Happening, type Model, type OpenVote } from '../../../renderer/ballot/model.ts';

const mark = (name: string): MarkId => asId<MarkId>(name);
const panda = mark('panda');
const jungle = mark('jungle');
const question = 'Welk beeld past bij onze droomwijk?';
const card: RoomCard = { title: 'Kiel', locale: 'nl', joining: 'codes', tables: [] };
const round = asId<RoundId>('r1');
const vote = (change: Partial<OpenVote> = {}): OpenVote => ({
  phase: 'vote', table: 3, round, question, dotsPerPerson: 1, atMostPerCandidate: 1,
  candidates: [{ id: panda, letter: 'A', label: 'panda', picture: true }, { id: jungle, letter: 'B', label: 'jungle', picture: false }],
  mine: null, count: 0, closesInMs: null, ...change,
});
const state = (next: VoterState, nowMs = 0): Happening => ({ kind: 'state', state: next, nowMs });
const path = (happenings: readonly Happening[], from: Model = firstModel('nl', 'KX7P3Q')): Model => happenings.reduce(after, from);
const request = (...choices: readonly MarkId[]): BallotRequest => ({ round, choices, count: 1 });

describe('what the page shows', () => {
  test('without a pass it waits for the room, then asks for a code or for the table', () => {
    const first = firstModel('nl', null);
    expect(sceneOf(first)).toBe('opening');
    expect(sceneOf(path([{ kind: 'room', room: card }], first))).toBe('code');
    expect(sceneOf(path([{ kind: 'room', room: { ...card, joining: 'open' } }], first))).toBe('tables');
  });

  test('a code that was scanned shows no field while it is on its way, only when it was refused', () => {
    const scanned = path([{ kind: 'room', room: card }, { kind: 'asked', scanned: true, code: '' }], firstModel('nl', null));
    expect(sceneOf(scanned)).toBe('opening');
    expect(sceneOf(path([{ kind: 'refused', why: 'codeUnknown', about: {} }], scanned))).toBe('code');
    expect(sceneOf(path([{ kind: 'room', room: card }, { kind: 'asked', scanned: false, code: '' }], firstModel('nl', null)))).toBe('code');
  });

  test('whoever has this phone next sees nothing of the one before', () => {
    const cast = path([{ kind: 'room', room: card }, state(vote({ mine: [panda] })), { kind: 'laidOut', dots: [jungle] }]);
    const next = path([{ kind: 'joined', pass: 'ACDEFG' }], cast);
    expect([next.voter, next.lastVote, next.dots, next.sending, next.room]).toEqual([null, null, [], null, card]);
    expect(path([{ kind: 'joined', pass: 'KX7P3Q' }], cast).voter).not.toBeNull();
  });

  test('every phase has its own scene', () => {
    const scenes = ([
      { phase: 'wait', table: 3 }, vote(), vote({ mine: [panda] }), { phase: 'elsewhere', table: 3, way: 'paper', question },
      { phase: 'elsewhere', table: 3, way: 'hands', question }, { phase: 'closed', table: 3, question }, { phase: 'revealed', table: 3, question, winners: ['panda'] },
    ] as const satisfies readonly VoterState[]).map((each) => sceneOf(path([state(each)])));
    expect(scenes).toEqual(['wait', 'vote', 'cast', 'paper', 'hands', 'closed', 'revealed']);
  });

  test('a vote on its way is not yet shown as cast, nor is a change of it', () => {
    const sent = request(panda);
    const sending = path([state(vote()), { kind: 'laidOut', dots: [panda] }, { kind: 'sent', request: sent }]);
    expect(sceneOf(sending)).toBe('vote');
    const cast = path([{ kind: 'answered', request: sent, outcome: 'cast', sure: true }], sending);
    expect(sceneOf(cast)).toBe('cast');
    const changing = path([{ kind: 'change' }], cast);
    expect([sceneOf(changing), changing.dots]).toEqual(['vote', [panda]]);
    expect(sceneOf(path([{ kind: 'keep' }], changing))).toBe('cast');
    expect(sceneOf(path([{ kind: 'laidOut', dots: [jungle] }, { kind: 'sent', request: request(jungle) }], changing))).toBe('vote');
  });

  test('the answer to an older ballot says nothing about the newer one', () => {
    const [older, newer] = [request(panda), request(jungle)];
    const sending = path([state(vote()), { kind: 'sent', request: older }, { kind: 'sent', request: newer }, { kind: 'answered', request: older, outcome: 'cast', sure: true }]);
    expect(sending.sending).toBe(newer);
    expect(sceneOf(sending)).toBe('vote');
  });
});

describe('what lies in the hand', () => {
  test('news about the same round leaves it alone, another round empties it', () => {
    const laid = path([state(vote()), { kind: 'laidOut', dots: [jungle] }, state(vote({ closesInMs: 60_000 }), 1000)]);
    expect([laid.dots, laid.closesAtMs]).toEqual([[jungle], 61_000]);
    expect(path([state(vote({ round: asId<RoundId>('r2') }))], laid).dots).toEqual([]);
  });

  test('a page that is opened anew lays out what was cast', () => {
    expect(path([state(vote({ mine: [jungle] })), { kind: 'change' }]).dots).toEqual([jungle]);
  });

  test('whoever is changing a vote goes on changing it while the table votes on phones, and stops when that ends', () => {
    const changing = path([state(vote({ mine: [panda] })), { kind: 'change' }, { kind: 'laidOut', dots: [jungle] }, state(vote({ mine: [panda] }))]);
    expect([changing.changing, changing.dots]).toEqual([true, [jungle]]);
    expect(path([state({ phase: 'elsewhere', table: 3, way: 'paper', question })], changing).changing).toBe(false);
  });
});

describe('what is said of a vote that came too late', () => {
  const tooLate = (before: readonly MarkId[] | null, sure: boolean): Model => {
    const late = request(jungle);
    return path([state(vote({ mine: before })), { kind: 'sent', request: late }, state({ phase: 'closed', table: 3, question }), { kind: 'answered', request: late, outcome: 'closed', sure }]);
  };
  test('it does not count, and an earlier one does', () => {
    expect(tooLate(null, true).remark).toBe('late');
    expect(tooLate([panda], true).remark).toBe('lateEarlier');
  });

  test('nothing is claimed when an earlier try may have come through', () => {
    expect(tooLate(null, false).remark).toBe('unsure');
    expect(tooLate([panda], false).remark).toBe('unsure');
  });

  test('a new round does not begin with it', () => {
    expect(path([state(vote({ round: asId<RoundId>('r2') }))], tooLate(null, true)).remark).toBeNull();
  });
});

test('a pass that is void brings back to the beginning, with a word why', () => {
  const gone = path([{ kind: 'room', room: card }, state(vote()), { kind: 'passGone', why: 'passGone' }]);
  expect([sceneOf(gone), gone.remark, gone.pass]).toEqual(['code', 'passGone', null]);
});
