import type { MarkId } from '../../../shared/base/ids.ts';
import type { TableDots, VotingWay } from '../../../shared/contract/rounds.ts';
import { element, say, trait } from '../element.ts';
import { tableDisk, tableSignPicture } from '../tableDisk.ts';
import { stepMark } from '../vector.ts';
import { countedAt, dotsAt, nextTable, openRoundOf, wayOf, type HelperModel, type HelperPage, type HelperScene, type OpenRound, type Place } from './helperModel.ts';
import { WAY_WORDS } from './tablesScene.ts';

const WAYS: readonly VotingWay[] = ['paper', 'phones', 'hands'];

/** The scene in which one counts a table, or the raised hands of the room, with large steps; a table's way is chosen here too. */
export function countScene(place: Exclude<Place, { kind: 'all' }>, model: HelperModel, page: HelperPage): HelperScene {
  const { t, hands } = page;
  const open = openRoundOf(model.view);
  const table = model.view && place.kind === 'table' ? model.view.tables.find(({ id }) => id === place.table) : undefined;
  const ways = table && open ? wayPart(table.id, table.number, open, page) : null;
  const counts = open ? stepsPart(open, place, page) : null;
  const state = element('p', { class: 'word', role: 'status' });
  const next = element('button', { type: 'button', class: 'main' });
  const update = (now: HelperModel): void => {
    const current = openRoundOf(now.view);
    if (!current) return;
    const way = place.kind === 'table' ? wayOf(current, place.table) : 'hands';
    const byCount = place.kind === 'hands' || way === 'paper';
    if (ways) ways.update(now);
    if (counts) {
      counts.update(now);
      trait(counts.node, 'hidden', !byCount);
    }
    say(state, now.word === 'failed' ? t('failed') : !byCount ? '' : stateWords(now, current, place, page));
    const following = place.kind === 'table' ? nextTable(current, place.table) : null;
    const number = now.view && following ? now.view.tables.find(({ id }) => id === following) : undefined;
    say(next, following && number ? t('nextTable', { table: number.number }) : t('ready'));
    next.onclick = () => hands.go(following ? { kind: 'table', table: following } : { kind: 'all' });
  };
  update(model);
  const title = table ? [tableDisk(table), tableSignPicture(table.number), t('table', { table: table.number }), element('span', { class: 'heads' }, t('heads', { count: table.heads }))] : [t('hands')];
  return {
    node: element('div', { class: 'tally' },
      element('button', { type: 'button', class: 'back', click: () => hands.go({ kind: 'all' }) }, t('back')),
      element('h1', { tabindex: '-1', class: 'who' }, ...title),
      ways && ways.node, counts && counts.node, element('div', { class: 'bar' }, state, next)),
    update,
  };
}

/** What is to be said of a count: too many, how many are left, and whether it is on the disk. */
function stateWords(model: HelperModel, { round, ledger }: OpenRound, place: Place, { t }: HelperPage): string {
  const row = place.kind === 'table' ? ledger.rows.find(({ table }) => table === place.table) : ledger.hands;
  if (!row) return '';
  const saving = model.counting[countedAt(place)] !== undefined;
  const sum = Object.values(dotsAt(model, { round, ledger }, place)).reduce((total, dots) => total + dots, 0);
  const left = row.heads * round.rule.dotsPerPerson - sum;
  const count = left < 0 ? t('tooMany', { count: -left }) : !saving && row.tooMany > 0 ? t('tooMany', { count: row.tooMany }) : left === 0 ? t('full') : t('left', { count: left });
  return `${count} · ${saving ? t('saving') : t('saved')}`;
}

function wayPart(table: Parameters<typeof wayOf>[1], number: number, { round }: OpenRound, { t, hands }: HelperPage): HelperScene {
  let wanted: VotingWay = 'paper';
  let ballots = 0;
  const set = (way: VotingWay): void => hands.does({ do: 'way', round: round.id, table, way });
  const inputs = WAYS.map((way) => element('input', {
    type: 'radio', name: 'way', class: 'aloud', value: way,
    change: () => {
      wanted = way;
      if (ballots > 0 && way !== 'phones') hands.doubt('void');
      else set(way);
    },
  }));
  const sure = element('div', { class: 'sure' }, element('p', { class: 'word', role: 'status' }, t('voidSure')),
    element('button', { type: 'button', class: 'main', click: () => set(wanted) }, t('voidYes')),
    element('button', { type: 'button', class: 'main open', click: () => hands.doubt(null) }, t('notYet')));
  return {
    node: element('div', {},
      element('fieldset', { class: 'ways' }, element('legend', { class: 'aloud' }, t('wayOf', { table: number })),
        ...WAYS.map((way, i) => element('label', { class: 'way' }, inputs[i] ?? null, element('span', { class: 'face' }, t(WAY_WORDS[way]))))),
      sure),
    update: (model) => {
      const open = openRoundOf(model.view);
      if (!open) return;
      const row = open.ledger.rows.find((each) => each.table === table);
      ballots = row ? row.phones : 0;
      trait(sure, 'hidden', model.doubt !== 'void');
      const shown = model.doubt === 'void' ? wanted : wayOf(open, table);
      inputs.forEach((input, i) => { input.checked = WAYS[i] === shown; });
    },
  };
}

function stepsPart({ round }: OpenRound, place: Place, page: HelperPage): HelperScene {
  const { t, hands } = page;
  let dots: TableDots = {};
  const change = (id: MarkId, by: number): void => {
    // The whole row each time: what is sent twice counts once.
    const all = Object.fromEntries(round.candidates.map((candidate) => [candidate.id, dots[candidate.id] ?? 0])) as { [id: MarkId]: number };
    all[id] = Math.max(0, (dots[id] ?? 0) + by);
    hands.count(all);
  };
  const rows = round.candidates.map(({ id, letter, label }) => {
    const value = element('output', { class: 'value' });
    const step = (sign: '+' | '-'): HTMLElement => element('button', { type: 'button', class: sign === '+' ? 'stepper plus' : 'stepper', 'aria-label': t(sign === '+' ? 'more' : 'fewer', { label }), click: () => change(id, sign === '+' ? 1 : -1) }, stepMark(sign));
    const node = element('li', { class: 'tallyRow' }, element('span', { class: 'rowName', lang: page.boardLang }, element('b', {}, letter), ` ${label}`), step('-'), value, step('+'));
    return { node, show: () => say(value, String(dots[id] ?? 0)) };
  });
  return {
    node: element('ul', { class: 'steps' }, ...rows.map(({ node }) => node)),
    update: (model) => {
      const open = openRoundOf(model.view);
      if (!open) return;
      dots = dotsAt(model, open, place);
      for (const { show } of rows) show();
    },
  };
}
