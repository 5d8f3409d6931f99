import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asList, enterInList, hasList, listAt, nestInList, paragraphsOf, renumbered, tidyText, type TextEdit } from '../../../shared/board/listText.ts';

/** A text with the caret at the bar. */
const at = (marked: string): TextEdit => ({ text: marked.replace('|', ''), from: marked.indexOf('|'), to: marked.indexOf('|') });
const marked = (edit: TextEdit | null): string | null => edit && `${edit.text.slice(0, edit.from)}|${edit.text.slice(edit.from)}`;
const kinds = (text: string): readonly (string | null)[] => paragraphsOf(text).map(({ item }) => item && `${item.kind}${item.level}`);

describe('an item of a list', () => {
  test('begins with a dash, a star, a plus or a number and a space', () => {
    expect(kinds('- groen\n* dichtbij\n+ klaar\n1. eerst\n2) dan')).toEqual(['dash0', 'dot0', 'tick0', 'number0', 'number0']);
  });

  test('lies deeper by tabs or pairs of spaces, three levels at the most', () => {
    expect(kinds('- a\n\t- b\n    * c\n\t\t\t\t\t- d')).toEqual(['dash0', 'dash1', 'dot2', 'dash3']);
  });

  test('is no word with a sign in it, nor a sign without its space', () => {
    for (const text of ['-groen', '1.5 km', '2024 was warm', 'a - b', '*nadruk*', '', '...']) expect(hasList(text), text).toBe(false);
  });

  test('tells where its words are in the text', () => {
    const text = 'kop\n\t- groen';
    const [, item] = paragraphsOf(text);
    expect(text.slice(item!.wordsAt, item!.end)).toBe('groen');
  });
});

describe('numbers', () => {
  test('count on from the first, whatever was typed', () => {
    expect(renumbered('1. a\n1. b\n7. c')).toBe('1. a\n2. b\n3. c');
    expect(renumbered('4. a\n4. b')).toBe('4. a\n5. b');
  });

  test('go on past what is nested in an item, and begin anew in each', () => {
    expect(renumbered('1. a\n\t1. x\n\t1. y\n1. b\n\t5. z\n1. c')).toBe('1. a\n\t1. x\n\t2. y\n2. b\n\t1. z\n3. c');
  });

  test('begin anew after a plain line', () => {
    expect(renumbered('1. a\n2. b\ntussendoor\n1. c\n1. d')).toBe('1. a\n2. b\ntussendoor\n1. c\n2. d');
  });

  test('counted twice are the same as counted once', () => {
    const line = fc.tuple(fc.constantFrom('', '\t', '\t\t'), fc.constantFrom('- ', '1. ', '9. ', '* ', ''), fc.constantFrom('a', 'bb', '')).map((parts) => parts.join(''));
    fc.assert(fc.property(fc.array(line, { maxLength: 9 }), (lines) => {
      const once = renumbered(lines.join('\n'));
      expect(renumbered(once)).toBe(once);
      expect(once.split('\n')).toHaveLength(Math.max(1, lines.length));
    }));
  });
});

describe('Enter', () => {
  test('begins the next item with the same sign and level', () => {
    expect(marked(enterInList(at('- groen|')))).toBe('- groen\n- |');
    expect(marked(enterInList(at('- a\n\t+ b|')))).toBe('- a\n\t+ b\n\t+ |');
  });

  test('in the middle of an item takes the rest along', () => {
    expect(marked(enterInList(at('- groen |en stil')))).toBe('- groen \n- |en stil');
  });

  test('counts the items behind it anew, and keeps the caret in its item when numbers become longer', () => {
    expect(marked(enterInList(at('1. a|\n2. b\n3. c')))).toBe('1. a\n2. |\n3. b\n4. c');
    const nine = Array.from({ length: 9 }, (_, i) => `${i + 1}. x`).join('\n');
    expect(marked(enterInList(at(`${nine}|`)))).toBe(`${nine}\n10. |`);
  });

  test('in an empty item goes a level up, and out of the list from the outermost', () => {
    const up = enterInList(at('- a\n\t- |'));
    expect(marked(up)).toBe('- a\n- |');
    expect(marked(enterInList(up!))).toBe('- a\n|');
  });

  test('outside a list is not for the list', () => {
    expect(enterInList(at('gewoon|'))).toBeNull();
    expect(enterInList(at('- a\n|gewoon'))).toBeNull();
    expect(enterInList(at('|- a'))).toBeNull();
  });
});

