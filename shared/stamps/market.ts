import { fill, ground, inner, leaf, line, oval, placedPath, shape, wash } from './shapes.ts';
import { stampOf, type Stamp, type StampOp } from './stamp.ts';
import type { StampColor } from './stampColors.ts';

type Ops = readonly StampOp[];

const STRIPES = 7;
const tenth = (value: number): number => Math.round(value * 10) / 10;

/** One strip of the stall's awning, rounded below. */
const strip = (i: number): Ops => {
  const top = [17 + (66 / STRIPES) * i, 17 + (66 / STRIPES) * (i + 1)].map(tenth);
  const low = [7 + (86 / STRIPES) * i, 7 + (86 / STRIPES) * (i + 1)].map(tenth);
  const d = `M${top[0]} 15L${low[0]} 34C${low[0]} 41 ${low[1]} 41 ${low[1]} 34L${top[1]} 15Z`;
  const edge = `M${top[0]} 15L${low[0]} 34C${low[0]} 41 ${low[1]} 41 ${low[1]} 34`;
  return [fill(d, i % 2 === 0 ? 'rood' : 'paper'), line(edge, 0.85)];
};

const flag = (x: number, y: number, lean: number, color: StampColor): Ops => {
  const d = `M${x - 4} ${y - lean}L${x + 4} ${y + lean}L${x + lean * 0.6} ${y + 8.5}Z`;
  return [fill(d, color), line(d, 0.6)];
};

const fruit = (x: number, y: number, color: StampColor, r = 3.4): Ops => [
  fill(oval(x, y, r), color),
  line(oval(x, y, r), 0.6),
];

const kraam: Stamp = stampOf({
  id: 'kraam',
  nl: 'kraam',
  en: 'market stall',
  tags: ['braderie', 'braderiekraam', 'markt', 'kermis', 'feest', 'winkel', 'verkoop', 'straatfeest', 'market', 'fair', 'stall', 'shop', 'street party'],
  altNl: 'Een marktkraam met een gestreepte luifel, een verkoper en een vlaggenlijn',
  altEn: 'A market stall with a striped awning, a seller and bunting',
  ops: () => [
    ground(6, 95, 95.5),
    fill('M15 34L85 34L85 70L15 70Z', '#F6E9D2'),
    line('M15.500 34L15.500 70M84.500 34L84.500 70', 1.25),
    fill('M37 71C37 57 41 53 50 53C59 53 63 57 63 71Z', 'blauw'),
    line('M37 71C37 57 41 53 50 53C59 53 63 57 63 71', 0.9),
    line('M62 61C67 60 70 56 69 51', 1.5, 'blauw'),
    fill(oval(69, 48.5, 2.8, 3.2), '#E7B98E'),
    line(oval(69, 48.5, 2.8, 3.2), 0.55),
    fill(oval(50, 47, 7, 7.2), '#E7B98E'),
    fill('M43 46C42 37 58 37 57.500 46C55 43 48 41 43 46Z', 'ink'),
    line(oval(50, 47, 7, 7.2), 0.85),
    fill(oval(47.500, 47.500, 0.9, 1.1) + oval(52.800, 47.500, 0.9, 1.1), 'ink'),
    inner('M47.500 50.500Q50.200 52.800 52.800 50.300', 0.5),
    ...[0, 1, 2, 3, 4, 5, 6].flatMap(strip),
    line('M16 15C35 14 65 14.500 84 15L93 34', 1),
    ...fruit(21, 66.500, 'oranje'),
    ...fruit(28, 66.500, 'oranje'),
    ...fruit(24.500, 61, 'oranje'),
    fill('M72 62L82 62L80.500 71L73.500 71Z', 'petrol'),
    ...leaf([77, 62], [77, 51], 2.4, 'groen', 0, 0.6),
    ...leaf([76, 62], [70.500, 54], 2.2, 'groen', 0, 0.6),
    ...leaf([78, 62], [83, 54], 2.2, 'groen', 0, 0.6),
    line('M72 62L82 62L80.500 71L73.500 71Z', 0.75),
    fill('M13 76L87 76L85 95L15 95Z', '#D6B06A'),
    fill('M9 70L91 69.500L91.500 76L8.500 76.500Z', '#EFD7A8'),
    line('M9 70L91 69.500L91.500 76L8.500 76.500ZM13 76.500L15 95L85 95L87 76.500', 1),
    inner('M32 77L33 94M50 77L50 95M68 77L67 94', 0.6),
    line('M1 4C30 14 70 14 99 3', 0.7),
    ...flag(9, 6.8, 1, 'oranje'),
    ...flag(23, 9.8, 0.7, 'blauw'),
    ...flag(37, 11.300, 0.3, 'groen'),
    ...flag(51, 11.700, 0, 'violet'),
    ...flag(65, 11.100, -0.3, 'oranje'),
    ...flag(79, 9.200, -0.7, 'blauw'),
    ...flag(92, 5.8, -1, 'groen'),
  ],
});

