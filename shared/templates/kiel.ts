import { assemble } from './assemble.ts';
import { kielWords, type KielWords } from './kielWords.ts';
import type { PreparedSheet } from './preparedSheet.ts';
import { STEP_PLANS } from './stepPlans.ts';
import type { Template } from './template.ts';

type Place = (stamp: string, x: number, ground: number, sizeUnits: number) => void;

/** Stamps with the alt texts of these words. */
const stampsOn = (sheet: PreparedSheet, words: KielWords): Place =>
  (stamp, x, ground, sizeUnits) => sheet.stamp(stamp, words.alt[stamp] ?? stamp, x, ground, sizeUnits);

/** The neighbourhood along the foot of a sheet, with its rat walking at the end. */
function street(sheet: PreparedSheet, words: KielWords): void {
  const put = stampsOn(sheet, words);
  sheet.line([{ x: 40, y: 806 }, { x: 600, y: 809 }, { x: 1160, y: 805 }], 'grijs1', 5);
  put('huis', 52, 806, 104);
  put('boom', 158, 806, 96);
  put('flat', 246, 806, 124);
  put('school', 368, 806, 112);
  put('fiets', 492, 806, 72);
  put('bank', 584, 806, 78);
}

function welcome(sheet: PreparedSheet, words: KielWords): void {
  const put = stampsOn(sheet, words);
  sheet.form('banner', { x: 40, y: 40, w: 640, h: 108 }, { text: words.welcome, textUnits: 64, hand: 'kop', fill: 'perzik', widthUnits: 3.8 });
  put('zon', 1050, 150, 110);
  sheet.letter(words.day, 716, 88, 34, { heading: true, fitUnits: 310 });
  sheet.letter(words.place, 718, 120, 25, { hand: 'hand', color: 'stil' });
  rings(sheet, words);
  sheet.form('frame', { x: 620, y: 212, w: 540, h: 280 }, { text: words.plea, textUnits: 38, hand: 'kop', fill: 'hemel', area: 'question', shadow: true });
  put('megafoon', 1058, 474, 76);
  sheet.letter(words.rulesHeading, 640, 562, 38, { heading: true });
  words.rules.forEach((rule, i) => {
    const y = 602 + i * 36;
    sheet.line([{ x: 642, y: y - 8 }, { x: 656, y: y - 9 }], 'petrol', 4.4);
    sheet.letter(rule, 668, y, 26, { hand: 'hand' });
  });
  street(sheet, words);
  put('mensen', 836, 806, 104);
  put('rat', 1060, 808, 84);
  sheet.letter(words.hello, 1016, 716, 28, { hand: 'hand' });
}

/** First the whole, then what one does in it. */
function rings(sheet: PreparedSheet, words: KielWords): void {
  sheet.form('ellipse', { x: 52, y: 192, w: 500, h: 444 }, { fill: 'munt', widthUnits: 3.8 });
  sheet.form('ellipse', { x: 128, y: 330, w: 348, h: 284 }, { fill: 'perzik', widthUnits: 3.2 });
  sheet.form('ellipse', { x: 196, y: 448, w: 212, h: 148 }, { fill: 'paper', widthUnits: 2.8 });
  sheet.letter(words.rings[0], 302, 272, 54, { middle: true, heading: true, fitUnits: 260 });
  sheet.letter(words.rings[1], 302, 408, 42, { middle: true, fitUnits: 220 });
  sheet.letter(words.rings[2], 302, 534, 32, { middle: true, fitUnits: 176 });
}

function circles(sheet: PreparedSheet, words: KielWords): void {
  const put = stampsOn(sheet, words);
  sheet.form('banner', { x: 40, y: 40, w: 560, h: 106 }, { text: words.circles, textUnits: 60, hand: 'kop', fill: 'munt', widthUnits: 3.8 });
  sheet.letter(words.circlesHow, 636, 90, 28, { hand: 'hand', color: 'stil', widthUnits: 400 });
  put('kring', 1050, 150, 110);
  const fills = ['perzik', 'hemel', 'munt'] as const;
  const signs = ['huis', 'vuur', 'denkwolk'] as const;
  words.questions.forEach((question, i) => {
    const x = 40 + i * 384;
    sheet.form('frame', { x, y: 306, w: 352, h: 500 }, { area: 'question', widthUnits: 3.2 });
    sheet.numeral(i + 1, { x: x + 32, y: 208 }, 25, 'ink', fills[i] ?? 'perzik');
    sheet.letter(question, x + 72, 220, 38, { heading: true, widthUnits: 284 });
    sheet.letter(words.hints[i] ?? '', x + 26, 350, 24, { hand: 'hand', color: 'stil', widthUnits: 230 });
    put(signs[i] ?? 'hart', x + 262, 394, 74);
  });
}

