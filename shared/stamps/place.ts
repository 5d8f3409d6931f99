import { SMALL_HEART, fill, ground, inner, leaf, line, oval, placedPath, shape, wash } from './shapes.ts';
import { stampOf, type Stamp, type StampOp } from './stamp.ts';
import type { StampColor } from './stampColors.ts';

type Ops = readonly StampOp[];

const windowPane = (x: number, y: number, w: number, h: number, color: StampColor = 'hemel'): Ops => [
  fill(`M${x} ${y}L${x + w} ${y}L${x + w} ${y + h}L${x} ${y + h}Z`, color),
  line(`M${x} ${y}L${x + w} ${y}L${x + w} ${y + h}L${x} ${y + h}Z`, 0.75),
  inner(`M${x + w / 2} ${y}L${x + w / 2} ${y + h}M${x} ${y + h / 2}L${x + w} ${y + h / 2}`, 0.55),
];

const huis: Stamp = stampOf({
  id: 'huis',
  nl: 'huis',
  en: 'house',
  tags: ['wonen', 'thuis', 'woning', 'buurt', 'wijk', 'home', 'living', 'neighbourhood'],
  altNl: 'Een huis met een rode deur en een hart in de gevel',
  altEn: 'A house with a red door and a heart in its gable',
  ops: () => [
    ground(8, 94, 93.5),
    line('M72 10C68 6 76 5 72 1', 0.8, 'grijs2'),
    fill('M66 14L77 14L77 40L66 34Z', '#C58A72'),
    line('M66 30L66 14L77 14L77 38', 0.95),
    fill('M19 46L50 18L81 46L81 92L19 92Z', 'paper'),
    wash('M20 46L50 20L80 46L80 90L20 90Z', 'perzik'),
    line('M20 46L20 92L80 92L80 46', 1.05),
    fill('M5 51L50 11L95 51L87 57L50 25L13 57Z', '#D9694F'),
    line('M5 51L50 11L95 51L87 57L50 25L13 57Z', 1.05),
    fill(placedPath(SMALL_HEART, { x: 50, y: 43, scale: 0.75 }), 'rood'),
    line(placedPath(SMALL_HEART, { x: 50, y: 43, scale: 0.75 }), 0.65),
    ...windowPane(26, 62, 14, 14),
    ...windowPane(66, 62, 9, 14),
    fill('M46 92L46 66C46 60 61 60 61 66L61 92Z', 'rood'),
    line('M46 92L46 66C46 60 61 60 61 66L61 92', 0.95),
    fill(oval(57, 79, 1.5), 'licht'),
    ...leaf([28, 92], [24, 82], 2.6, 'groen', 0, 0.6),
    ...leaf([30, 92], [35, 82], 2.6, 'groen', 0, 0.6),
  ],
});

const flat: Stamp = stampOf({
  id: 'flat',
  nl: 'flatgebouw',
  en: 'block of flats',
  tags: ['appartement', 'hoogbouw', 'wonen', 'stad', 'gebouw', 'flat', 'apartment', 'tower', 'city', 'building', 'housing'],
  altNl: 'Een flatgebouw met balkons',
  altEn: 'A block of flats with balconies',
  ops: () => [
    ground(12, 90, 95.5),
    fill('M24 12L76 12L76 95L24 95Z', 'paper'),
    wash('M24 12L76 12L76 94L24 94Z', '#DCE3E8'),
    fill('M66 13L76 12L76 95L66 95Z', '#B9C4CC'),
    line('M24 95L24 12L76 12L76 95M20 12L80 11.500M30 11L30 5L44 5L44 11M62 11L62 1', 1.05),
    ...[0, 1, 2, 3].flatMap((floor): Ops => {
      const y = 19 + floor * 16;
      return [
        ...windowPane(31, y, 9, 9, floor === 1 ? 'licht' : 'hemel'),
        ...windowPane(60, y, 9, 9, floor === 2 ? 'licht' : 'hemel'),
        fill(`M44 ${y - 1}L56 ${y - 1}L56 ${y + 11}L44 ${y + 11}Z`, floor === 3 ? 'licht' : '#8FA3B0'),
        fill(`M42 ${y + 4}L58 ${y + 4}L58 ${y + 11}L42 ${y + 11}Z`, (['munt', 'blos', 'perzik', 'hemel'] as const)[floor] ?? 'munt'),
        line(`M44 ${y + 4}L44 ${y - 1}L56 ${y - 1}L56 ${y + 4}M42 ${y + 4}L58 ${y + 4}L58 ${y + 11}L42 ${y + 11}Z`, 0.7),
      ];
    }),
    fill('M43 83L57 83L57 95L43 95Z', 'petrol'),
    line('M43 95L43 83L57 83L57 95M50 83L50 95', 0.8),
    ...shape('M79 95C74 95 74 86 79 84C80 78 90 78 91 84C96 86 96 95 91 95Z', '#8CCB9F', 0.85),
  ],
});