describe('Tab', () => {
  test('puts an item a level deeper and Shift+Tab back, the caret stays at its letter', () => {
    const deeper = nestInList(at('1. a\n2. b|c'), true);
    expect(marked(deeper)).toBe('1. a\n\t1. b|c');
    expect(marked(nestInList(deeper!, false))).toBe('1. a\n2. b|c');
  });

  test('moves all items that are chosen, and no plain line', () => {
    expect(nestInList({ text: 'kop\n- a\n- b', from: 1, to: 9 }, true)?.text).toBe('kop\n\t- a\n\t- b');
    expect(nestInList(at('gew|oon'), true)).toBeNull();
  });

  test('stops at the deepest level and at the outermost', () => {
    expect(nestInList(at('\t\t\t- a|'), true)?.text).toBe('\t\t\t- a');
    expect(nestInList(at('- a|'), false)?.text).toBe('- a');
  });
});

test('a text is kept without the empty items and lines at its ends, and without double spaces', () => {
  expect(tidyText('  groen   en  stil  ')).toBe('groen en stil');
  expect(tidyText('- a\n- b\n- \n\n')).toBe('- a\n- b');
  expect(tidyText('\n\n\t- a  \n  - b')).toBe('\t- a\n  - b');
  expect(tidyText('- ')).toBe('');
  expect(tidyText('Cafe\u0301')).toBe('Café');
});

describe('the list button', () => {
  const all = (text: string): TextEdit => ({ text, from: 0, to: text.length });

  test('makes an item of each line that is chosen, and of no other', () => {
    expect(asList({ text: 'kop\ngroen\ndichtbij', from: 6, to: 12 }, 'dash').text).toBe('kop\n- groen\n- dichtbij');
    expect(asList(all('eerst\n\ndan'), 'number').text).toBe('1. eerst\n\n1. dan');
    expect(asList(all('eerst\ndan\nlater'), 'number').text).toBe('1. eerst\n2. dan\n3. later');
  });

  test('begins a list where nothing is written yet', () => {
    expect(marked(asList(at('|'), 'dash'))).toBe('- |');
    expect(marked(asList(at('1. a\n|'), 'number'))).toBe('1. a\n2. |');
  });

  test('makes one kind of list another, level by level, and the caret stays at its letter', () => {
    expect(marked(asList(at('\t- gr|oen'), 'number'))).toBe('\t1. gr|oen');
    expect(asList(all('* a\n\t+ b'), 'number').text).toBe('1. a\n\t1. b');
    expect(marked(asList(at('12. gr|oen'), null))).toBe('gr|oen');
    expect(marked(asList(at('-| groen'), null))).toBe('|groen');
  });

  test('says which list all that is chosen stands in', () => {
    expect([listAt(all('- a\n* b\n\n+ c')), listAt(all('1. a\n2. b')), listAt(all('1. a\n- b')), listAt(all('a\n- b')), listAt(all(''))]).toEqual(['dash', 'number', null, null, null]);
  });

  test('comes to the list that it names, and without one to the words alone', () => {
    const line = fc.tuple(fc.constantFrom('', '\t'), fc.constantFrom('- ', '1. ', '+ ', ''), fc.constantFrom('a', 'bb c', '')).map((parts) => parts.join(''));
    fc.assert(fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), fc.constantFrom('dash' as const, 'number' as const), (lines, kind) => {
      const text = lines.join('\n');
      const listed = asList(all(text), kind);
      expect(listAt({ ...listed, from: 0, to: listed.text.length })).toBe(kind);
      const words = (written: string): readonly string[] => paragraphsOf(written).map(({ wordsAt, end }) => written.slice(wordsAt, end).trim());
      expect(words(listed.text)).toEqual(words(text));
      expect(asList(listed, null).text.split('\n').map((one) => one.trim())).toEqual(words(text));
    }));
  });
});