function dream(sheet: PreparedSheet, words: KielWords): void {
  const put = stampsOn(sheet, words);
  sheet.form('banner', { x: 292, y: 40, w: 616, h: 112 }, { text: words.dream, textUnits: 74, hand: 'kop', fill: 'perzik', widthUnits: 3.8 });
  sheet.letter(words.day, 42, 86, 30, { hand: 'hand', fitUnits: 236 });
  sheet.letter(words.place, 42, 116, 24, { hand: 'hand', color: 'stil' });
  put('zon', 1050, 150, 110);
  sheet.form('frame', { x: 40, y: 198, w: 524, h: 420 }, { text: words.traits, textUnits: 54, hand: 'kop', fill: 'hemel', area: 'traits', shadow: true });
  sheet.form('frame', { x: 604, y: 198, w: 556, h: 420 }, { text: words.metaphors, textUnits: 54, hand: 'kop', fill: 'munt', area: 'metaphors', shadow: true });
  sheet.form('bubble', { x: 150, y: 642, w: 256, h: 108 }, { text: words.whole, textUnits: 25, fill: 'perzik', widthUnits: 3 });
  sheet.line([{ x: 44, y: 804 }, { x: 300, y: 807 }, { x: 566, y: 803 }], 'grijs1', 5);
  put('mensen', 52, 804, 112);
  put('tafel', 226, 806, 70);
  put('kring', 324, 805, 92);
  put('rat', 466, 806, 84);
  sheet.letter(words.hello, 440, 716, 27, { hand: 'hand' });
  sheet.form('frame', { x: 604, y: 664, w: 556, h: 142 }, { color: 'grijs2', widthUnits: 2.4, dashed: true, area: 'charter' });
  sheet.letter(words.soon, 636, 710, 36, { color: 'stil' });
  for (let i = 0; i < 5; i++) sheet.numeral(i + 1, { x: 656 + i * 108, y: 760 }, 18, 'grijs2');
}

function themes(sheet: PreparedSheet, words: KielWords): void {
  const put = stampsOn(sheet, words);
  sheet.form('banner', { x: 40, y: 40, w: 880, h: 112 }, { text: words.themes, textUnits: 62, hand: 'kop', fill: 'hemel', widthUnits: 3.8 });
  put('gloeilamp', 1056, 150, 106);
  sheet.form('frame', { x: 40, y: 210, w: 724, h: 592 }, { text: words.themesAsk, textUnits: 44, hand: 'kop', fill: 'perzik', area: 'themes', shadow: true });
  sheet.arrow({ x: 776, y: 470 }, { x: 832, y: 452 }, -0.25, 'oranje', 5);
  sheet.form('frame', { x: 844, y: 210, w: 316, h: 400 }, { text: words.ground, textUnits: 42, hand: 'kop', fill: 'munt', area: 'question' });
  sheet.letter(words.groundAsk, 872, 276, 26, { hand: 'hand', color: 'stil' });
  sheet.line([{ x: 850, y: 800 }, { x: 1000, y: 803 }, { x: 1158, y: 799 }], 'grijs1', 5);
  put('handdruk', 862, 802, 132);
  put('mensen', 1022, 800, 118);
}

function charter(sheet: PreparedSheet, words: KielWords): void {
  const put = stampsOn(sheet, words);
  const width = sheet.letter(words.charter, 42, 98, 66, { heading: true });
  sheet.line([{ x: 44, y: 120 }, { x: 44 + width / 2, y: 115 }, { x: 46 + width, y: 119 }], 'petrol', 5);
  sheet.letter(words.forNow, 44, 154, 27, { hand: 'hand', color: 'stil' });
  put('potlood', 950, 150, 80);
  put('handdruk', 1050, 152, 106);
  const fills = ['munt', 'perzik', 'hemel', 'munt', 'perzik'] as const;
  fills.forEach((fill, i) => {
    const y = 182 + i * 76;
    sheet.numeral(i + 1, { x: 72, y: y + 33 }, 26, 'ink', fill);
    sheet.form('frame', { x: 120, y, w: 1040, h: 66 }, { color: 'grijs2', widthUnits: 2.2, dashed: true, area: 'charter' });
  });
  const asked = sheet.letter(words.carried, 44, 612, 33, { heading: true });
  sheet.line([{ x: 76 + asked, y: 614 }, { x: 700, y: 616 }, { x: 1160, y: 613 }], 'grijs2', 2.2);
  words.roles.forEach((role, i) => {
    const x = 44 + (i % 3) * 384;
    const y = 672 + Math.floor(i / 3) * 70;
    sheet.line([{ x, y }, { x: x + 180, y: y + 1.5 }, { x: x + 346, y }], 'ink', 2.6);
    sheet.letter(role, x, y + 24, 22, { hand: 'hand', color: 'stil' });
  });
  sheet.letter(words.signing, 44, 800, 21, { hand: 'hand', color: 'stil' });
}

/** The day of working together in the Kiel: five steps, three questions, traits, metaphors, themes, a charter of five points. */
export const kiel: Template = {
  id: 'kiel',
  name: { nl: 'Samenwerkingsdag', en: 'Day of working together' },
  about: { nl: 'dromen, stemmen, charter', en: 'dream, vote, charter' },
  build: (input) => {
    const words = kielWords[input.seed.locale];
    const prepare = [welcome, circles, dream, themes, charter] as const;
    const plans = prepare.map((page, i) => {
      const step = words.steps[i] ?? '';
      return { title: step, step, plan: STEP_PLANS.kiel[input.seed.locale][i], prepare: (sheet: PreparedSheet) => page(sheet, words) };
    });
    return assemble('kiel', input, plans, { heading: words.heading, place: words.place, carriedBy: words.carrier, roles: words.roles });
  },
};
