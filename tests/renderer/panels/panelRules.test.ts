import { describe, expect, test } from 'vitest';
import { asId, type MarkId, type TableId } from '../../../shared/base/ids.ts';
import { DOOR_PORTS } from '../../../shared/contract/door.ts';
import { say } from '../../../shared/strings/say.ts';
import { numberWord } from '../../../shared/strings/numberWord.ts';
import { moved, replaced, without } from '../../../renderer/panels/charter/listEdit.ts';
import { firewallRule } from '../../../renderer/panels/door/firewallRule.ts';
import { tilesFor } from '../../../renderer/panels/export/paperChoice.ts';
import { harvestGroups, type HarvestCard } from '../../../renderer/panels/harvest/harvestCard.ts';
import { whenText } from '../../../renderer/panels/parts/whenText.ts';
import { byPlace } from '../../../renderer/panels/stamps/byPlace.ts';
import { rowTrouble } from '../../../renderer/panels/voting/rowTrouble.ts';
import { candidateOfKey } from '../../../renderer/panels/voting/tallyLines.ts';
import { timeText } from '../../../renderer/panels/voting/timeText.ts';
import { chosenOf, commonWay, roleOf, ruleOf, toggled, waysOf, type VoteCard } from '../../../renderer/panels/voting/votePlan.ts';
import { FIRST_DRAFT } from '../../../renderer/state/voteDraft.ts';
import { cellAfter, withDigit, withStep } from '../../../renderer/panels/voting/tallyEntry.ts';
import { judgePressure } from '../../../renderer/stage/judgePressure.ts';
import type { UsedWords } from '../../../renderer/words.ts';

const dutch: UsedWords = { locale: 'nl', t: (key, values) => say('nl', key, values), n: (count) => numberWord('nl', count) };
const mark = (name: string): MarkId => asId<MarkId>(name);
const candidates = [{ id: mark('panda'), label: 'panda' }, { id: mark('kraam'), label: 'braderie' }];
const dots = (panda: number, kraam: number) => ({ [mark('panda')]: panda, [mark('kraam')]: kraam });
const oneDot = { dotsPerPerson: 1, atMostPerCandidate: 1 } as const;
const twoDots = { dotsPerPerson: 2, atMostPerCandidate: 1 } as const;

describe('entering a tally', () => {
  test('the first digit replaces what stood there, the next is put behind it', () => {
    expect(withDigit(3, 1, true)).toBe(1);
    expect(withDigit(1, 2, false)).toBe(12);
    expect(withDigit(12, 5, false)).toBe(5);
    expect(withDigit(undefined, 0, false)).toBe(0);
  });

  test('a tap on an empty cell gives one dot, and minus never goes below none', () => {
    expect(withStep(undefined, 1)).toBe(1);
    expect(withStep(0, -1)).toBe(0);
  });

  test('Enter goes along the row and then to the next table, and ends at the last', () => {
    expect(cellAfter('Enter', { row: 0, column: 0 }, 2, 2)).toEqual({ row: 0, column: 1 });
    expect(cellAfter('Enter', { row: 0, column: 1 }, 2, 2)).toEqual({ row: 1, column: 0 });
    expect(cellAfter('Enter', { row: 1, column: 1 }, 2, 2)).toBeNull();
    expect(cellAfter('ArrowUp', { row: 0, column: 1 }, 2, 2)).toBeNull();
    expect(cellAfter('End', { row: 1, column: 0 }, 2, 4)).toEqual({ row: 1, column: 3 });
  });
});

describe('a row that does not add up', () => {
  test('is told in one sentence with the numbers in it', () => {
    expect(rowTrouble(dutch, 4, 7, dots(5, 3), candidates, oneDot)).toEqual({
      what: 'Tafel 4: één stip te veel.', why: 'Zeven mensen, elk één stip, maar acht geteld.',
    });
  });

  test('names the picture that got more dots than there are people', () => {
    expect(rowTrouble(dutch, 2, 6, dots(8, 1), candidates, twoDots)?.what).toBe('Tafel 2: acht stippen bij panda.');
  });

  test('is no trouble when people kept their dots', () => {
    expect(rowTrouble(dutch, 1, 7, dots(2, 1), candidates, oneDot)).toBeNull();
    expect(rowTrouble(dutch, 1, 7, {}, candidates, oneDot)).toBeNull();
  });
});

test('a countdown that ended says that something is still to be counted only while that is so', () => {
  expect(timeText(dutch, 'up', true)).toContain('nog iets te tellen');
  expect(timeText(dutch, 'up', false)).toBe('De tijd is om.');
  expect(timeText(dutch, 'missed', false)).toContain('zonder klok');
});

describe('the hands of the room', () => {
  test('have no table in what is said of them', () => {
    expect(rowTrouble(dutch, null, 6, dots(7, 2), candidates, oneDot)?.what).toBe('Handen: drie stippen te veel.');
  });

  test('are counted by the letters of the candidates, with shift too', () => {
    expect([candidateOfKey('a', 4), candidateOfKey('D', 4), candidateOfKey('e', 4), candidateOfKey('1', 4), candidateOfKey('Enter', 4)]).toEqual([0, 3, -1, -1, -1]);
  });
});

