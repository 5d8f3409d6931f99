import { describe, expect, test } from 'vitest';
import { asId, type MarkId, type RoundId } from '../../../shared/base/ids.ts';
import type { Board } from '../../../shared/board/board.ts';
import { bucketOf } from '../../../shared/board/buckets.ts';
import type { SceneContext } from '../../../shared/scene/markNode.ts';
import { decodeInk } from '../../../shared/ink/inkCodec.ts';
import { charterToMarkdown } from '../../../shared/outline/charterToMarkdown.ts';
import { outlineOf } from '../../../shared/outline/outlineOf.ts';
import { outlineToMarkdown } from '../../../shared/outline/outlineToMarkdown.ts';
import { readingOrder } from '../../../shared/outline/readingOrder.ts';
import { measureEm } from '../../support/measureEm.ts';
import { sampleDocument } from '../../electron/services/exports/sampleBoard.ts';

function sample(change: (board: Board) => Board = (board) => board): SceneContext {
  const { board, inks } = sampleDocument(measureEm);
  return { board: change(board), inks: new Map(Object.entries(inks).map(([id, text]) => [asId(id), decodeInk(text)])) };
}

const markdown = (context: SceneContext): string => outlineToMarkdown(outlineOf(context, 'nl'), 'nl');

describe('the text twin', () => {
  test('a word says how often it was heard and at which tables', () => {
    expect(markdown(sample())).toContain('- bruisend (4 keer, tafels 2, 4, 5, 7)\n- vrij & blij (tafel 3)');
  });

  test('in English the same words are said in English', () => {
    expect(outlineToMarkdown(outlineOf(sample(), 'en'), 'en')).toContain('bruisend (4 times, tables 2, 4, 5, 7)');
  });

  test('a page is headed by its banner, an area by its name, without gaps in the levels', () => {
    const levels = [...markdown(sample()).matchAll(/^(#+) (.*)$/gm)].map(([, marks, text]) => `${marks?.length} ${text}`);
    expect(levels.slice(0, 3)).toEqual(['1 Kiel & "dromen" \\<1\\>', '2 Droomwijk Kiel', '3 Kenmerken']);
  });

  test('a named drawing, a stamp, a picture and loose lines are told apart', () => {
    const text = markdown(sample());
    for (const alt of ['Tekening: panda (metafoor, winnaar van de stemming)', 'Afbeelding: een stip', 'Tekening van 2 lijnen', 'Pijl van bruisend naar panda']) expect(text).toContain(`*${alt}*`);
    expect(text).not.toContain('Stempel: panda');
  });

  test('every mark on the page is in the twin once at most', () => {
    const seen: MarkId[] = [];
    const walk = (value: unknown): void => {
      if (Array.isArray(value)) value.forEach(walk);
      else if (typeof value === 'object' && value !== null) {
        for (const [key, inner] of Object.entries(value)) if (key === 'marks') seen.push(...(inner as MarkId[])); else walk(inner);
      }
    };
    walk(outlineOf(sample(), 'nl').pages);
    expect(seen).toHaveLength(new Set(seen).size);
    expect(seen).toHaveLength(19);
  });

  test('a result tells its rule, turnout, times and corrections, and what it decided', () => {
    const runOff = sample((board) => {
      const first = board.rounds[asId<RoundId>('round1')]!;
      const openedMs = Date.UTC(2026, 10, 20, 13, 5);
      const second = { ...first, id: asId<RoundId>('round2'), rule: { dotsPerPerson: 3, atMostPerCandidate: 3 }, runOffOf: first.id, openedMs, closedMs: openedMs + 15 * 60_000 };
      return { ...board, rounds: { [first.id]: first, [second.id]: second } };
    });
    const lines = (locale: 'nl' | 'en') => outlineOf(runOff, locale).results[1]?.lines.slice(2);
    expect(lines('nl')).toEqual(['Uitgebracht: 31 van 47', '3 stippen per persoon, vrij te verdelen', 'Tweede ronde na ronde 1', 'Gestemd op 20 november 2026 van 14.05 tot 14.20', '1 correctie voor het sluiten']);
    expect(lines('en')).toEqual(['Votes cast: 31 of 47', '3 dots per person, shared out as one likes', 'Run-off after round 1', 'Voted on 20 November 2026 from 14:05 to 14:20', '1 correction before closing']);
  });

  test('a result that was not revealed stays hidden', () => {
    const hidden = sample((board) => {
      const id = asId<RoundId>('round1');
      const round = board.rounds[id];
      return round ? { ...board, rounds: { [id]: { ...round, state: 'closed' } } } : board;
    });
    expect(markdown(sample())).toContain('panda: 20 stippen');
    expect(markdown(hidden)).not.toContain('20');
  });

  test('a word that waits for its place is told apart from what is on the board', () => {
    const id = asId<MarkId>('c2');
    const waiting = sample((board) => {
      const card = board.buckets[bucketOf(id)]?.[id];
      return card?.kind === 'card' ? { ...board, buckets: { ...board.buckets, [bucketOf(id)]: { ...board.buckets[bucketOf(id)], [id]: { ...card, placed: false } } } } : board;
    });
    expect(markdown(waiting)).toContain('## Nog te plaatsen\n\n- vrij & blij (kenmerk, tafel 3)');
  });

  test('a hidden layer is not read out', () => {
    const hidden = sample((board) => ({ ...board, layers: { ...board.layers, harvest: { locked: false, visible: false } } }));
    expect(markdown(hidden)).toContain('Dit blad is leeg.');
  });

  test('the charter is a section of its own, without a name of a person, and none while it is empty', () => {
    const empty = sample().board.charter;
    expect(charterToMarkdown(empty, 'nl')).toBe('');
    const charter = { ...empty, dream: 'Als een panda', points: [{ text: 'Elke maand samen eten', more: '' }, { text: ' ', more: '' }, { text: 'Groen*', more: 'op het plein' }], roles: ['buurtbewoner'] };
    expect(charterToMarkdown(charter, 'nl')).toBe('## Samenwerkingscharter\n\nAls een panda\n\n1. Elke maand samen eten\n2. Groen\\*: op het plein\n\nOndertekenaars: buurtbewoner\n');
  });

  test('things in a row are read from left to right, rows from top to bottom', () => {
    const box = (name: string, x: number, y: number, h: number) => ({ name, box: { x, y, w: 10, h } });
    const things = [box('d', 0, 100, 20), box('b', 50, 4, 12), box('a', 10, 8, 10), box('c', 90, 0, 20)];
    expect(readingOrder(things, ({ box: each }) => each).map(({ name }) => name).join('')).toBe('abcd');
  });
});
