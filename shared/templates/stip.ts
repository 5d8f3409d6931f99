import { assemble } from './assemble.ts';
import type { PreparedSheet } from './preparedSheet.ts';
import { STEP_PLANS } from './stepPlans.ts';
import type { InBoth, Template } from './template.ts';

type Words = {
  readonly title: string;
  readonly dot: string;
  readonly drives: string;
  readonly drivesAsk: string;
  readonly bundle: string;
  readonly bundleAsk: string;
  readonly levels: readonly [string, string, string];
  readonly storm: string;
  readonly quarters: readonly [string, string, string, string];
  readonly steps: readonly [string, string, string];
  readonly alt: { readonly people: string; readonly heart: string; readonly bulb: string; readonly talk: string };
};

const WORDS: InBoth<Words> = {
  nl: {
    title: 'Stip op de\nhorizon', dot: 'onze stip', drives: 'Wat drijft jou?', drivesAsk: 'waar gaat je hart sneller van kloppen?',
    bundle: 'Aan de keukentafel', bundleAsk: 'wat hoorden we? bundel het tot thema’s', levels: ['normaliseren', 'preventie', 'innovatie'],
    storm: 'En morgen?', quarters: ['Houden', 'Stoppen of anders', 'Vernieuwen', 'Morgen beginnen'], steps: ['De stip', "Thema's", 'Morgen'],
    alt: { people: 'Mensen', heart: 'Hart', bulb: 'Gloeilamp', talk: 'Tekstballon' },
  },
  en: {
    title: 'Dot on the\nhorizon', dot: 'our dot', drives: 'What drives you?', drivesAsk: 'what makes your heart beat faster?',
    bundle: 'At the kitchen table', bundleAsk: 'what did we hear? bundle it into themes', levels: ['normalise', 'prevent', 'innovate'],
    storm: 'And tomorrow?', quarters: ['Keep', 'Stop or change', 'Renew', 'Start tomorrow'], steps: ['The dot', 'Themes', 'Tomorrow'],
    alt: { people: 'People', heart: 'Heart', bulb: 'Light bulb', talk: 'Speech bubble' },
  },
};

function horizon(sheet: PreparedSheet, words: Words): void {
  sheet.letter(words.title, 46, 110, 72, { heading: true });
  sheet.curve([{ x: 40, y: 404 }, { x: 360, y: 397 }, { x: 800, y: 402 }, { x: 1160, y: 396 }], 'ink', 4);
  sheet.form('ellipse', { x: 792, y: 176, w: 158, h: 158 }, { color: 'rood', fill: 'rood', widthUnits: 3 });
  for (const [x1, y1, x2, y2] of [[871, 150, 871, 112], [778, 190, 748, 164], [964, 190, 994, 164], [752, 256, 714, 256], [990, 256, 1028, 256]] as const) sheet.line([{ x: x1, y: y1 }, { x: x2, y: y2 }], 'oranje', 4.4);
  sheet.letter(words.dot, 871, 376, 34, { middle: true });
  sheet.curve([{ x: 330, y: 800 }, { x: 420, y: 700 }, { x: 620, y: 640 }, { x: 720, y: 560 }, { x: 838, y: 412 }], 'ink', 3.4);
  sheet.curve([{ x: 560, y: 800 }, { x: 640, y: 730 }, { x: 770, y: 660 }, { x: 826, y: 560 }, { x: 880, y: 412 }], 'ink', 3.4);
  sheet.stamp('mensen', words.alt.people, 64, 802, 176);
  sheet.form('frame', { x: 884, y: 470, w: 276, h: 334 }, { text: words.drives, textUnits: 38, hand: 'kop', fill: 'perzik', widthUnits: 3, area: 'traits' });
  sheet.letter(words.drivesAsk, 66, 566, 27, { hand: 'hand', color: 'stil', widthUnits: 260 });
  sheet.stamp('hart', words.alt.heart, 252, 672, 64);
}

function bundling(sheet: PreparedSheet, words: Words): void {
  sheet.letter(words.bundle, 44, 106, 64, { heading: true });
  sheet.letter(words.bundleAsk, 46, 150, 28, { hand: 'hand', color: 'stil' });
  sheet.stamp('tekstballon', words.alt.talk, 1050, 154, 108);
  sheet.form('frame', { x: 40, y: 196, w: 724, h: 608 }, { widthUnits: 3.4, area: 'themes', shadow: true });
  const fills = ['munt', 'hemel', 'perzik'] as const;
  words.levels.forEach((level, i) => {
    sheet.form('frame', { x: 812, y: 216 + i * 202, w: 348, h: 182 }, { text: level, textUnits: 38, hand: 'kop', fill: fills[i] ?? 'munt', widthUnits: 3, area: 'question' });
  });
}

function tomorrow(sheet: PreparedSheet, words: Words): void {
  sheet.form('banner', { x: 40, y: 40, w: 560, h: 108 }, { text: words.storm, textUnits: 62, hand: 'kop', fill: 'perzik', widthUnits: 3.8 });
  sheet.stamp('gloeilamp', words.alt.bulb, 1056, 152, 106);
  const fills = ['munt', 'blos', 'hemel', 'licht'] as const;
  words.quarters.forEach((quarter, i) => {
    const box = { x: 40 + (i % 2) * 576, y: 216 + Math.floor(i / 2) * 308, w: 544, h: 276 };
    sheet.form('frame', box, { text: quarter, textUnits: 42, hand: 'kop', fill: fills[i] ?? 'munt', widthUnits: 3.2, area: i === 3 ? 'charter' : 'question' });
  });
}

/** One shared dot on the horizon, from personal drives and kitchen-table talks to what starts tomorrow. */
export const stip: Template = {
  id: 'stip',
  name: { nl: 'Stip op de horizon', en: 'Dot on the horizon' },
  about: { nl: 'van drijfveer naar doel', en: 'from drive to aim' },
  build: (input) => {
    const words = WORDS[input.seed.locale];
    const prepare = [horizon, bundling, tomorrow] as const;
    return assemble('stip', input, prepare.map((page, i) => ({ title: words.steps[i] ?? '', step: words.steps[i] ?? '', plan: STEP_PLANS.stip[input.seed.locale][i], prepare: (sheet) => page(sheet, words) })), { heading: words.dot });
  },
};