const slinger: Stamp = stampOf({
  id: 'slinger',
  nl: 'vlaggenlijn',
  en: 'bunting',
  tags: ['slinger', 'vlaggetjes', 'feest', 'markt', 'braderie', 'versiering', 'party', 'market', 'decoration', 'flags'],
  altNl: 'Een vlaggenlijn met gekleurde vlaggetjes',
  altEn: 'Bunting with coloured flags',
  ops: () => [
    ...(
      [
        ['M5 31L18 40L7 55Z', 'rood'],
        ['M24 43L37 48L27 65Z', 'oranje'],
        ['M44 49L57 49L50.500 68Z', 'groen'],
        ['M63 48L76 43L73 65Z', 'blauw'],
        ['M82 40L95 31L93 55Z', 'violet'],
      ] as const
    ).flatMap(([d, color]): Ops => [fill(d, color), line(d, 0.8)]),
    line('M0 26C22 46 36 49 50 49C66 49 80 43 100 25', 1.1),
    line('M16 73L19 76M84 74L81 77M36 80L34 84M62 79L65 82M48 90L51 88M24 92L26 89M76 91L74 88', 1, 'roze'),
    line('M46 77L48 80M88 84L90 87M10 85L8 88', 1, 'groen'),
  ],
});

const mand: Stamp = stampOf({
  id: 'mand',
  nl: 'mand',
  en: 'basket',
  tags: ['markt', 'braderie', 'eten', 'fruit', 'oogst', 'boodschappen', 'market', 'food', 'harvest', 'groceries'],
  altNl: 'Een mand vol fruit',
  altEn: 'A basket full of fruit',
  ops: () => [
    ground(12, 90, 94),
    line('M22 52C22 8 78 8 78 52', 2.5),
    line('M22 52C22 8 78 8 78 52', 1.1, '#D6A35C'),
    ...shape(oval(35, 46, 10.5), '#E26A5A', 0.95),
    ...shape(oval(66, 46, 10), '#8CCB9F', 0.95),
    ...shape(oval(51, 41, 11), 'licht', 0.95),
    line('M51 31Q52 27 56 25M35 36Q34 33 31 31M66 37Q67 34 70 33', 0.75),
    ...leaf([52, 30], [62, 26], 2.6, 'groen', 0, 0.6),
    fill('M11 53L89 53L79 93L21 93Z', '#E3B873'),
    fill('M70 53L89 53L79 93L66 93Z', '#CC9C54'),
    inner('M16 66L84 66M19 79L81 79', 0.65),
    inner('M28 54L33 92M44 54L46 92M58 54L56 92M73 54L68 92', 0.65),
    fill('M8 50L92 50L91 58L9 58Z', '#EFD09A'),
    line('M8 50L92 50L91 58L9 58ZM12 58L21 93L79 93L88 58', 1.05),
  ],
});

const parasol: Stamp = stampOf({
  id: 'parasol',
  nl: 'parasol',
  en: 'parasol',
  tags: ['markt', 'terras', 'zomer', 'schaduw', 'café', 'market', 'terrace', 'summer', 'shade'],
  altNl: 'Een parasol boven een terrastafel met twee krukken',
  altEn: 'A parasol above a café table with two stools',
  ops: () => [
    ground(14, 88, 95.5),
    line('M50 40L50 95', 1.5),
    fill('M5 44C9 22 29 9 50 9C71 9 91 22 95 44C86 38 79 38 72 44C66 38 57 38 50 44C43 38 34 38 28 44C21 38 14 38 5 44Z', 'paper'),
    wash('M28 44C30 28 40 16 50 9C60 16 70 28 72 44C66 38 57 38 50 44C43 38 34 38 28 44Z', '#F6D9A8'),
    fill('M5 44C9 22 29 9 50 9C40 16 30 28 28 44C21 38 14 38 5 44Z', '#7FA6DA'),
    fill('M95 44C91 22 71 9 50 9C60 16 70 28 72 44C79 38 86 38 95 44Z', '#7FA6DA'),
    line('M5 44C9 22 29 9 50 9C71 9 91 22 95 44C86 38 79 38 72 44C66 38 57 38 50 44C43 38 34 38 28 44C21 38 14 38 5 44ZM50 9C40 16 30 28 28 44M50 9C60 16 70 28 72 44M50 9L50 3', 1),
    fill('M29 69L71 69L71 73L29 73Z', 'perzik'),
    line('M29 69L71 69L71 73L29 73Z', 0.9),
    line('M13 79L27 79M20 79L15 95M20 79L25 95M73 79L87 79M80 79L75 95M80 79L85 95', 0.95),
    fill('M36 61L43 61L42 68L37 68Z', 'blos'),
    line('M36 61L43 61L42 68L37 68ZM43 62.500C46 62 46 66 42.500 66', 0.65),
    line('M59 56L64 56L63 62L60 62ZM61.500 62L61.500 68M59 68.500L64 68.500', 0.6),
  ],
});

