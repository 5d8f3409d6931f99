import * as v from 'valibot';
import { isId, type MarkId, type RoundId } from '../../../shared/base/ids.ts';
import { countSchema, idSchema } from '../../../shared/board/fieldSchema.ts';
import type { Joining } from '../../../shared/contract/door.ts';
import type { BallotAnswer, BallotRequest, Joined, JoinRefused, JoinRequest } from '../../../shared/contract/phone.ts';
import { Refused, sendBytes, sendJson } from './answers.ts';
import type { DoorRequest } from './doorServer.ts';
import type { EventStreams } from './eventStreams.ts';
import type { Guesses } from './guesses.ts';
import type { IdeaIntake } from './ideaIntake.ts';
import type { OpenJoins } from './openJoins.ts';
import type { Passes, Voter } from './passes.ts';
import type { PhonePage } from './phonePage.ts';
import type { PhoneRoom } from './phoneRoom.ts';
import { bearerOf, checkOrigin, passInQuery, readJson } from './requestChecks.ts';
import { plainCode } from './seats.ts';

/** What answers to phones are made of. */
export type PhoneParts = {
  readonly page: PhonePage;
  readonly room: PhoneRoom;
  readonly passes: Passes;
  readonly joining: Joining;
  readonly streams: EventStreams;
  readonly guesses: Guesses;
  readonly openJoins: OpenJoins;
  readonly ideas: IdeaIntake;
  /** Is told the address of each device that opens the page. */
  readonly reached: (address: string) => void;
};

type Route = { readonly method: 'GET' | 'POST'; readonly answer: (asked: DoorRequest, parts: PhoneParts) => Promise<void> | void };

const device = v.pipe(v.string(), v.regex(/^[A-Za-z0-9]{16,40}$/));
const joinSchema: v.GenericSchema<unknown, JoinRequest> = v.union([v.object({ device, code: v.pipe(v.string(), v.maxLength(40)) }), v.object({ device, table: countSchema })]);
const ballotSchema: v.GenericSchema<unknown, BallotRequest> = v.object({ round: idSchema<RoundId>(), choices: v.pipe(v.array(idSchema<MarkId>()), v.maxLength(100)), count: countSchema });

/** Without codes; a phone that forgot who it was may join again. The desk is told of each that is more than the first. */
const MOST_JOINS_PER_ADDRESS = 3;

const ROUTES: { readonly [path: string]: Route } = {
  '/api/room': { method: 'GET', answer: ({ response }, { room }) => { sendJson(response, 200, room.card()); } },
  '/api/join': { method: 'POST', answer: join },
  '/api/state': { method: 'GET', answer: tellState },
  '/api/events': { method: 'GET', answer: openStream },
  '/api/ballot': { method: 'POST', answer: takeBallot },
  '/api/idea': { method: 'POST', answer: takeIdea },
};

/**
 * Answers one request of a phone.
 * @throws Refused 404, 405 and what the routes refuse
 */
export async function answerPhone(asked: DoorRequest, parts: PhoneParts): Promise<void> {
  const { path, request } = asked;
  const route = Object.hasOwn(ROUTES, path) ? ROUTES[path] : undefined;
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  const allowed = route?.method ?? 'GET';
  const candidate = /^\/api\/picture\/([A-Za-z0-9_-]{1,64})$/.exec(path)?.[1];
  if (!route && candidate === undefined && !parts.page.has(path) && path !== '/favicon.ico') throw new Refused(404);
  if (method !== allowed) throw new Refused(405, { Allow: allowed });
  if (route) await route.answer(asked, parts);
  else if (candidate === undefined) sendPage(asked, parts);
  else sendPicture(asked, parts, candidate);
}

function sendPage({ path, request, response, from }: DoorRequest, { page, reached }: PhoneParts): void {
  const file = page.get(path);
  // Every browser asks for it by itself; a 404 would stand in its console as a fault.
  if (!file) return void response.writeHead(204).end();
  if (path === '/') reached(from);
  const packed = /\bgzip\b/.test(request.headers['accept-encoding']?.toString() ?? '');
  sendBytes(response, file.mime, packed ? file.packed : file.plain, { Vary: 'Accept-Encoding', ...(packed ? { 'Content-Encoding': 'gzip' } : {}) });
}

function sendPicture({ response }: DoorRequest, { room }: PhoneParts, candidate: string): void {
  const png = isId(candidate) ? room.picture(candidate as MarkId) : null;
  if (!png) throw new Refused(404);
  sendBytes(response, 'image/png', png);
}

