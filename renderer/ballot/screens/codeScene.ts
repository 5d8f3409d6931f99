import { codeOnCard, CODE_LENGTH, tidyCode } from '../seatCode.ts';
import { element, say, trait } from '../element.ts';
import type { Model, Remark } from '../model.ts';
import { drawing, heading } from '../pieces.ts';
import type { SceneMaker } from '../scene.ts';

/** The scene in which one types the code of one's seat. Nothing is sent before the button or Enter is pressed. */
export const codeScene: SceneMaker = (model, page) => {
  const field = element('input', {
    id: 'code', type: 'text', class: 'code', autocapitalize: 'characters', autocomplete: 'off', autocorrect: 'off', spellcheck: 'false',
    enterkeyhint: 'go', 'aria-describedby': 'remark', input: () => tidy(),
  });
  field.value = codeOnCard(model.code);
  const said = element('p', { id: 'remark', class: 'remark', role: 'alert' });
  const button = element('button', { class: 'main', type: 'submit' });
  const complain = (text: string): void => {
    say(said, text);
    trait(field, 'aria-invalid', text === '' ? null : 'true');
  };
  const tidy = (): void => {
    complain('');
    // In the middle of the text the caret would jump; there the code stays as it is being typed.
    if (field.selectionStart !== field.value.length) return;
    const shown = codeOnCard(tidyCode(field.value));
    if (field.value !== shown) field.value = shown;
  };
  const enter = (event: Event): void => {
    event.preventDefault();
    const code = tidyCode(field.value);
    field.value = codeOnCard(code);
    if (code.length === CODE_LENGTH) return page.hands.enter(code);
    complain(page.t('codeShort', { count: code.length }));
    return field.focus();
  };
  let before: Remark | null = null;
  const update = ({ joining, remark, about }: Model): void => {
    say(button, page.t(joining ? 'codeBusy' : 'codeGo'));
    trait(button, 'aria-disabled', joining ? 'true' : null);
    // Said once: whatever else changes must not touch the code that is being typed by then.
    const isNews = remark !== before;
    before = remark;
    if (remark === null || !isNews) return;
    complain(page.t(remark, about));
    if (remark === 'codeUnknown') field.select();
  };
  update(model);
  return {
    node: element('form', { class: 'centre join', submit: enter, novalidate: true },
      drawing('card'),
      heading(page, page.t('codeTitle')),
      element('p', { class: 'lead' }, page.t('codeAbout')),
      element('label', { for: 'code', class: 'aloud' }, page.t('codeField')),
      field, said, button),
    update,
  };
};