const koffie: Stamp = stampOf({
  id: 'koffie',
  nl: 'koffie',
  en: 'coffee',
  tags: ['café', 'tas', 'kop', 'thee', 'ontmoeten', 'gesprek', 'pauze', 'cup', 'tea', 'meeting', 'break'],
  altNl: 'Een dampende tas koffie',
  altEn: 'A steaming cup of coffee',
  ops: () => [
    ground(8, 90, 94),
    line('M34 34C29 27 39 22 34 11M47 34C42 27 52 22 47 11M60 34C55 27 65 22 60 11', 0.9, 'grijs2'),
    line('M73 51C92 46 94 70 67 71', 1.15),
    fill('M18 42L76 42C76 62 70 80 58 84L36 84C24 80 18 62 18 42Z', 'paper'),
    wash('M18 42L76 42C76 62 70 80 58 84L36 84C24 80 18 62 18 42Z', '#E88F76'),
    fill('M18 43C30 38 64 38 76 43C64 49 30 49 18 43Z', '#6B3F22'),
    line('M18 43C30 37.500 64 37.500 76 43C64 49 30 49 18 43C18 62 24 80 36 84L58 84C70 80 76 62 76 43', 1.05),
    inner('M28 56C29 64 31 70 34 75', 0.75, 'paper'),
    ...shape('M8 87C30 90 66 90 88 87C84 94 74 95 60 95L36 95C22 95 12 94 8 87Z', 'blos', 0.95),
  ],
});

const wheel = (x: number, y: number, r: number): Ops => [
  fill(oval(x, y, r), 'paper'),
  line(oval(x, y, r), 1.25),
  inner(`M${x} ${y - r}L${x} ${y + r}M${x - r} ${y}L${x + r} ${y}M${x - r * 0.7} ${y - r * 0.7}L${x + r * 0.7} ${y + r * 0.7}M${x - r * 0.7} ${y + r * 0.7}L${x + r * 0.7} ${y - r * 0.7}`, 0.32, 'grijs2'),
  fill(oval(x, y, 1.9), 'ink'),
];

const bakfiets: Stamp = stampOf({
  id: 'bakfiets',
  nl: 'bakfiets',
  en: 'cargo bike',
  tags: ['fiets', 'markt', 'vervoer', 'kinderen', 'boodschappen', 'bike', 'market', 'transport', 'groceries'],
  altNl: 'Een bakfiets met fruit in de bak',
  altEn: 'A cargo bike with fruit in its box',
  ops: () => [
    ground(4, 98, 92.5),
    ...wheel(20, 79, 12),
    ...wheel(81, 76, 15),
    ...fruit(17, 39, '#E26A5A', 6),
    ...fruit(38, 39, '#8CCB9F', 6),
    ...fruit(28, 36.500, 'licht', 6.500),
    ...leaf([29, 30], [36, 25], 2.4, 'groen', 0, 0.6),
    fill('M4 44L50 44L43 68L12 68Z', '#6DBB9B'),
    line('M2 44L52 44L44 68L11 68Z', 1.1),
    inner('M10 56L46 56', 0.6),
    line('M45 64L60 78L81 76L71 46L59 76M60 53L72 50', 1.2, 'petrol'),
    line('M47 46L54 28L63 25', 1.1),
    line('M71 47L69 40', 1),
    fill('M62 37.500C68 35 75 35.500 78 38C76 42 68 42 62 37.500Z', 'ink'),
    fill(oval(60, 77.500, 4), 'paper'),
    line(oval(60, 77.500, 4), 0.85),
    line('M60 77.500L56 84M53.500 84L58.500 84', 0.75),
  ],
});

