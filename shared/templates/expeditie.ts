import { assemble } from './assemble.ts';
import type { PreparedSheet } from './preparedSheet.ts';
import { STEP_PLANS } from './stepPlans.ts';
import type { InBoth, Template } from './template.ts';

type Words = {
  readonly title: string;
  readonly under: string;
  readonly coalition: string;
  readonly stops: readonly string[];
  readonly scale: readonly [string, string, string, string];
  readonly scaleTitle: string;
  readonly scaleAsk: string;
  readonly small: string;
  readonly smallAsk: string;
  readonly undercurrent: string;
  readonly steps: readonly [string, string];
  readonly alt: { readonly compass: string; readonly flag: string; readonly path: string; readonly signpost: string };
};

const WORDS: InBoth<Words> = {
  nl: {
    title: 'Expeditie', under: 'vijf pitstops; de reis telt, niet de bestemming', coalition: 'coalitie',
    stops: ['één reisgezelschap', 'ploeggeest', 'het kompas', 'kleiner kijken', 'bewoners voorop'],
    scale: ['namens', 'voor', 'met', 'door'], scaleTitle: 'Waar staat ons initiatief?', scaleAsk: 'namens, voor, met of door bewoners',
    small: 'Een plan van de kleine dingen', smallAsk: 'groeten, namen kennen, iets merken en ernaar vragen', undercurrent: 'Hoe gaat het met je?',
    steps: ['De reis', 'De schaal'], alt: { compass: 'Kompas', flag: 'Vlag', path: 'Pad', signpost: 'Wegwijzer' },
  },
  en: {
    title: 'Expedition', under: 'five pit stops; the journey counts, not the destination', coalition: 'coalition',
    stops: ['one company', 'team spirit', 'the compass', 'look smaller', 'residents lead'],
    scale: ['on behalf of', 'for', 'with', 'by'], scaleTitle: 'Where is our initiative?', scaleAsk: 'on behalf of, for, with or by residents',
    small: 'A plan of small things', smallAsk: 'greet, know names, notice and ask', undercurrent: 'How are you doing?',
    steps: ['The journey', 'The scale'], alt: { compass: 'Compass', flag: 'Flag', path: 'Path', signpost: 'Signpost' },
  },
};

/** Where the five stops stand on the path that climbs to the right. */
const STOPS = [[136, 688], [364, 644], [596, 572], [828, 520], [1052, 430]] as const;

function journey(sheet: PreparedSheet, words: Words): void {
  sheet.stamp('kompas', words.alt.compass, 40, 156, 116);
  sheet.letter(words.title, 184, 112, 74, { heading: true });
  sheet.letter(words.under, 186, 154, 28, { hand: 'hand', color: 'stil' });
  sheet.form('bubble', { x: 850, y: 44, w: 310, h: 122 }, { text: words.undercurrent, textUnits: 29, fill: 'perzik', widthUnits: 3 });
  sheet.curve([{ x: 40, y: 728 }, { x: 136, y: 716 }, { x: 364, y: 672 }, { x: 596, y: 602 }, { x: 828, y: 552 }, { x: 1052, y: 462 }, { x: 1156, y: 420 }], 'oker', 6);
  words.stops.forEach((stop, i) => {
    const [x, y] = STOPS[i] ?? STOPS[0];
    sheet.stamp('vlag', words.alt.flag, x - 30, y + 28, 74);
    sheet.numeral(i + 1, { x: x + 2, y: y + 62 }, 19, 'ink', 'perzik');
    sheet.letter(stop, x, y + 110, 26, { hand: 'hand', middle: true });
  });
}

function ruler(sheet: PreparedSheet, words: Words): void {
  sheet.letter(words.scaleTitle, 44, 106, 62, { heading: true });
  sheet.letter(words.scaleAsk, 46, 150, 28, { hand: 'hand', color: 'stil' });
  sheet.stamp('wegwijzer', words.alt.signpost, 1050, 156, 112);
  const fills = ['blos', 'perzik', 'hemel', 'munt'] as const;
  words.scale.forEach((step, i) => {
    sheet.form('frame', { x: 40 + i * 284, y: 214, w: 268, h: 330 }, { text: step, textUnits: 40, hand: 'kop', fill: fills[i] ?? 'munt', widthUnits: 3, area: i === 3 ? 'themes' : 'question' });
  });
  sheet.arrow({ x: 60, y: 572 }, { x: 1140, y: 566 }, 0, 'oranje', 5);
  sheet.form('frame', { x: 40, y: 632, w: 1120, h: 172 }, { text: words.small, textUnits: 40, hand: 'kop', fill: 'licht', area: 'charter', shadow: true });
  sheet.letter(words.smallAsk, 640, 612, 25, { hand: 'hand', color: 'stil' });
}

/** The journey of coalitions: a path with five stops, and the scale from on behalf of to by residents. */
export const expeditie: Template = {
  id: 'expeditie',
  name: { nl: 'Expeditie', en: 'Expedition' },
  about: { nl: 'vijf pitstops en een kompas', en: 'five stops and a compass' },
  build: (input) => {
    const words = WORDS[input.seed.locale];
    const prepare = [journey, ruler] as const;
    return assemble('expeditie', input, prepare.map((page, i) => ({ title: words.steps[i] ?? '', step: words.steps[i] ?? '', plan: STEP_PLANS.expeditie[input.seed.locale][i], prepare: (sheet) => page(sheet, words) })), { heading: words.small });
  },
};
