import { asId, type TableId } from '../../../shared/base/ids.ts';
import type { Locale } from '../../../shared/board/board.ts';
import type { HelperDeed, HelperView } from '../../../shared/contract/helper.ts';
import type { TableDots } from '../../../shared/contract/rounds.ts';
import '../ballot.css';
import { UNHEARD } from '../doorTalk.ts';
import { openLine, type Line } from '../line.ts';
import { makePatience } from '../patience.ts';
import './helper.css';
import { countedAt, openRoundOf, type HelperModel } from './helperModel.ts';
import { lookAtView, pair, send } from './helperTalk.ts';
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
let model: HelperModel = { locale: spoken || 'nl', paired: 'trying', lost: false, view: null, closesAtMs: null, place: { kind: 'all' }, doubt: null, counting: null, word: null };
const patience = makePatience();

const view = makeHelperView(document.body, {
  go: (place) => {
    sendCount();
    become({ place, doubt: null, word: null });
  },
  doubt: (doubt) => become({ doubt }),
  count: (dots) => {
    window.clearTimeout(countTimer);
    become({ counting: { at: countedAt(model.place), dots }, word: null });
    countTimer = window.setTimeout(sendCount, PAUSE_MS);
  },
  does: (deed) => {
    sendCount();
    become({ doubt: null, word: null });
    void act(deed);
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
  const gone = openRoundOf(next) === null || (place.kind === 'table' && !next.tables.some(({ id }) => id === place.table));
  const closesAtMs = next.closesInMs === null ? null : Date.now() + next.closesInMs;
  become({ view: next, paired: 'yes', closesAtMs, ...(gone ? { place: { kind: 'all' }, counting: null } : {}) });
}

/** Sends what was counted last; the newest replaces what waits. */
function sendCount(): void {
  window.clearTimeout(countTimer);
  const { counting } = model;
  const open = openRoundOf(model.view);
  if (!counting || !open) return;
  const round = open.round.id;
  const deed: HelperDeed = counting.at === 'hands' ? { do: 'hands', round, dots: counting.dots } : { do: 'count', round, table: asId<TableId>(counting.at), dots: counting.dots };
  void act(deed, counting.dots);
}

/** Has it done, again and again until the laptop answers. A count that was overtaken by a newer one is dropped. */
async function act(deed: HelperDeed, dots: TableDots | null = null): Promise<void> {
  if (pass === null) return;
  const answer = await send(pass, deed);
  const overtaken = dots !== null && (!model.counting || model.counting.dots !== dots);
  if (overtaken) return;
  if (answer === UNHEARD) {
    missed();
    return patience.later(() => void act(deed, dots));
  }
  found();
  patience.calm();
  const counted = dots === null ? {} : { counting: null };
  switch (answer.outcome) {
    case 'gone': return leave();
    case 'failed': return become({ ...counted, word: 'failed' });
    case 'asked': become({ word: 'asked' }); return see(answer.view);
    case 'done':
      model = { ...model, ...counted };
      return see(answer.view);
  }
}

function leave(): void {
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
