import { fill, ground, inner, leaf, leafPaths, line, oval, placedPath, shape, wash } from './shapes.ts';
import { stampOf, type Stamp, type StampOp } from './stamp.ts';
import type { StampColor } from './stampColors.ts';

type Ops = readonly StampOp[];

/** A banana leaf: bare edge, many veins. */
const broadLeaf = (tipX: number, tipY: number, half: number, color: StampColor, bend: number): Ops => {
  const paths = leafPaths([50, 93], [tipX, tipY], half, bend);
  return [...shape(paths.outline, color, 1.05), line(paths.middle, 0.7), inner(paths.veins, 0.55)];
};

const NOTCHED =
  'M0 0C-40 -2 -66 -14 -84 -34L-36 -46L-94 -52C-106 -66 -112 -80 -113 -95L-46 -88L-113 -113C-113 -127 -110 -140 -106 -150' +
  'L-44 -130L-96 -167C-76 -196 -46 -214 0 -228C46 -214 76 -196 96 -167L44 -130L106 -150C110 -140 113 -127 113 -113L46 -88' +
  'L113 -95C112 -80 106 -66 94 -52L36 -46L84 -34C66 -14 40 -2 0 0Z';

const monstera = (x: number, y: number, scale: number, turn: number): Ops => {
  const at = { x, y, scale: scale * 0.185, turn };
  return [
    ...shape(placedPath(NOTCHED, at), 'groen', 0.95),
    line(placedPath('M0 22C2 -60 0 -140 -3 -206', at), 0.75),
  ];
};

const flower = (x: number, y: number, r: number, color: StampColor): Ops => {
  const petals = [0, 72, 144, 216, 288]
    .map((turn) => placedPath(oval(0, -r * 0.95, r * 0.62, r), { x, y, turn }))
    .join('');
  return [fill(petals, color), line(petals, 0.5), fill(oval(x, y, r * 0.55), 'licht'), line(oval(x, y, r * 0.55), 0.4)];
};

const jungle: Stamp = stampOf({
  id: 'jungle',
  nl: 'jungle',
  en: 'jungle',
  tags: ['oerwoud', 'wildgroei', 'planten', 'bladeren', 'natuur', 'rainforest', 'plants', 'wild', 'nature'],
  altNl: 'Een jungle van grote bladeren waarin twee ogen loeren',
  altEn: 'A jungle of big leaves with two eyes peering out',
  ops: () => [
    ground(3, 97, 95.5),
    ...broadLeaf(4, 42, 13, 'petrol', 8),
    ...broadLeaf(96, 42, 13, 'petrol', -8),
    ...broadLeaf(22, 14, 15, 'groen', 4),
    ...broadLeaf(79, 13, 15, 'petrol', -4),
    ...broadLeaf(51, 2, 15, 'groen', -1),
    fill('M33 97C32 84 39 77 50 77C61 77 68 84 67 97C60 99 40 99 33 97Z', 'ink'),
    fill(oval(45, 86.5, 3.6, 4) + oval(55.5, 86.5, 3.6, 4), '#FFF3C9'),
    fill(oval(45.600, 87.2, 1.9, 2.3) + oval(56, 87.2, 1.9, 2.3), 'ink'),
    ...monstera(31, 96, 0.88, -34),
    ...monstera(69, 96, 0.9, 33),
    ...flower(14, 52, 4, 'roze'),
    ...flower(87, 50, 4, 'oranje'),
  ],
});

const CROWN = 'M28 62C10 63 5 46 17 38C8 24 24 9 40 15C48 2 72 4 76 19C94 20 98 42 84 50C82 66 62 70 54 62C46 68 34 68 28 62Z';

