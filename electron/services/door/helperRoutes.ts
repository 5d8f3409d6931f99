import * as v from 'valibot';
import type { MarkId, RoundId, TableId } from '../../../shared/base/ids.ts';
import { idSchema, timeMsSchema } from '../../../shared/board/fieldSchema.ts';
import { dotsSchema } from '../../../shared/board/roundSchema.ts';
import type { HelperDeed, HelperRequest, Paired, PairRequest } from '../../../shared/contract/helper.ts';
import { TroubleError } from '../../../shared/contract/trouble.ts';
import { Refused, sendJson } from './answers.ts';
import type { DoorRequest } from './doorServer.ts';
import type { EventStreams } from './eventStreams.ts';
import type { Guesses } from './guesses.ts';
import type { Helper, HelperPasses } from './helperPasses.ts';
import type { HelperRoom } from './helperRoom.ts';
import { bearerOf, checkOrigin, passInQuery, readJson } from './requestChecks.ts';

/** What answers to helpers are made of. */
export type HelperParts = {
  readonly passes: HelperPasses;
  readonly room: HelperRoom;
  readonly streams: EventStreams;
  readonly guesses: Guesses;
  /** Helpers came or went. */
  readonly changed: () => void;
};

type Route = { readonly method: 'GET' | 'POST'; readonly answer: (asked: DoorRequest, parts: HelperParts) => Promise<void> | void };

const round = idSchema<RoundId>();
const table = idSchema<TableId>();
const dots = dotsSchema as v.GenericSchema<unknown, { readonly [candidate: MarkId]: number }>;
const pairSchema: v.GenericSchema<unknown, PairRequest> = v.object({ secret: v.pipe(v.string(), v.maxLength(64)) });
const deedSchema: v.GenericSchema<unknown, HelperDeed> = v.variant('do', [
  v.object({ do: v.literal('count'), round, table, dots }),
  v.object({ do: v.literal('hands'), round, dots }),
  v.object({ do: v.literal('way'), round, table, way: v.picklist(['paper', 'phones', 'hands']) }),
  v.object({ do: v.literal('undo'), round }),
  v.object({ do: v.literal('countdown'), round, closesInMs: v.nullable(v.pipe(timeMsSchema, v.maxValue(24 * 3_600_000))) }),
  v.object({ do: v.literal('close'), round }),
  v.object({ do: v.literal('reveal'), round }),
  v.object({ do: v.literal('open') }),
]);
const requestSchema: v.GenericSchema<unknown, HelperRequest> = v.object({ key: v.pipe(v.string(), v.regex(/^[A-Za-z0-9]{8,40}$/)), deed: deedSchema });

const ROUTES: { readonly [path: string]: Route } = {
  '/api/helper/pair': { method: 'POST', answer: pair },
  '/api/helper/view': { method: 'GET', answer: tellView },
  '/api/helper/events': { method: 'GET', answer: openStream },
  '/api/helper/do': { method: 'POST', answer: doIt },
};

/** Whether a path is for helpers. */
export const isForHelpers = (path: string): boolean => path.startsWith('/api/helper/');

/** Answers one request of a helper. @throws Refused 404, 405 and what the routes refuse */
export async function answerHelper(asked: DoorRequest, parts: HelperParts): Promise<void> {
  const route = Object.hasOwn(ROUTES, asked.path) ? ROUTES[asked.path] : undefined;
  if (!route) throw new Refused(404);
  if (asked.request.method !== route.method) throw new Refused(405, { Allow: route.method });
  await route.answer(asked, parts);
}

async function pair({ request, response, from, host }: DoorRequest, { passes, guesses, changed }: HelperParts): Promise<void> {
  checkOrigin(request, host);
  const wanted = v.safeParse(pairSchema, await readJson(request));
  if (!wanted.success) throw new Refused(400);
  if (!guesses.mayTry(from, '')) throw new Refused(429, { 'Retry-After': '60' });
  const pass = passes.pair(wanted.output.secret);
  if (pass === null) {
    guesses.wrong(from);
    throw new Refused(403);
  }
  changed();
  sendJson(response, 200, { pass } satisfies Paired);
}

async function tellView(asked: DoorRequest, parts: HelperParts): Promise<void> {
  checkPass(asked, parts, bearerOf(asked.request));
  sendJson(asked.response, 200, await parts.room.freshView());
}

async function openStream(asked: DoorRequest, parts: HelperParts): Promise<void> {
  const pass = passInQuery(asked.query);
  checkPass(asked, parts, pass);
  await parts.room.freshView();
  parts.streams.open(pass, asked.response);
}

async function doIt(asked: DoorRequest, parts: HelperParts): Promise<void> {
  checkOrigin(asked.request, asked.host);
  const helper = checkPass(asked, parts, bearerOf(asked.request));
  const wanted = v.safeParse(requestSchema, await readJson(asked.request));
  if (!wanted.success) throw new Refused(400);
  const { key, deed } = wanted.output;
  try {
    const done = await parts.passes.deeds.once(`${helper.id} ${key}`, () => parts.room.obey(deed));
    sendJson(asked.response, done ? 200 : 202, await parts.room.freshView());
  } catch (error) {
    if (!(error instanceof TroubleError)) throw error;
    sendJson(asked.response, 409, { trouble: error.trouble.code });
  }
}

/** Whose pass it is. @throws Refused 401 for a pass that is nobody's, 429 for too many wrong ones from that address */
function checkPass({ from }: DoorRequest, { passes, guesses }: HelperParts, pass: string): Helper {
  if (!guesses.mayTry(from, pass)) throw new Refused(429, { 'Retry-After': '60' });
  const helper = passes.helperOf(pass);
  if (!helper) {
    if (pass !== '') guesses.wrong(from);
    throw new Refused(401);
  }
  guesses.right(from, pass);
  return helper;
}
