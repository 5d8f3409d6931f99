import { assemble } from './assemble.ts';
import type { PreparedSheet } from './preparedSheet.ts';
import { STEP_PLANS } from './stepPlans.ts';
import type { InBoth, Template } from './template.ts';

type Words = {
  readonly time: string;
  readonly timeAsk: string;
  readonly piles: readonly [string, string];
  readonly title: string;
  readonly titleAsk: string;
  readonly centre: string;
  readonly kinds: readonly [string, string, string, string];
  readonly mission: string;
  readonly bricks: string;
  readonly brickAsk: readonly [string, string, string];
  readonly rule: string;
  readonly steps: readonly [string, string, string];
  readonly alt: { readonly clock: string; readonly house: string; readonly bench: string; readonly people: string; readonly glass: string };
};

const WORDS: InBoth<Words> = {
  nl: {
    time: 'Waar gaat onze tijd heen?', timeAsk: 'schrijf elk overleg op en kies: moet het echt?', piles: ['Echt nodig', 'Bellen of het verslag volstaat'],
    title: 'Krachten van de wijk', titleAsk: 'wie kent wat, en wie kan het gebruiken?', centre: 'onze wijk', kinds: ['mensen', 'groepen', 'plekken', 'talenten'],
    mission: 'Onze kernopdracht', bricks: 'Eerste stenen', brickAsk: ['Waar zien we mensen?', 'Wat pakken we aan?', 'Wie vragen we erbij?'], rule: 'voortaan vragen we er twee',
    steps: ['Tijd', 'Krachten', 'Eerste stenen'], alt: { clock: 'Klok', house: 'Huis', bench: 'Bank', people: 'Mensen', glass: 'Vergrootglas' },
  },
  en: {
    time: 'Where does our time go?', timeAsk: 'write down every meeting and choose: do we need it?', piles: ['Really needed', 'A call or the minutes will do'],
    title: 'Strengths of this place', titleAsk: 'who knows what, and who could use it?', centre: 'our place', kinds: ['people', 'groups', 'places', 'talents'],
    mission: 'Our core mission', bricks: 'First bricks', brickAsk: ['Where do we meet?', 'What do we start?', 'Whom do we ask?'], rule: 'from now on we ask two',
    steps: ['Time', 'Strengths', 'First bricks'], alt: { clock: 'Clock', house: 'House', bench: 'Bench', people: 'People', glass: 'Magnifying glass' },
  },
};

function time(sheet: PreparedSheet, words: Words): void {
  sheet.letter(words.time, 44, 108, 66, { heading: true });
  sheet.letter(words.timeAsk, 46, 152, 28, { hand: 'hand', color: 'stil' });
  sheet.stamp('klok', words.alt.clock, 1056, 152, 104);
  sheet.form('frame', { x: 40, y: 222, w: 410, h: 582 }, { text: words.piles[0], textUnits: 42, hand: 'kop', fill: 'munt', area: 'themes', shadow: true });
  sheet.form('frame', { x: 490, y: 222, w: 670, h: 582 }, { text: words.piles[1], textUnits: 42, hand: 'kop', fill: 'perzik', area: 'question', widthUnits: 3 });
}

function strengths(sheet: PreparedSheet, words: Words): void {
  sheet.letter(words.title, 600, 104, 68, { heading: true, middle: true });
  sheet.letter(words.titleAsk, 600, 146, 28, { hand: 'hand', color: 'stil', middle: true });
  const spots = [[40, 190, 'hemel'], [812, 190, 'blos'], [40, 566, 'perzik'], [812, 566, 'munt']] as const;
  spots.forEach(([x, y, fill], i) => {
    const from = { x: i % 2 === 0 ? 520 : 680, y: i < 2 ? 442 : 540 };
    const to = { x: i % 2 === 0 ? 392 : 808, y: y + (i < 2 ? 170 : 80) };
    sheet.line([from, to], 'grijs2', 2.6);
    sheet.form('ellipse', { x, y, w: 348, h: 240 }, { fill: null, widthUnits: 3.4, area: 'question' });
    sheet.letter(words.kinds[i] ?? '', x + 174, y + 50, 34, { middle: true, heading: true, color: fill === 'blos' ? 'rood' : fill === 'hemel' ? 'blauw' : fill === 'perzik' ? 'oranje' : 'petrol' });
  });
  sheet.form('ellipse', { x: 494, y: 378, w: 212, h: 210 }, { fill: 'licht', widthUnits: 3.6 });
  sheet.stamp('huis', words.alt.house, 542, 532, 116);
  sheet.letter(words.centre, 600, 570, 28, { middle: true });
}

function bricks(sheet: PreparedSheet, words: Words): void {
  sheet.form('banner', { x: 40, y: 40, w: 560, h: 108 }, { text: words.bricks, textUnits: 60, hand: 'kop', fill: 'perzik', widthUnits: 3.8 });
  sheet.letter(words.rule, 640, 108, 36, { color: 'rood' });
  sheet.stamp('mensen', words.alt.people, 1044, 152, 114);
  sheet.form('frame', { x: 40, y: 208, w: 1120, h: 128 }, { text: words.mission, textUnits: 40, hand: 'kop', fill: 'munt', area: 'charter', shadow: true });
  words.brickAsk.forEach((ask, i) => {
    sheet.form('frame', { x: 40 + i * 384, y: 396, w: 352, h: 408 }, { text: ask, textUnits: 29, hand: 'kop', fill: 'hemel', widthUnits: 3, area: 'question' });
  });
  sheet.stamp('bank', words.alt.bench, 292, 784, 82);
}

/** A day of a team: what takes its time, which strengths the neighbourhood has, and the first bricks of a vision. */
export const krachtenkaart: Template = {
  id: 'krachtenkaart',
  name: { nl: 'Krachtenkaart', en: 'Map of strengths' },
  about: { nl: 'wat de wijk al kan', en: 'what the place can do' },
  build: (input) => {
    const words = WORDS[input.seed.locale];
    const prepare = [time, strengths, bricks] as const;
    return assemble('krachtenkaart', input, prepare.map((page, i) => ({ title: words.steps[i] ?? '', step: words.steps[i] ?? '', plan: STEP_PLANS.krachtenkaart[input.seed.locale][i], prepare: (sheet) => page(sheet, words) })), { heading: words.mission });
  },
};
