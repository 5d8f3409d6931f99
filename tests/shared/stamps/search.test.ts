import { expect, test } from 'vitest';
import { drawnStamps } from '../../../shared/stamps/drawn.ts';
import { searchStamps } from '../../../shared/stamps/search.ts';
import type { StampEntry } from '../../../shared/stamps/search.ts';

const rosette: StampEntry = { id: 'noto:1f3f5', nl: 'rozet', en: 'rosette', tags: ['decoratief', 'bloem'] };
const umbrella: StampEntry = { id: 'noto:26f1', nl: 'strandparasol', en: 'umbrella on ground', tags: ['strand'] };
const rat: StampEntry = { id: 'noto:1f400', nl: 'rat', en: 'rat', tags: ['dier'] };
const entries: readonly StampEntry[] = [rosette, umbrella, rat, ...drawnStamps];
const found = (query: string, locale: 'nl' | 'en' = 'nl'): readonly string[] =>
  searchStamps(query, entries, locale).map((entry) => entry.id);

test('"markt" finds what a harvester means by it, the stall first', () => {
  expect(found('markt').slice(0, 5)).toEqual(['kraam', 'slinger', 'mand', 'parasol', 'bakfiets']);
});

test('"rat" finds the rat and nothing decorative', () => {
  expect(found('rat')).toEqual(['rat', 'noto:1f400']);
});

test.each([
  ['oerwoud', 'jungle'],
  ['braderie', 'kraam'],
  ['Braderiekraam', 'kraam'],
  ['zitbank', 'bank'],
  ['gsm', 'telefoon'],
  ['verbinding', 'brug'],
  ['mieren', 'mierennest'],
  ['open deur', 'deur'],
  ['idee', 'gloeilamp'],
  ['vlag lijn', undefined],
])('"%s" finds %s first', (query, id) => {
  expect(found(query)[0]).toBe(id);
});

test('accents and capitals do not matter', () => {
  expect(found('CAFE')).toEqual(found('café'));
  expect(found('CAFE')).toContain('koffie');
});

test('what is still being typed already finds', () => {
  expect(found('bra')).toContain('kraam');
  expect(found('pan')[0]).toBe('panda');
});

test('Dutch and English words both find, whatever the language of the screen', () => {
  expect(found('bridge', 'nl')[0]).toBe('brug');
  expect(found('brug', 'en')[0]).toBe('brug');
  expect(found('market stall', 'en')[0]).toBe('kraam');
});

test('an empty query shows the own drawings first and leaves nothing out', () => {
  const all = found('  ');
  expect(all).toHaveLength(entries.length);
  expect(all.slice(0, drawnStamps.length)).toEqual(drawnStamps.map((stamp) => stamp.id));
});

test('what nobody drew is not found', () => {
  expect(found('xylofonist')).toEqual([]);
  expect(found('constructor')).toEqual([]);
});
