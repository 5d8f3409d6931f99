import type { PhoneKey } from '../../../shared/strings/phoneWords.ts';
import { element, fill, say, trait } from '../element.ts';
import type { Model, Remark } from '../model.ts';
import { drawing, heading, note } from '../pieces.ts';
import type { Page, SceneMaker } from '../scene.ts';

/** The scene while nothing was heard of the room: quiet at first, and with advice when it takes long. */
export const openingScene: SceneMaker = (model, page) => {
  const text = element('p', { class: 'lead' });
  const update = ({ link }: Model): void => say(text, page.t(link === 'lost' ? 'unreachable' : 'openingText'));
  update(model);
  const node = centre(drawing('opening'), heading(page, page.t('openingTitle')), text);
  // Mostly the room answers before one could read it.
  node.classList.add('late');
  return { node, update };
};

/** The scene before a round: one is in, and there is nothing to do. */
export const waitScene: SceneMaker = (_, page) =>
  still(centre(drawing('wait'), heading(page, page.t('waitTitle')), lead(page, 'waitText'), note('hemel', page.t('waitNote'))));

/** The scene of a table that votes on paper or with hands. */
export const elsewhereScene = (way: 'paper' | 'hands'): SceneMaker => (model, page) => {
  const voided = note('perzik', page.t('elsewhereVoid'));
  // Only who voted here before has something to be told about it.
  trait(voided, 'hidden', !(model.lastVote && model.lastVote.mine && model.voter && 'question' in model.voter && model.voter.question === model.lastVote.question));
  return still(centre(
    drawing(way),
    heading(page, page.t(way === 'paper' ? 'paperTitle' : 'handsTitle')),
    lead(page, way === 'paper' ? 'paperText' : 'handsText'),
    voided,
  ));
};

const late: readonly Remark[] = ['late', 'lateEarlier', 'unsure'];

/** The scene between the end of a round and its result: the room screen tells first. */
export const closedScene: SceneMaker = (model, page) => {
  const remark = element('div', { role: 'status' });
  const update = (next: Model): void => {
    const about = late.find((each) => each === next.remark);
    if ((remark.textContent === '') !== (about === undefined)) fill(remark, about === undefined ? null : note('perzik', page.t(about as PhoneKey)));
  };
  update(model);
  return {
    node: centre(drawing('closed'), heading(page, page.t('closedTitle')), lead(page, 'closedText'), remark, note('hemel', page.t('closedNext')), element('p', { class: 'foot' }, page.t('closedPeople'))),
    update,
  };
};

const lead = (page: Page, key: PhoneKey): HTMLElement => element('p', { class: 'lead' }, page.t(key));

const centre = (...content: readonly HTMLElement[]): HTMLElement => element('div', { class: 'centre' }, ...content);

const still = (node: HTMLElement): ReturnType<SceneMaker> => ({ node, update: () => undefined });
