import type { InkName } from '../board/palette.ts';
import { assemble } from './assemble.ts';
import type { PreparedSheet } from './preparedSheet.ts';
import { STEP_PLANS } from './stepPlans.ts';
import type { InBoth, Template } from './template.ts';

type Words = {
  readonly title: string;
  readonly motto: readonly [string, string];
  readonly order: string;
  readonly stations: readonly string[];
  readonly dream: string;
  readonly told: string;
  readonly toldHow: string;
  readonly sharp: string;
  readonly columns: readonly [string, string, string];
  readonly steps: readonly [string, string, string];
  readonly alt: { readonly cup: string; readonly sun: string; readonly ear: string; readonly people: string };
};

const WORDS: InBoth<Words> = {
  nl: {
    title: 'Ontmoeting in de wijk', motto: ['wie je bent,', 'niet wat je doet'], order: 'eerst delen, dan duiden, vervolgens doen',
    stations: ['stap 1', 'stap 2', 'stap 3', 'stap 4', 'stap 5', 'stap 6', 'stap 7'], dream: 'Onze gedeelde droom',
    told: 'Eén echte ontmoeting', toldHow: 'Vertel er een die je bijbleef. Wat gebeurde er?',
    sharp: 'Scherpe aanbevelingen', columns: ['Wie?', 'Wat?', 'Wanneer?'], steps: ['Delen', 'Duiden', 'Doen'],
    alt: { cup: 'Kop koffie', sun: 'Zon', ear: 'Luisterend oor', people: 'Mensen rond een tafel' },
  },
  en: {
    title: 'Meeting each other', motto: ['who you are,', 'not what you do'], order: 'share first, then interpret, then do',
    stations: ['step 1', 'step 2', 'step 3', 'step 4', 'step 5', 'step 6', 'step 7'], dream: 'The dream we share',
    told: 'One real encounter', toldHow: 'Tell one that stayed with you. What happened?',
    sharp: 'Sharp recommendations', columns: ['Who?', 'What?', 'When?'], steps: ['Share', 'Interpret', 'Do'],
    alt: { cup: 'Cup of coffee', sun: 'Sun', ear: 'Listening ear', people: 'People around a table' },
  },
};

function sharing(sheet: PreparedSheet, words: Words): void {
  sheet.form('banner', { x: 40, y: 40, w: 640, h: 108 }, { text: words.told, textUnits: 58, hand: 'kop', fill: 'perzik', widthUnits: 3.8 });
  sheet.letter(words.toldHow, 716, 92, 28, { hand: 'hand', color: 'stil', widthUnits: 320 });
  sheet.stamp('koffie', words.alt.cup, 1056, 150, 104);
  for (let i = 0; i < 6; i++) {
    const box = { x: 40 + (i % 3) * 384, y: 204 + Math.floor(i / 3) * 304, w: 352, h: 272 };
    sheet.form('frame', box, { widthUnits: 3, area: 'question' });
  }
  sheet.stamp('oor', words.alt.ear, 1086, 460, 62);
}

/** The seven stations of the road, from the lower left up and down to the right. */
const ROAD = [[96, 590], [256, 408], [416, 572], [576, 372], [736, 548], [880, 340], [1010, 520]] as const;

const STATION_FILLS: readonly InkName[] = ['blos', 'perzik', 'licht', 'munt', 'hemel', 'perzik', 'blos'];

function road(sheet: PreparedSheet, words: Words): void {
  sheet.letter(words.title, 44, 108, 68, { heading: true });
  sheet.letter(words.order, 46, 150, 28, { hand: 'hand', color: 'stil' });
  sheet.stamp('zon', words.alt.sun, 1050, 150, 108);
  sheet.curve([{ x: 44, y: 640 }, ...ROAD.map(([x, y]) => ({ x, y }))], 'perzik', 11);
  words.stations.forEach((station, i) => {
    const [x, y] = ROAD[i] ?? ROAD[0];
    sheet.numeral(i + 1, { x, y }, 30, 'ink', STATION_FILLS[i] ?? 'perzik');
    sheet.letter(station, x, y + 66, 27, { hand: 'hand', color: 'stil', middle: true });
  });
  sheet.form('frame', { x: 330, y: 690, w: 830, h: 116 }, { text: words.dream, textUnits: 40, hand: 'kop', fill: 'munt', area: 'charter', shadow: true });
  sheet.letter(words.motto[0], 44, 734, 36);
  sheet.letter(words.motto[1], 44, 778, 36, { color: 'petrol' });
}

function doing(sheet: PreparedSheet, words: Words): void {
  sheet.form('banner', { x: 40, y: 40, w: 780, h: 108 }, { text: words.sharp, textUnits: 58, hand: 'kop', fill: 'hemel', widthUnits: 3.8 });
  sheet.stamp('kring', words.alt.people, 1046, 152, 112);
  const widths = [260, 540, 256] as const;
  let x = 40;
  words.columns.forEach((column, i) => {
    const w = widths[i] ?? 260;
    sheet.form('frame', { x, y: 218, w, h: 586 }, { text: column, textUnits: 42, hand: 'kop', fill: (['perzik', 'munt', 'hemel'] as const)[i] ?? 'munt', widthUnits: 3.2, area: i === 1 ? 'themes' : 'question' });
    x += w + 32;
  });
}

/** Encounters in the neighbourhood: share, interpret, do; seven stations to one shared dream. */
export const kenniscafe: Template = {
  id: 'kenniscafe',
  name: { nl: 'Kenniscafé', en: 'Knowledge café' },
  about: { nl: 'zeven stappen, één droom', en: 'seven steps, one dream' },
  build: (input) => {
    const words = WORDS[input.seed.locale];
    const prepare = [sharing, road, doing] as const;
    return assemble('kenniscafe', input, prepare.map((page, i) => ({ title: words.steps[i] ?? '', step: words.steps[i] ?? '', plan: STEP_PLANS.kenniscafe[input.seed.locale][i], prepare: (sheet) => page(sheet, words) })), { heading: words.dream });
  },
};