const school: Stamp = stampOf({
  id: 'school',
  nl: 'school',
  en: 'school',
  tags: ['leren', 'onderwijs', 'kinderen', 'klas', 'gebouw', 'learn', 'education', 'children', 'class', 'building'],
  altNl: 'Een schoolgebouw met een klok en een bel',
  altEn: 'A school building with a clock and a bell',
  ops: () => [
    ground(2, 98, 94.5),
    fill('M6 54L94 54L94 93L6 93Z', 'paper'),
    wash('M6 54L94 54L94 92L6 92Z', '#F2C3A7'),
    line('M6 54L6 93L94 93L94 54M2 54L34 54M66 54L98 54', 1.05),
    fill('M34 93L34 36L50 22L66 36L66 93Z', 'paper'),
    wash('M34 92L34 36L50 23L66 36L66 92Z', '#F7DDBF'),
    line('M34 93L34 38M66 38L66 93M29 41L50 22L71 41', 1.05),
    fill('M44 22L44 10L50 5L56 10L56 22L50 18Z', '#F7DDBF'),
    line('M44 25L44 11M56 11L56 25M41 13L50 4L59 13', 0.9),
    fill('M47 17C47 12 53 12 53 17L54 19L46 19Z', 'oranje'),
    line('M47 17C47 12 53 12 53 17L54 19L46 19Z', 0.5),
    ...shape(oval(50, 45, 8), 'paper', 0.9),
    line('M50 45L50 40M50 45L54 46.500', 0.7),
    fill('M43 93L43 70C43 62 57 62 57 70L57 93Z', 'petrol'),
    line('M43 93L43 70C43 62 57 62 57 70L57 93M50 65L50 93', 0.9),
    ...windowPane(12, 62, 8, 12),
    ...windowPane(23, 62, 8, 12),
    ...windowPane(69, 62, 8, 12),
    ...windowPane(80, 62, 8, 12),
    line('M84 54L84 32', 0.8),
    fill('M84 32L96 35L84 41Z', 'rood'),
    line('M84 32L96 35L84 41', 0.65),
    inner('M10 83L30 83M70 83L90 83', 0.55),
  ],
});

const plank = (y: number, x0: number, x1: number, h: number): Ops => {
  const d = `M${x0} ${y}L${x1} ${y}L${x1 + 0.5} ${y + h}L${x0 - 0.5} ${y + h}Z`;
  return [fill(d, '#D9A964'), line(d, 0.95)];
};

const bank: Stamp = stampOf({
  id: 'bank',
  nl: 'bank',
  en: 'bench',
  tags: ['zitbank', 'zitten', 'rust', 'park', 'plein', 'ontmoeten', 'praatbank', 'seat', 'sit', 'rest', 'square', 'meet'],
  altNl: 'Een houten zitbank',
  altEn: 'A wooden bench',
  ops: () => [
    ground(3, 97, 89),
    line('M20 30L16 62M80 30L84 62', 1.4),
    ...plank(31, 10, 90, 9),
    ...plank(45, 9, 91, 9),
    line('M15 68L11 89M85 68L89 89M26 70L25 84M74 70L75 84', 1.4),
    ...plank(61, 4, 96, 9),
    line('M4 62C0 52 5 46 13 50M96 62C100 52 95 46 87 50', 1.2),
    fill(placedPath(SMALL_HEART, { x: 50, y: 15, scale: 1.05 }), 'rood'),
    line(placedPath(SMALL_HEART, { x: 50, y: 15, scale: 1.05 }), 0.7),
    inner('M18 35.500L34 35M60 36L78 35.500M24 50L46 49.500M64 50L76 49.500M20 65.500L40 65M58 66L80 65.500', 0.4, '#8A6430'),
  ],
});