const boom: Stamp = stampOf({
  id: 'boom',
  nl: 'boom',
  en: 'tree',
  tags: ['groen', 'natuur', 'park', 'groei', 'schaduw', 'green', 'nature', 'growth', 'shade'],
  altNl: 'Een loofboom met een ronde kruin',
  altEn: 'A leafy tree with a round crown',
  ops: () => [
    ground(16, 86, 95),
    fill('M44 94C47 82 46 68 44 54L57 54C55 68 55 82 60 94Z', '#C79A5B'),
    fill(CROWN, 'paper'),
    wash(CROWN, '#A8D8B9'),
    fill('M84 50C82 66 62 70 54 62C46 68 34 68 28 62C24 62 20 60 17 57C32 60 44 56 52 54C66 56 80 48 84 36C90 42 89 47 84 50Z', '#6DBB8D'),
    line(CROWN, 1.05),
    line('M45 65C47 77 46 86 42 95M57 65C55 77 56 86 61 95', 1),
    line('M51 62L51 47M51 55L61 44M51 51L42 42', 0.75),
    inner('M28 32Q34 26 41 30M58 22Q65 19 70 25M24 48Q28 52 34 49M68 40Q72 44 78 40', 0.65),
    line('M42 95C39 95 37 95.500 34 97M61 95C64 95 66 95.500 69 97', 0.8),
  ],
});

const plant: Stamp = stampOf({
  id: 'plant',
  nl: 'plant',
  en: 'plant',
  tags: ['kiemplant', 'groei', 'zaadje', 'potentie', 'begin', 'natuur', 'seedling', 'growth', 'potential', 'nature'],
  altNl: 'Een jonge plant in een pot',
  altEn: 'A young plant in a pot',
  ops: () => [
    ground(20, 84, 95),
    line('M50 62C51 50 49 40 50 26', 1.1),
    ...leaf([50, 46], [19, 28], 9, 'groen', -2, 0.95),
    ...leaf([50, 38], [82, 12], 10, 'groen', 2, 0.95),
    ...leaf([50, 28], [45, 8], 5, 'groen', 0, 0.9),
    fill('M28 70L72 70L67 94L33 94Z', '#D98862'),
    fill('M62 70L72 70L67 94L58 94C61 86 62 78 62 70Z', '#BD6B48'),
    fill('M24 60L76 60L75 70L25 70Z', '#D98862'),
    line('M24 60L76 60L75 70L25 70ZM29 70L33 94L67 94L71 70', 1),
    inner('M36 77L38 88', 0.6, 'paper'),
  ],
});

const bloem: Stamp = stampOf({
  id: 'bloem',
  nl: 'bloem',
  en: 'flower',
  tags: ['margriet', 'tuin', 'natuur', 'lente', 'bloei', 'daisy', 'garden', 'nature', 'spring', 'blossom'],
  altNl: 'Een bloeiende bloem',
  altEn: 'A flower in bloom',
  ops: () => [
    ground(28, 74, 96),
    line('M50 52C53 68 49 82 51 95', 1.5, 'groen'),
    ...leaf([51, 84], [79, 68], 6.5, 'groen', 2, 0.85),
    ...leaf([50, 78], [25, 64], 6, 'groen', -2, 0.85),
    ...[0, 45, 90, 135, 180, 225, 270, 315].flatMap((turn): Ops => {
      const petal = placedPath('M0 -7C-9 -16 -8 -30 0 -31C8 -30 9 -16 0 -7Z', { x: 50, y: 34, turn });
      return [fill(petal, '#F2A9D2'), line(petal, 0.8)];
    }),
    fill(oval(50, 34, 10, 9.6), 'licht'),
    line(oval(50, 34, 10, 9.6), 0.95),
    inner('M47 32L47.500 32.800M52 31L52.500 31.800M50 36.500L50.500 37.200M54 36L54.500 36.800M45.500 37L46 37.800', 0.7, 'oker'),
  ],
});

const ray = (turn: number): string => placedPath(turn % 60 === 0 ? 'M0 -30L0 -43' : 'M0 -30L0 -37', { x: 50, y: 50, turn });

