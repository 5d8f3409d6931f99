import type { Locale } from '../../shared/board/board.ts';
import { phone as en } from '../../shared/strings/en/phone.ts';
import { phone as nl } from '../../shared/strings/nl/phone.ts';
import { sayOnPhone, type PhoneKey } from '../../shared/strings/phoneWords.ts';
import { makeClock } from './clock.ts';
import { element, fill, say, trait } from './element.ts';
import type { IdeaForm } from './ideaForm.ts';
import { mineOf, sceneOf, type Model, type Scene } from './model.ts';
import type { Hands, Page, SceneMaker, Shown } from './scene.ts';
import { castScene } from './screens/castScene.ts';
import { codeScene } from './screens/codeScene.ts';
import { closedScene, elsewhereScene, openingScene, waitScene } from './screens/plainScene.ts';
import { revealedScene } from './screens/revealedScene.ts';
import { tablesScene } from './screens/tablesScene.ts';
import { voteScene } from './screens/voteScene.ts';
import { tableColor, tableDisk, tableSignPicture } from './tableDisk.ts';

const WORDS = { nl, en } as const;
const OTHER: { readonly [locale in Locale]: Locale } = { nl: 'en', en: 'nl' };

/** Shows what the page knows. */
export type View = { readonly show: (model: Model) => void };

/**
 * The page around its scenes: table and clock above, what is wrong with the connection, the scene, the other language
 * below. A scene stays while only its details change, so that focus and scrolling stay as well.
 * @param ideas stands below every scene
 * @param seed orders the candidates on this phone
 */
export function makeView(body: HTMLElement, hands: Hands, ideas: IdeaForm, seed: number, now: () => number): View {
  const clock = makeClock(now);
  const table = element('p', { class: 'table' });
  const head = element('header', {}, table, clock.node);
  const lost = element('p', { class: 'lost', role: 'status' });
  const stage = element('div', { class: 'stage' });
  const main = element('main', {}, stage, ideas.node);
  const other = element('button', { type: 'button', class: 'other' });
  const aloud = element('p', { class: 'aloud', 'aria-live': 'polite' });
  body.append(head, lost, main, element('footer', {}, other), aloud);

  let shown: Shown | null = null;
  let shownKey = '';
  let wasLost = false;
  const announce = (text: string): void => {
    say(aloud, '');
    // Said again in a later turn, or the same words twice would be heard once.
    window.setTimeout(() => say(aloud, text), 60);
  };
  return {
    show: (model) => {
      const page = pageFor(model, hands, announce);
      document.documentElement.lang = model.locale;
      document.title = [page.t('title'), model.room && model.room.title].filter(Boolean).join(' · ');
      showTable(table, model, page);
      clock.update(model, page);
      const isLost = model.link === 'lost' && sceneOf(model) !== 'opening';
      say(lost, isLost ? page.t(lostKey(model)) : '');
      if (wasLost && !isLost) announce(page.t('back'));
      wasLost = isLost;
      say(other, page.t('otherLanguage'));
      trait(other, 'lang', OTHER[model.locale]);
      other.onclick = () => hands.speak(OTHER[model.locale]);
      ideas.update(model, page);
      const key = keyOf(model);
      if (shown && key === shownKey) return shown.update(model);
      const spokenAnew = shown !== null && key.slice(2) === shownKey.slice(2);
      const first = shown === null;
      shown = sceneMaker(model, seed)(model, page);
      shownKey = key;
      fill(stage, shown.node);
      if (first || spokenAnew) return undefined;
      window.scrollTo(0, 0);
      const title = stage.querySelector('h1');
      if (title) title.focus();
      return undefined;
    },
  };
}

/** Scenes with the same key are brought up to date, others are drawn anew. Begins with the language, two letters. */
function keyOf(model: Model): string {
  const { voter, locale, room } = model;
  const scene = sceneOf(model);
  const about = voter && voter.phase === 'vote' ? [voter.round, voter.candidates.map(({ id, picture }) => id + String(picture)), scene === 'cast' ? voter.mine : ''] : [{ ...voter, ideas: '' }];
  return locale + JSON.stringify([scene, room && room.locale, scene === 'tables' ? room : '', about]);
}

function sceneMaker(model: Model, seed: number): SceneMaker {
  const scene: Scene = sceneOf(model);
  const vote = model.voter && model.voter.phase === 'vote' ? model.voter : null;
  switch (scene) {
    case 'opening': return openingScene;
    case 'code': return codeScene;
    case 'tables': return tablesScene;
    case 'wait': return waitScene;
    case 'vote': return vote ? voteScene(vote, seed) : openingScene;
    case 'cast': return vote ? castScene(vote) : openingScene;
    case 'paper':
    case 'hands': return elsewhereScene(scene);
    case 'closed': return closedScene;
    case 'revealed': return revealedScene;
    default: { const never: never = scene; return never; }
  }
}

function pageFor({ locale, room }: Model, hands: Hands, announce: (text: string) => void): Page {
  const words = WORDS[locale];
  return {
    t: (key, values) => sayOnPhone(words, key, values),
    boardLang: room && room.locale !== locale ? room.locale : null,
    hands,
    announce,
  };
}

function showTable(node: HTMLElement, { voter, room, pass }: Model, page: Page): void {
  const number = voter && pass !== null ? voter.table : null;
  const known = room && room.tables.find((each) => each.number === number);
  const color = tableColor(known ? known.color : undefined);
  // Dots on the page are in the colour of the table, as stickers in the room would be.
  document.documentElement.style.setProperty('--table', color);
  trait(node, 'hidden', number === null);
  const key = number === null ? '' : `${number} ${color} ${page.t('table', { table: number })}`;
  if (node.dataset['of'] === key) return;
  node.dataset['of'] = key;
  fill(node, ...(number === null ? [] : [tableDisk({ number, color }), page.t('table', { table: number }), tableSignPicture(number)]));
}

/** What is to be said of a lost connection: that a cast vote counts only when it does. */
function lostKey(model: Model): PhoneKey {
  if (model.sending) return 'lostSending';
  return mineOf(model.voter) ? 'lostCast' : 'lost';
}