const brug: Stamp = stampOf({
  id: 'brug',
  nl: 'brug',
  en: 'bridge',
  tags: ['verbinding', 'verbinden', 'overbruggen', 'water', 'rivier', 'connection', 'connect', 'river'],
  altNl: 'Een stenen brug over het water',
  altEn: 'A stone bridge over the water',
  ops: () => [
    fill('M3 80C20 76 80 76 97 80L97 94C80 99 20 99 3 94Z', '#BBD5F0'),
    fill('M2 58C28 32 72 32 98 58L98 84L82 84C78 56 22 56 18 84L2 84Z', 'paper'),
    wash('M2 58C28 32 72 32 98 58L98 83L82 83C78 56 22 56 18 83L2 83Z', '#CFC6B7'),
    fill('M18 84C22 56 78 56 82 84L77 84C72 61 30 61 25 84Z', '#968E82'),
    line('M2 58C28 32 72 32 98 58M18 84C22 56 78 56 82 84M2 58L2 84L18 84M98 58L98 84L82 84', 1.1),
    line('M2 44C28 18 72 18 98 44M2 44L2 58M17 33L17 48M33 27L33 41.500M50 25L50 39M67 27L67 41.500M83 33L83 48M98 44L98 58', 1),
    inner('M8 66L15 66M6 74L12 74M36 51L44 50M56 50L64 51M85 66L92 66M88 74L94 74M26 56L30 54M70 54L74 56', 0.6),
    line('M4 90Q11 85 18 90Q25 95 32 90Q39 85 46 90Q53 95 60 90Q67 85 74 90Q81 95 88 90Q93 87 97 89', 0.95, 'blauw'),
    inner('M36 80Q42 77 48 80Q54 83 60 80', 0.7, 'blauw'),
  ],
});

const deur: Stamp = stampOf({
  id: 'deur',
  nl: 'open deur',
  en: 'open door',
  tags: ['deur', 'welkom', 'open', 'ingang', 'kans', 'aanspreekbaar', 'door', 'welcome', 'entrance', 'opportunity'],
  altNl: 'Een open deur waar licht door valt',
  altEn: 'An open door with light coming through',
  ops: () => [
    fill('M36 91L80 91L96 99L40 99Z', '#FBE9A9'),
    fill('M37 9L81 9L81 91L37 91Z', 'licht'),
    fill('M37 62C52 54 66 58 81 66L81 91L37 91Z', '#8CCB9F'),
    line('M37 63C52 55 66 59 81 67', 0.65),
    fill(oval(66, 33, 8), 'oranje'),
    line('M66 21L66 17M66 45L66 48.500M54 33L51 33M78 33L80 33M57.500 24.500L55 22M74.500 24.500L77 22M57.500 41.500L55 44M74.500 41.500L77 44', 0.7, 'oranje'),
    line('M32 93L32 5L86 5L86 93M37 91L37 9L81 9L81 91', 1.1),
    line('M22 93L98 93', 1),
    fill('M37 9L11 16L11 98L37 91Z', '#4E9C97'),
    fill('M37 9L30 11L30 93L37 91Z', 'petrol'),
    line('M37 9L11 16L11 98L37 91Z', 1.1),
    line('M16 23L26 20.500L26 48L16 50ZM16 59L26 57L26 85L16 87.500Z', 0.7),
    fill(oval(15, 55, 2.2, 2.4), 'licht'),
    line(oval(15, 55, 2.2, 2.4), 0.6),
  ],
});

