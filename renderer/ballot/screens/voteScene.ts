import { dotsLeft, sameDots, type DotsInHand } from '../dotsInHand.ts';
import { dotMark } from '../vector.ts';
import { element, fill, say, trait } from '../element.ts';
import type { Model, OpenVote } from '../model.ts';
import { heading, labelOf, underline } from '../pieces.ts';
import type { Page, SceneMaker } from '../scene.ts';
import { shuffled } from '../shuffle.ts';
import { choicesFor } from './choices.ts';

/** The scene in which one votes. `seed` orders the candidates on this phone. */
export const voteScene = (vote: OpenVote, seed: number): SceneMaker => (model, page) => {
  const candidates = shuffled(vote.candidates, seed, vote.round);
  const choices = choicesFor(vote, candidates, page);
  const hand = element('p', { class: 'hand', role: 'status' });
  const remark = element('p', { class: 'remark', role: 'alert' });
  const button = element('button', { class: 'main', type: 'submit' });
  let next: (() => void) | null = null;
  const update = (now: Model): void => {
    choices.lay(now.dots);
    showHand(hand, now.dots, vote, page);
    say(remark, now.remark === 'again' ? page.t('again') : '');
    const { text, does, open } = mainButton(now, vote, page, choices.first);
    next = does;
    say(button, text);
    trait(button, 'class', open ? 'main open' : 'main');
    trait(button, 'aria-disabled', does === null ? 'true' : null);
  };
  update(model);
  const press = (event: Event): void => {
    event.preventDefault();
    if (next) next();
  };
  return {
    node: element('form', { class: 'vote', submit: press, novalidate: true },
      heading(page, vote.question, true),
      underline(),
      element('p', { class: 'rule' }, ruleText(vote, page)),
      choices.node,
      element('p', { class: 'foot' }, page.t('order')),
      element('div', { class: 'bar' }, hand, remark, button)),
    update,
  };
};

/** The rule of a round in a sentence or two. */
function ruleText({ dotsPerPerson, atMostPerCandidate }: OpenVote, page: Page): string {
  if (dotsPerPerson === 1) return page.t('ruleOne');
  if (atMostPerCandidate === 1) return page.t('ruleDots', { n: dotsPerPerson });
  return atMostPerCandidate >= dotsPerPerson ? page.t('ruleSpread', { n: dotsPerPerson }) : page.t('ruleMost', { n: dotsPerPerson, most: atMostPerCandidate });
}

/** The dots that are still in the hand, drawn and in words; nothing where there is only one. */
function showHand(node: HTMLElement, dots: DotsInHand, vote: OpenVote, page: Page): void {
  if (vote.dotsPerPerson === 1) return;
  const left = dotsLeft(dots, vote);
  const text = left === 0 ? page.t('leftNone') : page.t('left', { count: left });
  if (node.textContent === text) return;
  // Beyond eight they would fill a narrow phone, and nobody counts them.
  const drawn = vote.dotsPerPerson > 8 ? [] : Array.from({ length: vote.dotsPerPerson }, (_, i) => dotMark(i < left ? 'dot' : 'dot gone'));
  fill(node, element('span', { class: 'dots', 'aria-hidden': 'true' }, ...drawn), element('span', {}, text));
}

type MainButton = { readonly text: string; readonly does: (() => void) | null; readonly open: boolean };

function mainButton({ dots, sending, changing, voter }: Model, vote: OpenVote, page: Page, first: () => void): MainButton {
  const mine = voter && voter.phase === 'vote' ? voter.mine : null;
  if (sending && sameDots(sending.choices, dots)) return { text: page.t('sending'), does: null, open: false };
  if (dots.length === 0) return { text: page.t(vote.dotsPerPerson === 1 ? 'firstOne' : 'firstDot'), does: first, open: true };
  if (changing && mine && sameDots(mine, dots)) return { text: page.t('keep'), does: page.hands.keep, open: true };
  return { text: voteText(dots, vote, page), does: page.hands.vote, open: false };
}

/** Names what one votes for as long as that is short enough to be read at a glance. */
function voteText(dots: DotsInHand, { dotsPerPerson, candidates }: OpenVote, page: Page): string {
  const [first, second] = [labelOf(candidates, dots[0]), labelOf(candidates, dots[1])];
  if (dotsPerPerson === 1) return page.t('voteFor', { label: first });
  if (dots.length === 2 && first !== second && first.length + second.length < 24) return page.t('voteForTwo', { first, second });
  return page.t('voteDots', { count: dots.length });
}
