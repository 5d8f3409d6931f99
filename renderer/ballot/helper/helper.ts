import { asId, type TableId } from '../../../shared/base/ids.ts';
import type { Locale } from '../../../shared/board/board.ts';
import type { HelperDeed, HelperView } from '../../../shared/contract/helper.ts';
import type { TableDots } from '../../../shared/contract/rounds.ts';
import '../ballot.css';
import { chance } from '../chance.ts';
import { UNHEARD } from '../doorTalk.ts';
import { openLine, type Line } from '../line.ts';
import { makePatience } from '../patience.ts';
import './helper.css';
import { countedAt, openRoundOf, type HelperModel } from './helperModel.ts';
import { makeDeedQueue } from './deedQueue.ts';
import { lookAtView, pair, send, type DeedAnswer } from './helperTalk.ts';
import { makeHelperView } from './helperView.ts';

const INVITATION = '#helper=';
const KEY = 'droomdoek.helper';
/** So long one waits for the next step of a count before it is sent. */
const PAUSE_MS = 300;
const WORTH_A_WORD_MS = 2500;

const storage = ((): Storage | null => {
  try { return window.localStorage; } catch { return null; }
})();
const spoken = (navigator.languages || []).map((each) => each.slice(0, 2)).find((each): each is Locale => each === 'nl' || each === 'en');

let pass: string | null = null;
let line: Line | null = null;
let lostTimer = 0;
let countTimer = 0;
let model: HelperModel = { locale: spoken || 'nl', paired: 'trying', lost: false, view: null, closesAtMs: null, place: { kind: 'all' }, doubt: null, counting: {}, word: null };
/** What was counted at the place that is open, before it is sent. */
let typed: { readonly at: string; readonly dots: TableDots } | null = null;
const patience = makePatience();
const queue = makeDeedQueue({
  patience, key: chance, onAnswer: hear, onUnheard: missed,
  send: (request) => (pass === null ? Promise.resolve({ outcome: 'gone' }) : send(pass, request)),
});

const view = makeHelperView(document.body, {
  go: (place) => {
    sendCount();
    become({ place, doubt: null, word: null });
  },
  doubt: (doubt) => become({ doubt }),
  count: (dots) => {
    window.clearTimeout(countTimer);
    const at = countedAt(model.place);
    typed = { at, dots };
    become({ counting: { ...model.counting, [at]: dots }, word: null });
    countTimer = window.setTimeout(sendCount, PAUSE_MS);
  },
  does: (deed) => {
    sendCount();
    become({ doubt: null, word: null });
    queue.add(deed);
  },
  speak: (locale) => become({ locale }),
});

function become(change: Partial<HelperModel>): void {
  model = { ...model, ...change };
  view.show(model);
}

function found(): void {
  window.clearTimeout(lostTimer);
  lostTimer = 0;
  if (model.lost) become({ lost: false });
  patience.now();
}

function missed(): void {
  if (lostTimer === 0) lostTimer = window.setTimeout(() => become({ lost: true }), WORTH_A_WORD_MS);
}

function see(next: HelperView): void {
  const { place } = model;
  const open = openRoundOf(next);
  const before = openRoundOf(model.view);
  const closed = open === null || (before !== null && before.round.id !== open.round.id);
  if (closed) typed = null;
  const gone = closed || (place.kind === 'table' && !next.tables.some(({ id }) => id === place.table));
  const closesAtMs = next.closesInMs === null ? null : Date.now() + next.closesInMs;
  become({ view: next, paired: 'yes', closesAtMs, ...(gone ? { place: { kind: 'all' } } : {}), ...(closed ? { counting: {} } : {}) });
}

/** Sends what was counted last. */
function sendCount(): void {
  window.clearTimeout(countTimer);
  const open = openRoundOf(model.view);
  if (!typed || !open) return;
  const { at, dots } = typed;
  typed = null;
  const round = open.round.id;
  queue.add(at === 'hands' ? { do: 'hands', round, dots } : { do: 'count', round, table: asId<TableId>(at), dots });
}

/** Without the count that was answered; one that was made since stays. */
function stillCounting(deed: HelperDeed): HelperModel['counting'] {
  if (deed.do !== 'count' && deed.do !== 'hands') return model.counting;
  return Object.fromEntries(Object.entries(model.counting).filter(([at, dots]) => at !== (deed.do === 'hands' ? 'hands' : deed.table) || dots !== deed.dots));
}

function hear(deed: HelperDeed, answer: DeedAnswer): void {
  found();
  const counting = stillCounting(deed);
  switch (answer.outcome) {
    case 'gone': return leave();
    case 'failed': return become({ counting, word: 'failed' });
    case 'asked': become({ counting, word: 'asked' }); return see(answer.view);
    case 'done':
      model = { ...model, counting };
      return see(answer.view);
  }
}

function leave(): void {
  queue.clear();
  if (line) line.close();
  line = null;
  pass = null;
  if (storage) storage.removeItem(KEY);
  become({ paired: 'gone', view: null });
}

/** Takes up work with a pass. */
function enter(given: string): void {
  pass = given;
  if (storage) storage.setItem(KEY, given);
  line = openLine({ ask: () => lookAtView(given), events: `/api/helper/events?pass=${encodeURIComponent(given)}`, event: 'view' }, {
    onState: (next: HelperView) => { found(); see(next); },
    onLost: missed,
    onRefused: leave,
  });
}

async function bringInvitation(secret: string): Promise<void> {
  const given = await pair(secret);
  if (given === UNHEARD) return patience.later(() => void bringInvitation(secret));
  // The secret is used: it is of no more use to whoever sees the address.
  window.history.replaceState(null, '', window.location.pathname);
  if (given !== 'void') return enter(given.pass);
  const kept = storage && storage.getItem(KEY);
  return kept ? enter(kept) : become({ paired: 'refused' });
}

view.show(model);
const { hash } = window.location;
const kept = storage && storage.getItem(KEY);
if (hash.startsWith(INVITATION)) void bringInvitation(hash.slice(INVITATION.length));
else if (kept) enter(kept);
else become({ paired: 'refused' });
