import { element, say, trait } from '../element.ts';
import type { Model } from '../model.ts';
import { heading, underline } from '../pieces.ts';
import type { SceneMaker } from '../scene.ts';
import { tableDisk, tableSignPicture } from '../tableDisk.ts';

/** The scene in which one says where one sits, so that a table on paper is not counted twice. */
export const tablesScene: SceneMaker = (model, page) => {
  const tables = model.room ? model.room.tables : [];
  let chosen: number | null = null;
  const button = element('button', { class: 'main', type: 'submit' });
  const said = element('p', { class: 'remark', role: 'alert' });
  const inputs = tables.map(({ number }) => element('input', { type: 'radio', name: 'table', class: 'aloud', value: String(number), change: () => choose(number) }));
  const label = (joining: boolean): void => {
    say(button, joining ? page.t('codeBusy') : chosen === null ? page.t('tablesFirst') : page.t('tablesGo', { table: chosen }));
    trait(button, 'class', chosen === null ? 'main open' : 'main');
    trait(button, 'aria-disabled', joining ? 'true' : null);
  };
  const choose = (table: number): void => {
    chosen = table;
    label(false);
  };
  const sit = (event: Event): void => {
    event.preventDefault();
    const first = inputs[0];
    if (chosen !== null) page.hands.sit(chosen);
    else if (first) first.focus();
  };
  const update = ({ joining, remark, about }: Model): void => {
    label(joining);
    say(said, remark === null ? '' : page.t(remark, about));
  };
  update(model);
  return {
    node: element('form', { class: 'tables', submit: sit, novalidate: true },
      heading(page, page.t('tablesTitle')),
      underline(),
      element('p', { class: 'rule' }, page.t('tablesAbout')),
      element('fieldset', { class: 'disks' },
        element('legend', { class: 'aloud' }, page.t('tablesTitle')),
        ...tables.map((table, i) => element('label', { class: 'seat' }, inputs[i] || null, element('span', { class: 'face' }, element('span', { class: 'marks' }, tableDisk(table), tableSignPicture(table.number)), element('span', { class: 'tableName' }, page.t('table', { table: table.number })))))),
      element('div', { class: 'bar' }, said, button)),
    update,
  };
};
