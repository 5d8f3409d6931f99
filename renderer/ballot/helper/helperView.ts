import type { Locale } from '../../../shared/board/board.ts';
import { helper as en } from '../../../shared/strings/en/helper.ts';
import { sayOnPhone } from '../../../shared/strings/phoneWords.ts';
import { helper as nl } from '../../../shared/strings/nl/helper.ts';
import { element, fill, say, trait } from '../element.ts';
import { countScene } from './countScene.ts';
import { openRoundOf, type HelperHands, type HelperModel, type HelperPage, type HelperScene } from './helperModel.ts';
import { restScene, unpairedScene } from './restScenes.ts';
import { tablesScene } from './tablesScene.ts';

const WORDS = { nl, en } as const;
const OTHER: { readonly [locale in Locale]: Locale } = { nl: 'en', en: 'nl' };

/** A helper's page around its scenes: what is wrong with the connection, the scene, the other language. */
export function makeHelperView(body: HTMLElement, hands: HelperHands): { readonly show: (model: HelperModel) => void } {
  const lost = element('p', { class: 'lost', role: 'status' });
  const stage = element('div', { class: 'stage' });
  const other = element('button', { type: 'button', class: 'other' });
  body.append(lost, element('main', {}, stage), element('footer', {}, other));
  let shown: HelperScene | null = null;
  let shownKey = '';
  return {
    show: (model) => {
      const words = WORDS[model.locale];
      const boardLang = model.view && model.view.locale !== model.locale ? model.view.locale : null;
      const page: HelperPage = { t: (key, values) => sayOnPhone(words, key, values), boardLang, hands };
      document.documentElement.lang = model.locale;
      document.title = [page.t('title'), model.view && model.view.title].filter(Boolean).join(' · ');
      say(lost, model.lost ? page.t('lost') : '');
      say(other, page.t('otherLanguage'));
      trait(other, 'lang', OTHER[model.locale]);
      other.onclick = () => hands.speak(OTHER[model.locale]);
      const key = keyOf(model);
      if (shown && key === shownKey) return shown.update(model);
      const moved = shown !== null && key.slice(2) !== shownKey.slice(2);
      shown = sceneOf(model, page);
      shownKey = key;
      fill(stage, shown.node);
      if (!moved) return undefined;
      window.scrollTo(0, 0);
      const title = stage.querySelector('h1');
      if (title) title.focus();
      return undefined;
    },
  };
}

/** Scenes with the same key are brought up to date, others drawn anew. Begins with the language, two letters. */
function keyOf({ locale, paired, view, place }: HelperModel): string {
  const open = openRoundOf(view);
  const about = open ? [open.round.id, place, view && view.tables] : [view && view.round && [view.round.id, view.round.state]];
  return locale + JSON.stringify([paired, view === null, about]);
}

function sceneOf(model: HelperModel, page: HelperPage): HelperScene {
  if (model.paired !== 'yes' || !model.view) return unpairedScene(model, page);
  if (!openRoundOf(model.view)) return restScene(model, page);
  return model.place.kind === 'all' ? tablesScene(model, page) : countScene(model.place, model, page);
}
