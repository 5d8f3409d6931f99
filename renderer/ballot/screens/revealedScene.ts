import { element } from '../element.ts';
import type { Model } from '../model.ts';
import { face, heading, note, shining } from '../pieces.ts';
import type { Page, SceneMaker } from '../scene.ts';
import { closedScene } from './plainScene.ts';

/** The scene of the result: the winner with its drawing, or those that are equal. */
export const revealedScene: SceneMaker = (model, page) => {
  const winners = model.voter && model.voter.phase === 'revealed' ? model.voter.winners : [];
  const [winner] = winners;
  // Nobody gave a dot: there is nothing to tell.
  if (winner === undefined) return closedScene(model, page);
  return {
    node: element('div', { class: 'centre revealed' }, ...(winners.length === 1 ? won(winner, model, page) : tied(winners, model, page))),
    update: () => undefined,
  };
};

function won(winner: string, model: Model, page: Page): readonly HTMLElement[] {
  const title = element('h1', { tabindex: '-1' }, element('span', { class: 'small' }, `${page.t('revealedTitle')} `), element('span', { class: 'winner', lang: page.boardLang }, winner));
  return [shining(...pictures([winner], model, 'hero')), title];
}

function tied(winners: readonly string[], model: Model, page: Page): readonly HTMLElement[] {
  const list = winners.length < 2 ? winners.join('') : `${winners.slice(0, -1).join(', ')} ${page.t('and')} ${winners[winners.length - 1]}`;
  return [
    element('div', { class: 'equals' }, ...pictures(winners.slice(0, 3), model, 'half')),
    heading(page, page.t('tiedTitle')),
    element('p', { class: 'lead', lang: page.boardLang }, page.t('tiedText', { list })),
    note('hemel', page.t('closedNext')),
  ];
}

/** The drawings of the winners, as far as this phone saw them in the round. */
function pictures(winners: readonly string[], { lastVote, voter }: Model, className: string): readonly HTMLElement[] {
  if (!lastVote || !voter || voter.phase !== 'revealed' || lastVote.question !== voter.question) return [];
  return winners.flatMap((label) => lastVote.candidates.filter((each) => each.label === label && each.picture).map((each) => face(each, className)));
}