describe('planning a round', () => {
  const card = (label: string, role: VoteCard['role'] = 'metaphor'): VoteCard => ({ id: mark(label), label, role, times: 1 });
  const cards = 'abcdefghijklmn'.split('').map((label) => card(label));
  const all = [1, 2].map((number) => ({ id: asId<TableId>(`t${number}`), number, name: '', color: 'rood' as const, heads: 7 }));

  test('proposes the first eight cards and never takes a thirteenth', () => {
    expect(chosenOf(FIRST_DRAFT, cards)).toHaveLength(8);
    expect(toggled(cards.slice(0, 12), mark('m'))).toHaveLength(12);
    expect(toggled(cards.slice(0, 12), mark('a'))).toHaveLength(11);
  });

  test('gives a third of the candidates as dots, and everybody at least two when they may be piled', () => {
    expect(ruleOf(FIRST_DRAFT, 8)).toEqual({ dotsPerPerson: 3, atMostPerCandidate: 1 });
    expect(ruleOf({ ...FIRST_DRAFT, piling: true }, 4)).toEqual({ dotsPerPerson: 2, atMostPerCandidate: 2 });
    expect(ruleOf({ ...FIRST_DRAFT, dots: 9 }, 4)).toEqual({ dotsPerPerson: 3, atMostPerCandidate: 1 });
  });

  test('takes the first role that has two cards', () => {
    expect(roleOf(FIRST_DRAFT, [card('panda'), card('groen', 'trait'), card('open', 'trait')])).toBe('trait');
    expect(roleOf(FIRST_DRAFT, [])).toBe('metaphor');
  });

  test('tables vote in one way until something is said of one of them; nobody sits at an empty one', () => {
    const ways = waysOf({ ways: { [asId<TableId>('t2')]: 'hands' } }, all, 'phones');
    expect(commonWay(ways, all)).toBeNull();
    expect(commonWay(ways, all.map((table) => (table.number === 2 ? { ...table, heads: 0 } : table)))).toBe('phones');
  });
});

test('the rule for the firewall names every port that the door may take', () => {
  for (const platform of ['win32', 'linux']) for (const port of [DOOR_PORTS[0], DOOR_PORTS.at(-1)]) expect(firewallRule(platform, null)).toContain(String(port));
  expect(firewallRule('linux', '10.4.7.20')).toContain('from 10.4.7.0/24 ');
  expect(firewallRule('darwin', null)).toBeNull();
});

describe('the pen in the room check', () => {
  test('pressure has arrived when the hand pressed softer and harder', () => {
    expect(judgePressure('pen', [0.2, 0.3, 0.7])).toBe('found');
    expect(judgePressure('pen', [0.31, 0.33, 0.3])).toBe('flat');
  });

  test('a pen that always reports a half sends no pressure', () => {
    expect(judgePressure('pen', [0.5, 0.5, 0.5])).toBe('none');
  });

  test('a pen that acts as a mouse looks like a mouse, and a finger gives none', () => {
    expect(judgePressure('mouse', [0.5, 0.5])).toBe('mouse');
    expect(judgePressure('touch', [0, 0])).toBe('touch');
  });
});

describe('walking through stamps with arrow keys', () => {
  const sheet = [{ x: 0, y: 0 }, { x: 100, y: 0 }, { x: 200, y: 0 }, { x: 0, y: 120 }, { x: 100, y: 120 }];
  test('down leads to the stamp below, and back up again', () => {
    expect(byPlace(sheet, 1, 'ArrowDown')).toBe(4);
    expect(byPlace(sheet, 4, 'ArrowUp')).toBe(1);
  });
  test('down from above a gap leads to the nearest stamp of the next row', () => {
    expect(byPlace(sheet, 2, 'ArrowDown')).toBe(4);
  });
  test('there is nothing beyond the ends', () => {
    expect(byPlace(sheet, 4, 'ArrowRight')).toBe(-1);
    expect(byPlace(sheet, 0, 'ArrowLeft')).toBe(-1);
    expect(byPlace(sheet, 4, 'ArrowDown')).toBe(-1);
  });
});

describe('the points of the charter', () => {
  test('move past each other and stop at the ends', () => {
    expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
  });
  test('are replaced and taken out by their place', () => {
    expect(replaced(['a', 'b'], 1, 'x')).toEqual(['a', 'x']);
    expect(without(['a', 'b', 'c'], 1)).toEqual(['a', 'c']);
  });
});

describe('the harvest', () => {
  const card = (text: string, role: HarvestCard['role'], times: number, placed = true): HarvestCard => ({ id: mark(text), role, text, times, tables: [], placed, hasPicture: false, merged: [] });
  test('shows first what waits for a place, then metaphors and traits, most named first', () => {
    const groups = harvestGroups([card('samen', 'trait', 1), card('bruisend', 'trait', 4), card('panda', 'metaphor', 1), card('warm', 'trait', 2, false)]);
    expect(groups.map(({ key, cards }) => [key, ...cards.map(({ text }) => text)])).toEqual([['waiting', 'warm'], ['metaphors', 'panda'], ['traits', 'bruisend', 'samen']]);
  });
});

describe('when a board was changed', () => {
  const now = new Date(2026, 10, 20, 0, 10).getTime();
  test('today and yesterday by the calendar, not by hours', () => {
    expect(whenText(dutch.t, 'nl', now, new Date(2026, 10, 20, 0, 5).getTime())).toBe('vandaag 00.05');
    expect(whenText(dutch.t, 'nl', now, new Date(2026, 10, 19, 23, 50).getTime())).toBe('gisteren 23.50');
  });
  test('a date after that, with the year when it is another', () => {
    expect(whenText(dutch.t, 'nl', now, new Date(2026, 10, 3, 12).getTime())).toBe('3 november');
    expect(whenText(dutch.t, 'nl', now, new Date(2025, 4, 3, 12).getTime())).toBe('3 mei 2025');
  });
});

test('only a PDF larger than its sheets can be glued from them', () => {
  expect(tilesFor('pdf', 'a1')).toEqual(['a4', 'a3']);
  expect(tilesFor('pdf', 'a3')).toEqual(['a4']);
  expect(tilesFor('pdf', 'a4')).toEqual([]);
  expect(tilesFor('png', 'a0')).toEqual([]);
});