const zon: Stamp = stampOf({
  id: 'zon',
  nl: 'zon',
  en: 'sun',
  tags: ['weer', 'warm', 'warmte', 'licht', 'zomer', 'vrolijk', 'weather', 'light', 'summer', 'happy'],
  altNl: 'Een lachende zon',
  altEn: 'A smiling sun',
  ops: () => [
    ...shape(oval(50, 50, 23, 22.5), 'licht', 1.1),
    fill(oval(39, 54, 3.6, 2.4) + oval(61, 54, 3.6, 2.4), '#F3B48A'),
    line([0, 30, 60, 90, 120, 150, 180, 210, 240, 270, 300, 330].map(ray).join(''), 1.15, 'oranje'),
    fill(oval(43, 47, 2.1, 2.7) + oval(57, 47, 2.1, 2.7), 'ink'),
    line('M41 55Q50 63.500 59 55', 0.9),
  ],
});

const CLOUD = 'M26 78C8 79 3 58 18 52C13 36 30 26 41 34C46 18 72 18 75 36C92 34 100 56 88 66C90 78 76 84 68 78C58 84 36 84 26 78Z';

const wolk: Stamp = stampOf({
  id: 'wolk',
  nl: 'wolk',
  en: 'cloud',
  tags: ['weer', 'lucht', 'droom', 'dromen', 'weather', 'sky', 'dream'],
  altNl: 'Een wolk',
  altEn: 'A cloud',
  ops: () => [
    ...shape(CLOUD, 'hemel', 1.1),
    inner('M24 57Q27 51 34 51M66 42Q73 42 75 49M78 66Q84 64 85 59', 0.7),
  ],
});

const arc = (r: number): string => `M${50 - r} 78C${50 - r} ${78 - r * 1.33} ${50 + r} ${78 - r * 1.33} ${50 + r} 78`;
const PUFF = 'M-14 6C-22 5 -22 -6 -14 -7C-13 -16 0 -17 3 -9C10 -15 19 -8 15 0C20 6 10 11 4 7C-1 11 -9 11 -14 6Z';

const regenboog: Stamp = stampOf({
  id: 'regenboog',
  nl: 'regenboog',
  en: 'rainbow',
  tags: ['diversiteit', 'kleur', 'kleurrijk', 'hoop', 'weer', 'diversity', 'colour', 'hope', 'weather'],
  altNl: 'Een regenboog tussen twee wolken',
  altEn: 'A rainbow between two clouds',
  ops: () => [
    ...([[40, 'rood'], [34.5, 'oranje'], [29, 'licht'], [23.5, 'groen'], [18, 'blauw'], [12.500, 'violet']] as const).map(
      ([r, color]) => line(arc(r), 2.5, color),
    ),
    line(arc(43.5), 0.9),
    line(arc(9), 0.9),
    ...shape(placedPath(PUFF, { x: 20, y: 81, scale: 1 }), 'hemel', 1),
    ...shape(placedPath(PUFF, { x: 80, y: 81, scale: 1 }), 'hemel', 1),
  ],
});

const FLAME = 'M53 5C57 27 83 36 82 65C81 86 66 96 50 96C33 96 18 85 18 66C18 50 29 43 32 28C40 33 43 40 44 46C50 36 53 22 53 5Z';

const vuur: Stamp = stampOf({
  id: 'vuur',
  nl: 'vuur',
  en: 'fire',
  tags: ['vlam', 'energie', 'drijfveer', 'passie', 'warmte', 'flame', 'energy', 'drive', 'passion'],
  altNl: 'Een vlam',
  altEn: 'A flame',
  ops: () => [
    ...shape(FLAME, '#EE8A2E', 1.15),
    fill('M51 93C36 93 29 81 37 69C41 62 45 58 46 50C60 60 68 71 64 82C61 90 57 93 51 93Z', 'licht'),
    inner('M74 56C76 62 76 70 73 76', 0.8, 'paper'),
  ],
});

/** Plants, weather and fire. */
export const natureStamps: readonly Stamp[] = [jungle, boom, plant, bloem, zon, wolk, regenboog, vuur];
