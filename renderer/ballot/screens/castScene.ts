import { dotsOn } from '../dotsInHand.ts';
import { element } from '../element.ts';
import type { OpenVote } from '../model.ts';
import { face, heading, named, note } from '../pieces.ts';
import type { Page, SceneMaker } from '../scene.ts';
import { dotMark } from '../vector.ts';

/** The scene of a ballot that lies on the laptop's disk: what one chose, and how to change it. */
export const castScene = (vote: OpenVote): SceneMaker => (_, page) => ({
  node: element('div', { class: 'centre cast' },
    ...(vote.dotsPerPerson === 1 ? oneVote(vote, page) : manyDots(vote, page)),
    note('hemel', page.t('castChange')),
    element('div', { class: 'bar' },
      element('button', { type: 'button', class: 'main open', click: page.hands.change }, page.t('castGo')),
      element('p', { class: 'foot' }, page.t('secret')))),
  update: () => undefined,
});

function oneVote({ candidates, mine }: OpenVote, page: Page): readonly HTMLElement[] {
  const chosen = candidates.find(({ id }) => mine !== null && id === mine[0]);
  if (!chosen) return [heading(page, page.t('castTitle'))];
  const [before = '', behind = ''] = page.t('castChose', { label: '\n' }).split('\n');
  return [
    face(chosen, 'hero'),
    heading(page, page.t('castTitle')),
    element('p', { class: 'lead' }, before, element('b', { lang: page.boardLang }, chosen.label), behind),
  ];
}

function manyDots({ candidates, mine }: OpenVote, page: Page): readonly HTMLElement[] {
  const dots = mine ?? [];
  const rows = candidates.filter(({ id }) => dotsOn(dots, id) > 0).map((candidate) => {
    const count = dotsOn(dots, candidate.id);
    return element('li', { class: 'given' }, face(candidate, 'picture'), element('span', { class: 'held' }, named(page, candidate),
      element('span', { class: 'lying' }, ...Array.from({ length: count }, () => dotMark('dot')), element('span', { class: 'aloud' }, page.t('dots', { count })))));
  });
  return [heading(page, page.t('castTitle')), element('p', { class: 'lead' }, page.t('castDots')), element('ul', { class: 'gifts' }, ...rows)];
}
