import type { MarkId } from '../../../shared/base/ids.ts';
import type { PhoneCandidate } from '../../../shared/contract/phone.ts';
import { dotsOn, give, mayGive, takeBack, type DotsInHand } from '../dotsInHand.ts';
import { element, fill, say, trait } from '../element.ts';
import type { OpenVote } from '../model.ts';
import { face, named } from '../pieces.ts';
import type { Page } from '../scene.ts';
import { dotMark, stepMark, tickMark } from '../vector.ts';

/** The candidates of a round as things to choose from. */
export type Choices = {
  readonly node: HTMLElement;
  /** Shows where the dots lie. */
  readonly lay: (dots: DotsInHand) => void;
  /** Takes the focus to the first of them. */
  readonly first: () => void;
};

type Row = { readonly node: HTMLElement; readonly lay: (dots: DotsInHand) => void; readonly focus: () => void };

/**
 * The candidates in the order of this phone: one of many where there is one vote, on and off where a candidate has a
 * dot or none, minus and plus where it may have more.
 */
export function choicesFor(vote: OpenVote, candidates: readonly PhoneCandidate[], page: Page): Choices {
  let dots: DotsInHand = [];
  const hand: Hand = { dots: () => dots, lay: (next) => page.hands.layOut(next) };
  const rowOf = vote.dotsPerPerson === 1 ? oneOfMany : vote.atMostPerCandidate === 1 ? onOrOff : moreOrLess;
  const rows = candidates.map((candidate) => rowOf(candidate, vote, page, hand));
  const group = element('fieldset', { class: candidates.some(({ picture }) => picture) ? 'choices drawn' : 'choices' },
    element('legend', { class: 'aloud' }, page.t('choices')),
    ...rows.map(({ node }) => node));
  return {
    node: group,
    lay: (next) => {
      dots = next;
      for (const row of rows) row.lay(next);
    },
    first: () => {
      const [row] = rows;
      if (row) row.focus();
    },
  };
}

type Hand = { readonly dots: () => DotsInHand; readonly lay: (dots: DotsInHand) => void };

/** A card that is pressed as a whole. */
function pressed(candidate: PhoneCandidate, page: Page, input: HTMLInputElement, mark: Node): HTMLElement {
  return element('label', { class: 'choice' }, input, element('span', { class: 'face' }, face(candidate, 'picture'), named(page, candidate), mark));
}

function oneOfMany(candidate: PhoneCandidate, _: OpenVote, page: Page, hand: Hand): Row {
  const input = element('input', { type: 'radio', name: 'choice', class: 'aloud', change: () => hand.lay([candidate.id]) });
  return { node: pressed(candidate, page, input, tickMark('mark')), lay: (dots) => { input.checked = dots[0] === candidate.id; }, focus: () => input.focus() };
}

function onOrOff(candidate: PhoneCandidate, vote: OpenVote, page: Page, hand: Hand): Row {
  const toggle = (): void => {
    const dots = hand.dots();
    if (!input.checked) return hand.lay(takeBack(dots, candidate.id));
    if (mayGive(dots, candidate.id, vote)) return hand.lay(give(dots, candidate.id, vote));
    input.checked = false;
    return page.announce(page.t('dotsGone'));
  };
  const input = element('input', { type: 'checkbox', class: 'aloud', change: toggle });
  const row = pressed(candidate, page, input, dotMark('mark'));
  return {
    node: row,
    lay: (dots) => {
      input.checked = dots.indexOf(candidate.id) >= 0;
      trait(row, 'class', input.checked || mayGive(dots, candidate.id, vote) ? 'choice' : 'choice spent');
    },
    focus: () => input.focus(),
  };
}

function moreOrLess(candidate: PhoneCandidate, vote: OpenVote, page: Page, hand: Hand): Row {
  const { id, label } = candidate;
  const step = (sign: '+' | '-', press: () => void): HTMLButtonElement =>
    element('button', { type: 'button', class: 'stepper', 'aria-label': page.t(sign === '+' ? 'more' : 'fewer', { label }), click: press }, stepMark(sign));
  const more = step('+', () => {
    if (mayGive(hand.dots(), id, vote)) hand.lay(give(hand.dots(), id, vote));
    else page.announce(page.t('dotsGone'));
  });
  const fewer = step('-', () => hand.lay(takeBack(hand.dots(), id)));
  const lying = element('span', { class: 'lying' });
  const row = element('div', { class: 'choice', role: 'group', 'aria-label': label },
    element('span', { class: 'face' }, face(candidate, 'picture'), element('span', { class: 'held' }, named(page, candidate), element('span', { class: 'count' }, lying, element('span', { class: 'steps' }, fewer, more)))));
  return {
    node: row,
    lay: (dots) => {
      layDots(lying, dots, id, page);
      trait(fewer, 'aria-disabled', dotsOn(dots, id) === 0 ? 'true' : null);
      trait(more, 'aria-disabled', mayGive(dots, id, vote) ? null : 'true');
      trait(row, 'class', dotsOn(dots, id) > 0 ? 'choice on' : 'choice');
    },
    focus: () => more.focus(),
  };
}

function layDots(node: HTMLElement, dots: DotsInHand, id: MarkId, page: Page): void {
  const count = dotsOn(dots, id);
  const text = page.t('dots', { count });
  if (node.textContent === text) return;
  const drawn = Array.from({ length: Math.min(count, 6) }, () => dotMark('dot'));
  const words = element('span', { class: 'aloud' });
  say(words, text);
  fill(node, ...drawn, count > 6 ? element('b', { 'aria-hidden': 'true' }, '…') : null, words);
}