async function join(asked: DoorRequest, parts: PhoneParts): Promise<void> {
  const { request, response, from, host } = asked;
  checkOrigin(request, host);
  const wanted = v.safeParse(joinSchema, await readJson(request));
  if (!wanted.success) throw new Refused(400);
  const by = wanted.output;
  const voter = 'code' in by ? seated(by.code, by.device, from, parts) : deviceAt(by.table, by.device, from, parts);
  if ('refused' in voter) return sendJson(response, voter.refused === 'tooManyTries' ? 429 : 403, voter);
  sendJson(response, 200, { pass: voter.pass, table: parts.room.tableNumber(voter) ?? 0 } satisfies Joined);
}

/** Exchanges the code of a seat for a pass, for the first device that asks; a right code is no guess, whoever has the seat. */
function seated(code: string, device: string, from: string, { passes, guesses, room }: PhoneParts): Voter | JoinRefused {
  const plain = plainCode(code);
  if (!guesses.mayTry(from, plain)) return { refused: 'tooManyTries' };
  const seat = passes.seatWith(plain);
  if (typeof seat === 'string') {
    guesses.wrong(from);
    return { refused: seat === 'unknown' ? 'codeUnknown' : seat };
  }
  guesses.right(from, plain);
  const voter = passes.seatFor(seat, device);
  if (!voter) return { refused: 'seatTaken', table: room.tableNumber(seat) ?? 0, seat: seat.number };
  guesses.right(from, voter.pass);
  return voter;
}

function deviceAt(number: number, device: string, from: string, { joining, openJoins, passes, room }: PhoneParts): Voter | JoinRefused {
  if (joining !== 'open') return { refused: 'joiningChanged' };
  const table = room.tableNumbered(number);
  if (table === null) throw new Refused(400);
  if (!openJoins.knows(device) && (openJoins.from(from) >= MOST_JOINS_PER_ADDRESS || openJoins.inAll >= 2 * room.heads + 20)) return { refused: 'roomFull' };
  openJoins.add(from, device);
  return passes.openPass(table, device);
}

function tellState(asked: DoorRequest, parts: PhoneParts): void {
  const state = parts.room.state(voterOf(asked, parts, bearerOf(asked.request)));
  if (!state) throw new Refused(401);
  sendJson(asked.response, 200, state);
}

function openStream(asked: DoorRequest, parts: PhoneParts): void {
  const voter = voterOf(asked, parts, passInQuery(asked.query));
  if (asked.request.method === 'HEAD') throw new Refused(405, { Allow: 'GET' });
  parts.streams.open(voter.pass, asked.response);
}

const STATUS: { readonly [outcome in BallotAnswer['outcome']]: number } = { cast: 200, replaced: 200, newer: 409, elsewhere: 409, closed: 409, invalid: 422 };

async function takeBallot(asked: DoorRequest, parts: PhoneParts): Promise<void> {
  checkOrigin(asked.request, asked.host);
  const voter = voterOf(asked, parts, bearerOf(asked.request));
  const ballot = v.safeParse(ballotSchema, await readJson(asked.request));
  if (!ballot.success) throw new Refused(400);
  const answer = await parts.room.cast(voter, ballot.output);
  if (!answer) throw new Refused(401);
  sendJson(asked.response, STATUS[answer.outcome], answer);
  parts.streams.tellOne(voter.pass);
}

async function takeIdea(asked: DoorRequest, parts: PhoneParts): Promise<void> {
  checkOrigin(asked.request, asked.host);
  const voter = voterOf(asked, parts, bearerOf(asked.request));
  const refused = await parts.ideas.take(voter, await readJson(asked.request));
  if (refused === null) sendJson(asked.response, 200, {});
  else sendJson(asked.response, refused === 'tooManyIdeas' ? 429 : 403, { refused });
}

/** Whose pass it is. @throws Refused 401 for nobody's, 429 for too many wrong ones from that address */
function voterOf({ from }: DoorRequest, { passes, guesses }: PhoneParts, pass: string): Voter {
  if (pass === '') throw new Refused(401);
  if (!guesses.mayTry(from, pass)) throw new Refused(429, { 'Retry-After': '60' });
  const voter = passes.voterOf(pass);
  if (typeof voter === 'string') {
    guesses.wrong(from);
    throw new Refused(401, {}, voter === 'joiningChanged' ? { refused: voter } : {});
  }
  guesses.right(from, voter.pass);
  return voter;
}