const taart: Stamp = stampOf({
  id: 'taart',
  nl: 'taart',
  en: 'cake',
  tags: ['feest', 'verjaardag', 'vieren', 'eten', 'party', 'birthday', 'celebrate', 'food'],
  altNl: 'Een taart met drie kaarsjes',
  altEn: 'A cake with three candles',
  ops: () => [
    ground(8, 92, 94.5),
    ...[32, 50, 68].flatMap((x): Ops => [
      fill(`M${x - 2.500} 28L${x + 2.500} 28L${x + 2.500} 46L${x - 2.500} 46Z`, 'hemel'),
      line(`M${x - 2.500} 46L${x - 2.500} 28L${x + 2.500} 28L${x + 2.500} 46`, 0.7),
      fill(`M${x} 12C${x + 5} 18 ${x + 4} 25 ${x} 25C${x - 4} 25 ${x - 5} 18 ${x} 12Z`, 'oranje'),
      line(`M${x} 12C${x + 5} 18 ${x + 4} 25 ${x} 25C${x - 4} 25 ${x - 5} 18 ${x} 12Z`, 0.6),
    ]),
    fill('M16 48C16 43 84 43 84 48L84 90L16 90Z', '#F6DDB2'),
    fill('M16 68L84 68L84 74L16 74Z', '#E26A5A'),
    fill('M16 48C16 42 84 42 84 48L84 56C80 65 74 63 72 57C68 67 60 65 58 57C54 68 46 66 44 57C40 66 32 65 30 57C26 64 18 64 16 56Z', '#F2A9D2'),
    line('M16 90L16 48C16 42 84 42 84 48L84 90M16 56C18 64 26 64 30 57C32 65 40 66 44 57C46 66 54 68 58 57C60 65 68 67 72 57C74 63 80 65 84 56', 1),
    inner('M16 68L84 68M16 74L84 74', 0.5),
    ...shape('M6 89L94 89L90 95L10 95Z', 'grijs1', 0.95),
  ],
});

const kookpot: Stamp = stampOf({
  id: 'kookpot',
  nl: 'kookpot',
  en: 'cooking pot',
  tags: ['koken', 'soep', 'eten', 'samen eten', 'ketel', 'cook', 'soup', 'food', 'eat together'],
  altNl: 'Een dampende kookpot met een pollepel',
  altEn: 'A steaming cooking pot with a ladle',
  ops: () => [
    ground(12, 88, 94.5),
    line('M36 30C31 23 41 18 36 7M52 30C47 23 57 18 52 7', 0.9, 'grijs2'),
    line('M66 44L82 12', 2.6),
    line('M66 44L82 12', 1.1, '#C79A5B'),
    fill('M16 46L84 46L80 86C79 92 74 94 68 94L32 94C26 94 21 92 20 86Z', '#D9604F'),
    fill('M72 46L84 46L80 86C79 92 74 94 68 94L60 94C68 84 72 66 72 46Z', '#B5402F'),
    fill('M14 46C24 39 76 39 86 46C76 53 24 53 14 46Z', '#F3C35F'),
    fill(oval(36, 46, 4, 1.8) + oval(56, 45, 3.6, 1.6), 'groen'),
    line('M14 46C24 39 76 39 86 46C76 53 24 53 14 46ZM16 49L20 86C21 92 26 94 32 94L68 94C74 94 79 92 80 86L84 49', 1.05),
    line('M17 58C6 56 4 70 19 70M83 58C94 56 96 70 81 70', 1.15),
    inner('M28 60L30 80', 0.8, 'paper'),
  ],
});

const knot = (x: number, y: number): string => placedPath('M0 0L-2.500 4L2.500 4Z', { x, y });

const ballonnen: Stamp = stampOf({
  id: 'ballonnen',
  nl: 'ballonnen',
  en: 'balloons',
  tags: ['feest', 'verjaardag', 'vieren', 'kermis', 'party', 'birthday', 'celebrate', 'fair'],
  altNl: 'Drie ballonnen aan een touwtje',
  altEn: 'Three balloons on strings',
  ops: () => [
    line('M28 56C30 70 44 78 48 96M73 54C70 70 54 78 50 96M50 48C48 64 52 80 49 96', 0.7),
    ...(
      [
        [27, 34, 17, 20.500, '#E26A5A'],
        [74, 32, 17, 20.500, '#7FA6DA'],
        [50, 25, 17.500, 21.500, 'licht'],
      ] as const
    ).flatMap(([x, y, rx, ry, color]): Ops => [
      fill(knot(x, y + ry - 0.5), color),
      line(knot(x, y + ry - 0.5), 0.7),
      ...shape(oval(x, y, rx, ry), color, 1),
      inner(`M${x - 9} ${y - 4}C${x - 9} ${y - 10} ${x - 6} ${y - 13} ${x - 3} ${y - 14}`, 0.85, 'paper'),
    ]),
  ],
});

/** Market, party and food. */
export const marketStamps: readonly Stamp[] = [kraam, slinger, mand, parasol, bakfiets, koffie, taart, kookpot, ballonnen];
