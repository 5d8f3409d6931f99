import { LONGEST_IDEA, type IdeaKind } from '../../shared/contract/ideas.ts';
import type { IdeaRefusal, IdeaRequest } from '../../shared/contract/phone.ts';
import { chance } from './chance.ts';
import { UNHEARD, type DoorTalk } from './doorTalk.ts';
import { element, fill, say, trait } from './element.ts';
import { sceneOf, type Model, type Scene } from './model.ts';
import { makePatience } from './patience.ts';
import type { Page } from './scene.ts';

/** The form below the scene; what is being written in it outlives scenes and states. */
export type IdeaForm = { readonly node: HTMLElement; readonly update: (model: Model, page: Page) => void };

/** While one votes there is one question on the page. */
const SCENES: readonly Scene[] = ['wait', 'paper', 'hands', 'closed', 'revealed'];
const KINDS: readonly IdeaKind[] = ['trait', 'metaphor'];
/** From here on it says how many signs are left. */
const NEARLY_FULL = 20;

type Word = 'ideaSending' | 'ideaSent' | 'ideaEmpty' | 'ideaFailed' | IdeaRefusal;

/** A form with which one sends traits and metaphors to the facilitator, as long as the inbox is open. */
export function makeIdeaForm(talk: DoorTalk): IdeaForm {
  const patience = makePatience();
  let model: Model | null = null;
  let page: Page | null = null;
  let inHand: IdeaRequest | null = null;
  let word: Word | null = null;

  const field = element('input', { id: 'idea', type: 'text', maxlength: String(LONGEST_IDEA), autocomplete: 'off', enterkeyhint: 'send', 'aria-describedby': 'idea-word', input: () => tell(null) });
  const inputs = KINDS.map((kind, i) => element('input', { type: 'radio', name: 'kind', value: kind, class: 'aloud', checked: i === 0 }));
  const kindNames = KINDS.map(() => element('span', { class: 'face' }));
  const about = element('p', { id: 'idea-word', class: 'remark', role: 'status' });
  const legend = element('legend', { class: 'aloud' });
  const label = element('label', { for: 'idea' });
  const button = element('button', { type: 'submit', class: 'main open' });
  const summary = element('summary', {});
  const form = element('form', { novalidate: true, submit: (event) => send(event) },
    element('fieldset', { class: 'kinds' }, legend, ...kindNames.map((name, i) => element('label', { class: 'kind' }, inputs[i] ?? null, name))),
    label, field, about, button);
  const node = element('details', { class: 'idea', hidden: true }, summary, form);

  const tell = (next: Word | null): void => {
    word = next;
    if (!page) return;
    const left = LONGEST_IDEA - field.value.length;
    say(about, word !== null ? page.t(word) : left <= NEARLY_FULL ? page.t('ideaLeft', { count: left }) : '');
    trait(button, 'aria-disabled', word === 'ideaSending' ? 'true' : null);
  };
  const ask = (pass: string, request: IdeaRequest): void => {
    void talk.idea(pass, request).then((answer) => {
      if (inHand !== request) return;
      if (answer === UNHEARD) return patience.later(() => ask(pass, request));
      inHand = null;
      patience.calm();
      if (answer === 'taken' && field.value.trim() === request.text) field.value = '';
      return tell(answer === 'taken' ? 'ideaSent' : answer);
    });
  };
  const send = (event: Event): void => {
    event.preventDefault();
    const text = field.value.trim();
    if (inHand || !model || model.pass === null) return;
    if (text === '') {
      tell('ideaEmpty');
      return field.focus();
    }
    const kind = KINDS[inputs.findIndex(({ checked }) => checked)] ?? 'trait';
    inHand = { key: chance(), kind, text };
    tell('ideaSending');
    ask(model.pass, inHand);
  };
  return {
    node,
    update: (nextModel, nextPage) => {
      model = nextModel;
      page = nextPage;
      patience.now();
      const open = model.voter !== null && model.voter.ideas === true && SCENES.indexOf(sceneOf(model)) >= 0;
      trait(node, 'hidden', !open);
      if (!open) return;
      say(summary, page.t('ideaTitle'));
      say(legend, page.t('ideaKind'));
      kindNames.forEach((name, i) => fillKind(name, nextPage, KINDS[i] ?? 'trait'));
      say(label, page.t('ideaField'));
      say(button, page.t('ideaGo'));
      tell(word);
    },
  };
}

function fillKind(node: HTMLElement, page: Page, kind: IdeaKind): void {
  const name = page.t(kind === 'trait' ? 'ideaTrait' : 'ideaMetaphor');
  if (node.firstChild && node.firstChild.textContent === name) return;
  fill(node, element('b', {}, name), element('span', {}, page.t(kind === 'trait' ? 'ideaTraitAbout' : 'ideaMetaphorAbout')));
}