const wegwijzer: Stamp = stampOf({
  id: 'wegwijzer',
  nl: 'wegwijzer',
  en: 'signpost',
  tags: ['richting', 'weg', 'keuze', 'straat', 'route', 'direction', 'choice', 'street', 'way'],
  altNl: 'Een wegwijzer met twee borden',
  altEn: 'A signpost with two boards',
  ops: () => [
    ground(22, 82, 95),
    ...shape('M46 8C49 5 52 5 55 8L56 95L45 95Z', '#C79A5B', 1),
    ...shape('M28 17L83 17L96 28L83 39L28 39Z', 'licht', 1.05),
    ...shape('M71 47L17 47L4 58L17 69L71 69Z', '#A9CDF0', 1.05),
    line('M38 28L76 28M70 23L76.500 28L70 33', 1),
    line('M62 58L24 58M30 53L23.500 58L30 63', 1),
    line('M34 95C32 88 30 86 26 84M39 95L38 86M63 95L64 86M67 95C69 89 71 88 75 86', 0.85, 'groen'),
  ],
});

const HILLS = 'M2 60C20 45 36 51 48 46C66 38 84 43 98 39L98 88C80 99 20 99 2 90Z';
const ROAD = 'M20 97C20 80 60 79 58 67C56 57 38 59 43 49C45 45 50 42 55 41L61 41C57 44 53 47 55 50C58 57 86 58 82 73C78 85 60 84 58 97C46 99 32 99 20 97Z';

const pad: Stamp = stampOf({
  id: 'pad',
  nl: 'pad',
  en: 'path',
  tags: ['weg', 'reis', 'doel', 'route', 'wandelen', 'toekomst', 'way', 'journey', 'goal', 'walk', 'future'],
  altNl: 'Een slingerend pad naar een vlag op de heuvel',
  altEn: 'A winding path to a flag on the hill',
  ops: () => [
    wash(HILLS, '#BFE3CC'),
    fill(ROAD, 'paper'),
    fill(ROAD, '#F5D7A3'),
    line('M20 97C20 80 60 79 58 67C56 57 38 59 43 49C45 45 50 42 55 41M58 97C60 84 78 85 82 73C86 58 58 57 55 50C53 47 57 44 61 41', 1.05),
    line('M2 60C20 45 36 51 44 48M64 41C78 39 86 42 98 39', 1),
    line('M39 92L43 87M50 83L57 80M70 74L70.500 70M63 63L58 60M50.500 54L49.500 51', 0.85, 'oker'),
    line('M78 41L78 10', 1.15),
    fill('M78 10C84 6 90 14 97 11L96 23C90 27 84 19 78 24Z', 'rood'),
    line('M78 10C84 6 90 14 97 11L96 23C90 27 84 19 78 24', 0.8),
    fill('M24 50L24 42L27 42L27 50Z', '#8A6430'),
    ...shape(oval(25.500, 34, 8, 9), '#6DBB8D', 0.9),
    line('M9 82L9 74M13 84L15 77M88 80L88 72M92 82L95 75', 0.8, 'groen'),
  ],
});

const speeltuin: Stamp = stampOf({
  id: 'speeltuin',
  nl: 'speeltuin',
  en: 'playground',
  tags: ['glijbaan', 'schommel', 'spelen', 'kinderen', 'speelplein', 'slide', 'swing', 'play', 'children'],
  altNl: 'Een glijbaan en een schommel',
  altEn: 'A slide and a swing',
  ops: () => [
    ground(2, 98, 95),
    line('M52 22L44 95M92 22L99 95M52 22L45 58M49 22L95 22', 1.3, '#7A5B33'),
    line('M64 23L62 68M80 23L82 68', 0.7),
    fill('M58 67L86 67L86 72L58 72Z', 'rood'),
    line('M58 67L86 67L86 72L58 72Z', 0.85),
    fill('M20 32L36 32C30 50 30 74 8 92L0 88C16 72 16 50 20 32Z', 'paper'),
    wash('M20 32L33 32C30 50 28 74 8 91L1 88C16 72 16 50 20 32Z', '#8FB0DF'),
    line('M20 32C17 52 15 74 1 88L8 93C26 78 30 52 34 32', 1.05),
    line('M20 32L20 16M36 32L36 16C36 11 20 11 20 16', 0.95),
    line('M22 33L38 33M34 33L34 95M43 33L43 95M34 46L43 46M34 60L43 60M34 74L43 74M34 87L43 87', 1),
    line('M38 33L43 33', 1),
  ],
});

/** Buildings, streets and places. */
export const placeStamps: readonly Stamp[] = [huis, flat, school, bank, brug, deur, pad, wegwijzer, speeltuin];
