import type { HelperView } from '../../../shared/contract/helper.ts';
import type { LedgerRow } from '../../../shared/contract/rounds.ts';
import { clockText } from '../../../shared/strings/clockText.ts';
import { element, fill, say, trait, type Content } from '../element.ts';
import { tableDisk, tableSignPicture } from '../tableDisk.ts';
import { openRoundOf, uncounted, type HelperModel, type HelperPage, type HelperScene, type OpenRound } from './helperModel.ts';

const MINUTE_MS = 60_000;
const COUNTDOWNS = [1, 2, 3, 5] as const;

/** The scene of an open round: every table with how it votes and how far it is, the countdown, and closing. */
export function tablesScene(model: HelperModel, page: HelperPage): HelperScene {
  const { t, hands } = page;
  const first = openRoundOf(model.view);
  const turnout = element('p', { class: 'turnout', role: 'status' });
  const list = element('ul', { class: 'rows' });
  const clock = clockPart(page);
  const undo = element('button', { type: 'button', class: 'main open', click: () => { if (first) hands.does({ do: 'undo', round: first.round.id }); } }, t('undo'));
  const waits = element('p', { class: 'word' });
  const word = element('p', { class: 'word', role: 'status' });
  const close = element('button', { type: 'button', class: 'main', click: () => hands.doubt('close') }, t('close'));
  const sure = element('div', { class: 'sure' }, waits,
    element('button', { type: 'button', class: 'main', click: () => { if (first) hands.does({ do: 'close', round: first.round.id }); } }, t('closeSure')),
    element('button', { type: 'button', class: 'main open', click: () => hands.doubt(null) }, t('notYet')));
  let listed = '';
  const update = (next: HelperModel): void => {
    const open = openRoundOf(next.view);
    if (!open || !next.view) return;
    const { cast, heads, canUndo } = open.ledger;
    say(turnout, t('turnout', { cast, heads }));
    const key = JSON.stringify([open.ledger.rows, open.ledger.hands, next.view.tables]);
    if (key !== listed) fillRows(list, next.view, open, page);
    listed = key;
    clock.update(next);
    trait(undo, 'aria-disabled', canUndo ? null : 'true');
    const left = uncounted(open);
    say(waits, left > 0 ? t('closeWaits', { count: left }) : '');
    say(word, next.word === null ? '' : t(next.word));
    trait(close, 'hidden', next.doubt === 'close');
    trait(sure, 'hidden', next.doubt !== 'close');
  };
  update(model);
  return {
    node: element('div', { class: 'round' },
      element('h1', { tabindex: '-1', lang: page.boardLang }, first ? first.round.question : ''),
      turnout, list, clock.node, undo, word, close, sure),
    update,
  };
}

function fillRows(list: HTMLElement, view: HelperView, open: OpenRound, page: HelperPage): void {
  const { t, hands } = page;
  const before = document.activeElement instanceof HTMLElement ? document.activeElement.dataset['at'] : undefined;
  const handsRow = open.ledger.hands;
  const ofHands = open.ledger.rows.some(({ way }) => way === 'hands')
    ? [rowButton('hands', () => hands.go({ kind: 'hands' }), [t('handsRow', { heads: handsRow.heads })], handsRow.tooMany > 0 ? t('tooMany', { count: handsRow.tooMany }) : t(handsRow.counted ? 'counted' : 'toCount'), handsRow.tooMany > 0 ? 'wrong' : handsRow.counted ? 'good' : '')]
    : [];
  const tables = open.ledger.rows.flatMap((row) => {
    const table = view.tables.find(({ id }) => id === row.table);
    if (!table) return [];
    const button = rowButton(row.table, () => hands.go({ kind: 'table', table: row.table }), [element('span', { class: 'aloud' }, `${t('table', { table: table.number })}, `), t(WAY_WORDS[row.way])], progress(row, page), row.tooMany > 0 ? 'wrong' : row.counted ? 'good' : '');
    button.prepend(tableDisk(table), tableSignPicture(table.number));
    return [button];
  });
  fill(list, ...[...tables, ...ofHands].map((button) => element('li', {}, button)));
  const again = before === undefined ? null : list.querySelector<HTMLElement>(`[data-at="${before}"]`);
  if (again) again.focus();
}

function rowButton(at: string, press: () => void, name: readonly Content[], state: string, verdict: 'good' | 'wrong' | ''): HTMLElement {
  return element('button', { type: 'button', class: 'row', 'data-at': at, click: press },
    element('span', { class: 'rowTexts' }, element('span', { class: 'rowName' }, ...name), ' ', element('span', { class: `state ${verdict}` }, state)));
}

/** The words for a way. */
export const WAY_WORDS = { paper: 'paper', phones: 'phones', hands: 'hand' } as const;

function progress({ way, counted, tooMany, phones, heads }: LedgerRow, { t }: HelperPage): string {
  if (way === 'phones') return tooMany > 0 ? t('moreThanHeads', { count: tooMany }) : t('phonesCast', { count: phones, heads });
  if (way === 'hands') return t('byHand');
  return tooMany > 0 ? t('tooMany', { count: tooMany }) : t(counted ? 'counted' : 'toCount');
}

function clockPart({ t, hands }: HelperPage): HelperScene {
  const state = element('b', { role: 'timer' });
  const choices = element('div', { class: 'clockChoices' });
  let timer = 0;
  let shown = '';
  const update = (model: HelperModel): void => {
    window.clearTimeout(timer);
    const open = openRoundOf(model.view);
    if (!open) return;
    const { closesAtMs } = model;
    const leftMs = closesAtMs === null ? 0 : closesAtMs - Date.now();
    say(state, open.ledger.time === 'up' ? t('clockUp') : closesAtMs === null ? t('clockNone') : clockText(leftMs));
    if (closesAtMs !== null && leftMs > 0) timer = window.setTimeout(() => update(model), leftMs % 1000 || 1000);
    const key = `${closesAtMs === null} ${open.round.id}`;
    if (key === shown) return;
    shown = key;
    const set = (closesInMs: number | null): void => hands.does({ do: 'countdown', round: open.round.id, closesInMs });
    fill(choices, ...(closesAtMs === null
      ? COUNTDOWNS.map((count) => element('button', { type: 'button', class: 'chip', click: () => set(count * MINUTE_MS) }, t('minute', { count })))
      : [element('button', { type: 'button', class: 'chip', click: () => set(null) }, t('stopClock'))]));
  };
  return { node: element('section', { class: 'clockPart' }, element('h2', {}, t('clock'), ' ', state), choices), update };
}
