import type { Locale } from '../../shared/board/board.ts';
import type { JoinRequest } from '../../shared/contract/phone.ts';
import './ballot.css';
import { makeBallotBox } from './ballotBox.ts';
import { doorTalk, UNHEARD } from './doorTalk.ts';
import { makeIdeaForm } from './ideaForm.ts';
import { memoryOf } from './keepsake.ts';
import { openLine, type Line } from './line.ts';
import { after, firstModel, type Happening } from './model.ts';
import { makePatience } from './patience.ts';
import { CODE_LENGTH, tidyCode } from './seatCode.ts';
import { makeView } from './view.ts';

/** A connection that is away for less than this is not worth a word. */
const WORTH_A_WORD_MS = 2500;

const INVITATION = '#helper=';
/** Where nothing can be kept, the address keeps who one is, so that the page may be opened anew. */
const PASS = '#pass=';

const memory = memoryOf(window);
const { device } = memory.read();

/** The language that was chosen here before, else the first of the browser's that the page speaks. */
function ownLocale(): Locale | null {
  const { locale } = memory.read();
  const spoken = navigator.languages || [navigator.language];
  return locale || spoken.map((each) => each.slice(0, 2)).find((each): each is Locale => each === 'nl' || each === 'en') || null;
}

let model = firstModel(ownLocale() || 'nl', memory.read().pass);
let line: Line | null = null;
let lostTimer = 0;
/** The highest number that a ballot of this phone had. */
let counted = 0;
const joinPatience = makePatience();
const roomPatience = makePatience();

const view = makeView(document.body, {
  enter: (code) => join({ device, code }),
  sit: (table) => join({ device, table }),
  layOut: (dots) => happen({ kind: 'laidOut', dots }),
  vote: () => {
    const { voter, pass, dots } = model;
    if (!voter || voter.phase !== 'vote' || pass === null) return;
    counted = Math.max(counted, voter.count) + 1;
    const request = { round: voter.round, choices: dots, count: counted };
    memory.keep({ sending: request });
    happen({ kind: 'sent', request });
    box.put(pass, request);
  },
  change: () => happen({ kind: 'change' }),
  keep: () => happen({ kind: 'keep' }),
  speak: (locale) => {
    memory.keep({ locale });
    happen({ kind: 'spoken', locale });
  },
}, makeIdeaForm(doorTalk), memory.read().seed, Date.now);

const box = makeBallotBox(doorTalk, {
  onAnswer: (request, outcome, sure) => {
    memory.keep({ sending: null });
    found();
    happen({ kind: 'answered', request, outcome, sure });
    if (line && outcome !== 'cast' && outcome !== 'replaced') line.look();
  },
  onLost: missed,
  onRefused: () => leave('passGone'),
});

function happen(happening: Happening): void {
  model = after(model, happening);
  view.show(model);
}

/** The room answered. */
function found(): void {
  window.clearTimeout(lostTimer);
  lostTimer = 0;
  if (model.link === 'lost') happen({ kind: 'link', link: 'up' });
  box.hurry();
}

/** The room did not answer; one says so only when that lasts. */
function missed(): void {
  if (lostTimer === 0) lostTimer = window.setTimeout(() => happen({ kind: 'link', link: 'lost' }), WORTH_A_WORD_MS);
}

function join(request: JoinRequest, scanned = false): void {
  joinPatience.calm();
  happen({ kind: 'asked', scanned, code: 'code' in request ? request.code : '' });
  const ask = (): void => {
    void doorTalk.join(request).then((answer) => {
      if (answer === UNHEARD) {
        missed();
        return joinPatience.later(ask);
      }
      found();
      if ('pass' in answer) return enter(answer.pass);
      happen({ kind: 'refused', why: answer.refused, about: { ...answer } });
      return answer.refused === 'joiningChanged' ? lookAtRoom() : undefined;
    });
  };
  ask();
}

/** Takes part with a pass from now on. */
function enter(pass: string): void {
  // A ballot on its way is that of whoever held this phone before: it goes on its way under their pass alone.
  memory.keep(memory.read().pass === pass ? { pass } : { pass, sending: null });
  if (!memory.lasts) putInAddress(PASS + pass);
  happen({ kind: 'joined', pass });
  if (line) line.close();
  line = openLine({ ask: () => doorTalk.state(pass), events: `/api/events?pass=${encodeURIComponent(pass)}`, event: 'state' }, {
    onState: (state) => {
      found();
      happen({ kind: 'state', state, nowMs: Date.now() });
      sendAgain(pass);
    },
    onLost: missed,
    onRefused: (why) => leave(why === 'joiningChanged' ? why : 'passGone'),
  });
}

/** A ballot that an earlier page sent and whose answer it did not live to see. */
function sendAgain(pass: string): void {
  const { sending } = memory.read();
  const { voter } = model;
  if (!sending || model.sending || !voter) return;
  if (voter.phase !== 'vote' || voter.round !== sending.round) return memory.keep({ sending: null });
  counted = Math.max(counted, sending.count);
  happen({ kind: 'sent', request: sending });
  happen({ kind: 'laidOut', dots: sending.choices });
  return box.put(pass, sending, true);
}

/** The pass is good for nothing any more. */
function leave(why: 'passGone' | 'joiningChanged'): void {
  if (line) line.close();
  line = null;
  box.empty();
  memory.keep({ pass: null, sending: null });
  if (!memory.lasts) putInAddress('');
  happen({ kind: 'passGone', why });
  lookAtRoom();
}

function lookAtRoom(): void {
  void doorTalk.room().then((room) => {
    if (room === UNHEARD) {
      missed();
      return roomPatience.later(lookAtRoom);
    }
    found();
    roomPatience.calm();
    if (ownLocale() === null) happen({ kind: 'spoken', locale: room.locale });
    return happen({ kind: 'room', room });
  });
}

function putInAddress(hash: string): void {
  window.history.replaceState(null, '', window.location.pathname + hash);
}

/** The QR code of a seat card carries the code behind `#`: one scan is enough. Goes on as who was here before otherwise. */
function enterByAddress(): void {
  const { hash } = window.location;
  // The invitation of a helper opens the helper's own page.
  if (hash.startsWith(INVITATION)) return window.location.replace(`./helper.html${hash}`);
  const isPass = hash.startsWith(PASS);
  const code = isPass ? '' : tidyCode(hash);
  if (code.length === CODE_LENGTH) {
    // Out of sight and out of the history.
    putInAddress('');
    return join({ device, code }, true);
  }
  const pass = isPass ? hash.slice(PASS.length) : memory.read().pass;
  return pass === null || pass === model.pass && line ? undefined : enter(pass);
}

view.show(model);
lookAtRoom();
window.addEventListener('hashchange', enterByAddress);
enterByAddress();
