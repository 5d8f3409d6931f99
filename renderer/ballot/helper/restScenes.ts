import { element, say, trait } from '../element.ts';
import { drawing } from '../pieces.ts';
import type { HelperModel, HelperPage, HelperScene } from './helperModel.ts';

const centre = (...content: readonly (HTMLElement | null)[]): HTMLElement => element('div', { class: 'centre' }, ...content);
const heading = (text: string): HTMLElement => element('h1', { tabindex: '-1' }, text);
const lead = (text: string): HTMLElement => element('p', { class: 'lead' }, text);

/** The scene before one is paired, when the invitation was void, and after one was sent away. */
export function unpairedScene({ paired }: HelperModel, { t }: HelperPage): HelperScene {
  const parts = paired === 'trying' ? [heading(t('pairing'))]
    : paired === 'gone' ? [heading(t('gone')), lead(t('goneText'))]
      : [heading(t('pairFailed')), lead(t('pairFailedText'))];
  return { node: centre(drawing('opening'), ...parts), update: () => undefined };
}

/** The scene while no round is open: ask for one, or for the result of the last to be revealed. */
export function restScene(model: HelperModel, page: HelperPage): HelperScene {
  const { t, hands } = page;
  const round = model.view ? model.view.round : null;
  const word = element('p', { class: 'word', role: 'status' });
  const open = element('button', { type: 'button', class: 'main open', click: () => hands.does({ do: 'open' }) }, t('askOpen'));
  const closed = round !== null && round.state === 'closed';
  const reveal = element('button', { type: 'button', class: 'main', click: () => hands.doubt('reveal') }, t('reveal'));
  const sure = element('div', { class: 'sure' },
    element('button', { type: 'button', class: 'main', click: () => { if (round) hands.does({ do: 'reveal', round: round.id }); } }, t('revealSure')),
    element('button', { type: 'button', class: 'main open', click: () => hands.doubt(null) }, t('notYet')));
  const update = (next: HelperModel): void => {
    say(word, next.word === null ? '' : t(next.word));
    trait(reveal, 'hidden', !closed || next.doubt === 'reveal');
    trait(sure, 'hidden', !closed || next.doubt !== 'reveal');
    trait(open, 'hidden', closed);
  };
  update(model);
  const title = closed ? t('closedTitle') : round && round.state === 'revealed' ? t('revealedTitle') : t('restTitle');
  const question = round && round.state !== 'open' ? element('p', { class: 'lead', lang: page.boardLang }, round.question) : null;
  return { node: centre(drawing('closed'), heading(title), question, lead(t(closed ? 'closedText' : 'restText')), reveal, sure, open, word), update };
}
