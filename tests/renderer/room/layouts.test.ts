import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EASY_UNITS, stageFor, FLOOR_UNITS } from '../../../renderer/screens/room/roomStage.ts';
import { voteLayout, type VoteLayout } from '../../../renderer/screens/room/voteLayout.ts';
import { wonLayout } from '../../../renderer/screens/room/resultLayout.ts';
import { tieLayout } from '../../../renderer/screens/room/tieLayout.ts';
import type { PlacedText } from '../../../renderer/screens/room/placedText.ts';
import { contains, overlaps, type Box } from '../../../shared/geometry/box.ts';
import { measureEm } from '../../support/measureEm.ts';

const WORDS = ['jungle', 'braderie', 'panda', 'mierennest', 'rat', 'brug', 'boom', 'huis', 'bijenkorf', 'vuurtoren', 'lappendeken', 'speeltuin'];
const SCREENS = [{ w: 1920, h: 1080 }, { w: 1024, h: 768 }, { w: 1280, h: 800 }, { w: 2560, h: 1080 }, { w: 150, h: 84 }];

const boxOf = ({ text, hand, size, x, baseline, anchor }: PlacedText): Box => {
  const w = measureEm(text, hand) * size;
  return { x: anchor === 'left' ? x : anchor === 'middle' ? x - w / 2 : x - w, y: baseline - size * 0.66, w, h: size * 0.66 };
};

const plans = fc.record({
  screen: fc.constantFrom(...SCREENS), many: fc.integer({ min: 2, max: 12 }), drawn: fc.boolean(), hasClock: fc.boolean(),
  address: fc.constantFrom(null, '192.168.8.2', '192.168.178.123:8080'), heads: fc.integer({ min: 0, max: 120 }),
  question: fc.constantFrom('Welk beeld past bij onze droomwijk?', 'Kies', 'Welke van al deze beelden past het best bij de wijk waarin wij over tien jaar samen willen wonen en werken?'),
});

type Plan = (typeof plans extends fc.Arbitrary<infer T> ? T : never) & { readonly names?: readonly string[] };

function layoutOf({ screen, many, drawn, hasClock, address, heads, question, names = WORDS.slice(0, many) }: Plan): { readonly layout: VoteLayout; readonly stage: ReturnType<typeof stageFor> } {
  const stage = stageFor(screen);
  const layout = voteLayout({
    stage, names, drawn: names.map(() => drawn), heads, address, hasClock, measure: measureEm,
    words: { question, rule: 'Kies er één. Op gsm met je stemcode, of op papier.', cast: '31', castWords: 'van 47 stemmen binnen', hidden: 'Uitslag: verborgen tot we onthullen.', scan: 'scan, of tik in:' },
  });
  return { layout, stage };
}

describe('an open vote on the room screen', () => {
  test('keeps everything on the picture and nothing on top of something else', () => {
    fc.assert(fc.property(plans, (plan) => {
      const { layout, stage } = layoutOf(plan);
      const all: Box = { x: 0, y: 0, w: stage.w, h: stage.h };
      const door = layout.door ? [layout.door.card] : [];
      const clock = layout.clock ? [{ x: layout.clock.x - layout.clock.r, y: layout.clock.y - layout.clock.r, w: 2 * layout.clock.r, h: 2 * layout.clock.r }] : [];
      const pictures = layout.cells.flatMap(({ picture }) => (picture ? [picture] : []));
      const names = layout.cells.flatMap(({ name }) => name.map(boxOf));
      const words = [...layout.question, ...layout.rule, ...layout.hidden, layout.turnout.number, ...layout.turnout.words].map(boxOf);
      const dots = layout.dots.map(({ x, y }) => ({ x: x - layout.dotRadius, y: y - layout.dotRadius, w: 2 * layout.dotRadius, h: 2 * layout.dotRadius }));
      const named = (name: string, boxes: readonly Box[]) => boxes.map((box, i) => ({ name: `${name} ${i}`, box }));
      const parts = [...named('door', door), ...named('clock', clock), ...named('picture', pictures), ...named('name', names), ...named('words', words)];
      const clashes = parts.flatMap((part, i) => [...parts.slice(i + 1), ...named('dot', dots)].filter((other) => overlaps(part.box, other.box)).map((other) => `${part.name} over ${other.name}`));
      expect(clashes).toEqual([]);
      expect([...parts, ...named('dot', dots)].filter(({ box }) => !contains(all, box)).map(({ name }) => name)).toEqual([]);
    }), { numRuns: 150 });
  });

  test('can be read from ten metres: nothing of the question, the choices or the address is below the floor', () => {
    for (const many of [2, 4, 8]) {
      const { layout } = layoutOf({ screen: SCREENS[0] as Plan['screen'], many, drawn: true, hasClock: true, address: '192.168.8.2', heads: 47, question: 'Welk beeld past bij onze droomwijk?' });
      const read = [...layout.question, ...layout.rule, ...layout.cells.flatMap(({ name }) => name), ...(layout.door?.texts ?? []), layout.turnout.number];
      for (const text of read) expect(text.size).toBeGreaterThanOrEqual(FLOOR_UNITS);
      expect(layout.door?.qr.w).toBeGreaterThanOrEqual(450);
    }
  });

  test('words alone are lettered at ease, long ones too, and one size for all', () => {
    const long = ['meergeneratiewoonproject', 'ontmoetingsplaats voor iedereen', 'samenlevingsopbouwwerk', 'een wijk met kinderen op straat'];
    for (const screen of SCREENS.slice(0, 3)) for (const [names, least] of [[WORDS.slice(0, 2), 150], [WORDS.slice(0, 4), 96], [WORDS.slice(0, 7), EASY_UNITS], [WORDS, FLOOR_UNITS], [long, EASY_UNITS]] as const) for (const address of [null, '192.168.178.123:8080'] as const) {
      const { layout } = layoutOf({ screen, many: names.length, names, drawn: false, hasClock: false, address, heads: 47, question: 'Welk beeld past bij onze droomwijk?' });
      const sizes = layout.cells.flatMap(({ name }) => name.map(({ size }) => size));
      expect(Math.min(...sizes), `${names.length} on ${screen.w}, ${address}`).toBeGreaterThanOrEqual(least);
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThan(1);
    }
  });

  test('a five of the dots is never broken over two lines', () => {
    fc.assert(fc.property(plans, (plan) => {
      const { dots } = layoutOf(plan).layout;
      for (let i = 0; i < dots.length; i += 5) expect(new Set(dots.slice(i, i + 5).map(({ y }) => y)).size).toBe(1);
    }));
  });
});

describe('the result on the room screen', () => {
  test('bars are as long as their dots and stay on the picture with their totals', () => {
    fc.assert(fc.property(fc.constantFrom(...SCREENS), fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 2, maxLength: 12 }), fc.boolean(), (screen, counts, drawn) => {
      const stage = stageFor(screen);
      const most = Math.max(...counts);
      const rows = [...counts].sort((a, b) => b - a).map((dots, i) => ({ label: WORDS[i] as string, dots, share: dots / most }));
      const won = wonLayout({ stage, rows, drawn: rows.map(() => drawn), title: 'mierennest', pictured: drawn, hasWinner: true, saying: 'dat is ons beeld voor de wijk', foot: '45 van 47 stemden, elk één stip', measure: measureEm });
      const all: Box = { x: 0, y: 0, w: stage.w, h: stage.h };
      const [first] = won.rows;
      won.rows.forEach(({ bar, total, name, picture }, i) => {
        expect(bar.w / (first?.bar.w ?? 1)).toBeCloseTo(Math.max((rows[i]?.share ?? 0), 10 / (first?.bar.w ?? 1)), 6);
        for (const part of [bar, boxOf(total), boxOf(name), ...(picture ? [picture] : [])]) expect(contains(all, part)).toBe(true);
        const next = won.rows[i + 1];
        if (next) expect(overlaps(bar, next.bar)).toBe(false);
      });
      expect(contains(all, boxOf(won.foot))).toBe(true);
      for (const line of [...won.title, ...won.saying, ...won.heroName]) expect(contains(all, boxOf(line))).toBe(true);
    }), { numRuns: 120 });
  });

  test('in a tie all leaders are equally large', () => {
    fc.assert(fc.property(fc.constantFrom(...SCREENS), fc.integer({ min: 2, max: 8 }), fc.boolean(), (screen, many, drawn) => {
      const stage = stageFor(screen);
      const leaders = WORDS.slice(0, many).map((label) => ({ label, dots: 17, drawn }));
      const tie = tieLayout({ stage, leaders, title: 'Gelijke stand!', others: 'rat 7 · brug 4', next: 'Tweede ronde?', nextRule: 'Eén stem per persoon. Weer gelijk? Dan loten we, hier in de zaal.', measure: measureEm });
      expect(new Set(tie.leaders.map(({ sun }) => sun?.r)).size).toBe(1);
      expect(new Set(tie.leaders.map(({ total }) => total.size)).size).toBe(1);
      const all: Box = { x: 0, y: 0, w: stage.w, h: stage.h };
      for (const { total, name, picture } of tie.leaders) for (const part of [boxOf(total), ...name.map(boxOf), ...(picture ? [picture] : [])]) {
        expect(contains(all, part)).toBe(true);
        expect(overlaps(part, tie.box)).toBe(false);
      }
    }));
  });
});
