import { fill, ground, inner, leaf, line, oval, placed, placedPath, shape, wash } from './shapes.ts';
import { stampOf, type Stamp, type StampOp } from './stamp.ts';
import type { StampColor } from './stampColors.ts';

type Ops = readonly StampOp[];

/** The panda is drawn on a sheet of 500 × 560. */
const bear = (d: string): string => placedPath(d, { x: 5.5, y: 0.2, scale: 0.176 });
const DRY = '#57504a';
const black = (d: string): Ops => [fill(bear(d), 'ink'), line(bear(d), 0.8)];
/** Where the brush ran dry in a black area. */
const dry = (d: string): StampOp => inner(bear(d), 0.34, DRY);

const bearFoot = (x: number, side: number): Ops => [
  fill(bear(oval(x, 508, 31, 26)), '#EBDDCB'),
  fill(bear(oval(x, 515, 15, 11)), 'ink'),
  fill(bear(oval(x - 18 * side, 492, 6, 6) + oval(x, 487, 6, 6) + oval(x + 18 * side, 493, 6, 6)), 'ink'),
];
const bearEye = (x: number): Ops => [
  fill(bear(oval(x, 188, 15, 15)), 'paper'),
  fill(bear(oval(x + (x < 250 ? 2 : -2), 190, 11, 11)), 'ink'),
  fill(bear(oval(x - 2, 185, 4.4, 4.4)), 'paper'),
];

const panda: Stamp = stampOf({
  id: 'panda',
  nl: 'panda',
  en: 'panda',
  tags: ['dier', 'beer', 'bamboe', 'zacht', 'animal', 'bear', 'bamboo'],
  altNl: 'Een zittende panda met een tak bamboe',
  altEn: 'A sitting panda holding a stalk of bamboo',
  ops: () => [
    ground(8, 92, 97),
    ...black('M122 120C88 98 84 40 128 28C168 18 196 42 196 66C166 74 140 96 122 120Z'),
    ...black('M378 120C412 98 416 40 372 28C332 18 304 42 304 66C334 74 360 96 378 120Z'),
    dry('M112 60C120 48 132 42 146 42M118 78C124 66 132 60 142 56M366 42C378 46 388 56 390 70'),
    fill(bear('M150 276C104 330 92 400 110 462C128 516 188 534 250 534C312 534 372 516 390 462C408 400 396 330 350 276Z'), 'paper'),
    fill(bear('M320 400C376 396 396 430 384 470C370 512 310 530 250 532C322 512 336 460 320 400Z'), 'grijs1'),
    ...black('M152 274C116 300 104 340 102 374C160 352 190 346 250 350C310 346 340 352 398 374C396 340 384 300 348 274C300 300 200 300 152 274Z'),
    line(bear('M150 276C104 330 92 400 110 462C128 516 188 534 250 534C312 534 372 516 390 462C408 400 396 330 350 276')),
    dry('M214 314C206 322 202 330 200 340M262 312C256 322 254 330 254 340M296 310C292 320 292 328 294 336'),
    ...black('M96 452C60 452 34 484 42 522C50 556 108 562 150 546C182 534 196 510 186 482C176 456 140 448 96 452Z'),
    ...black('M404 452C440 452 466 484 458 522C450 556 392 562 350 546C318 534 304 510 314 482C324 456 360 448 404 452Z'),
    dry('M150 474C160 484 164 496 162 512M134 466C142 472 148 478 152 486M338 474C332 486 330 500 336 514'),
    ...bearFoot(100, 1),
    ...bearFoot(400, -1),
    fill(bear('M250 56C340 52 404 108 402 182C400 256 336 296 250 296C164 296 100 256 98 182C96 108 160 58 250 56Z'), 'paper'),
    fill(bear('M388 140C408 240 336 298 226 292C310 280 364 236 388 140Z'), '#EBE4D8'),
    line(bear('M250 56C160 58 96 108 98 182C100 256 164 296 250 296C336 296 400 256 402 182C404 108 340 52 246 57Z'), 1.1),
    fill(bear('M206 150C230 148 236 176 224 200C212 224 178 232 164 214C152 196 172 154 206 150Z'), 'ink'),
    fill(bear('M294 150C270 148 264 176 276 200C288 224 322 232 336 214C348 196 328 154 294 150Z'), 'ink'),
    ...bearEye(203),
    ...bearEye(297),
    fill(bear(oval(144, 240, 26, 16, -12)), '#F3BFC9'),
    fill(bear(oval(356, 240, 26, 16, 12)), '#F3BFC9'),
    fill(bear('M224 218C236 207 264 207 276 218C280 229 262 243 250 245C238 243 220 229 224 218Z'), 'ink'),
    line(bear('M250 244C251 256 248 264 242 268C230 276 214 270 208 258'), 0.75),
    line(bear('M250 258C256 274 284 278 294 258'), 0.75),
    ...leaf([77.3, 47.4], [88.9, 32.2], 3.0, 'groen'),
    ...leaf([80.1, 43.5], [78.0, 26.2], 2.8, 'groen'),
    ...leaf([76.6, 51.6], [94.2, 53.7], 2.8, 'groen'),
    ...leaf([79.4, 44.9], [96.3, 40.0], 2.8, 'groen'),
    fill(bear('M440 236L346 466L322 456L416 228Z'), 'groen'),
    line(bear('M440 236L346 466M416 228L322 456'), 0.8),
    line(bear('M409 250Q422 249 431 261M385 310Q396 309 406 321'), 0.6),
    ...black('M128 300C92 336 84 392 112 424C132 444 168 436 178 410C186 388 176 366 172 340Z'),
    ...black('M372 300C410 332 420 378 396 404C378 424 346 424 322 404C306 388 312 364 334 362C352 362 360 352 352 326Z'),
    dry('M178 342C184 368 190 390 180 412C170 434 146 440 128 434M108 366C104 380 106 396 114 408M126 330C116 344 112 352 110 360'),
    dry('M334 362C312 364 306 388 322 404M322 374C332 374 340 378 344 386M320 386C328 386 336 390 340 398M392 340C402 360 402 376 396 388'),
  ],
});

const rat: Stamp = stampOf({
  id: 'rat',
  nl: 'rat',
  en: 'rat',
  tags: ['Kielse rat', 'muis', 'dier', 'mascotte', 'mouse', 'animal', 'mascot'],
  altNl: 'Een zittende rat met een rode sjaal',
  altEn: 'A sitting rat with a red scarf',
  ops: () => [
    ground(10, 92, 94),
    line('M66 91C88 99 104 84 94 69C86 57 84 46 97 42', 2.7),
    line('M66 91C88 99 104 84 94 69C86 57 84 46 97 42', 1.35, '#E39AB0'),
    inner('M80 91L82 95M88 88L91 92M93 81L97 83M94 74L98 73M90 66L94 64M87.500 59L91.500 58', 0.4),
    fill('M24 93C15 78 20 60 36 53C58 46 77 62 76 92Z', 'paper'),
    wash('M24 92C16 77 21 60 36 53C57 47 75 62 74 91Z', '#B3A99B'),
    fill('M34 92C27 84 27 72 36 66C44 72 48 84 44 92Z', '#EDE7DC'),
    line('M25 93C15 79 20 60 37 53M50 52C67 55 79 71 76 88C75 93 70 94 64 94L30 94'),
    ...shape(oval(51, 23, 9.5, 10), '#B3A99B'),
    fill(oval(51.5, 24, 5.8, 6.3), '#F0B9B4'),
    fill('M2 48C10 40 22 27 38 26C52 26 59 38 55 48C51 58 36 60 26 58C17 57 6 56 2 48Z', 'paper'),
    wash('M4 47.500C12 40 24 28 38 27C52 27 57 38 53 47C49 56 36 58 26 56C18 55 8 53 4 47.500Z', '#B3A99B'),
    fill('M2 48C12 46 22 47 28 52C24 57 20 57 15 56C9 55 5 52 2 48Z', '#EDE7DC'),
    line('M2 48C10 40 22 27 38 26C52 26 59 38 55 48C51 58 36 60 26 58C17 57 6 56 2 48Z'),
    fill('M26 31C21 26 23 15 31 15C39 15 41 26 37 31Z', 'paper'),
    wash('M26 31C21 26 23 15 31 15C39 15 41 26 37 31Z', '#B3A99B'),
    fill(oval(31, 24, 4.4, 5.8), '#F0B9B4'),
    line('M26 32C20 26 23 15 31 15C39 15 41 26 36 32'),
    fill(oval(26.5, 39.5, 3.1, 3.7), 'ink'),
    fill(oval(25.6, 38.2, 1, 1.1), 'paper'),
    fill(oval(3.5, 47.5, 3.9, 3.4), '#D9779F'),
    line(oval(3.5, 47.5, 3.9, 3.4), 0.6),
    fill(oval(36, 48, 4.4, 2.8), '#F0B9B4'),
    line('M11 53Q16 57 23 54', 0.7),
    fill('M14.5 55L19.500 56L19 62.500L15 62Z', 'paper'),
    line('M14.5 55L15 62L19 62.500L19.600 56M17 56L17 62', 0.5),
    inner('M13 48C9 43 5 40 0 39M13 50.5C8 53 5 58 2 62M15 46C12 41 9 36 5 34', 0.36),
    fill('M24 57C34 62 48 61 55 51C60 53 61 58 59 61C51 69 34 71 26 65C22 63 22 60 24 57Z', 'rood'),
    fill('M50 62C56 66 63 75 63 84L53 86C53 78 49 71 45 66Z', 'rood'),
    line('M24 57C34 62 48 61 55 51C60 53 61 58 59 61C51 69 34 71 26 65C22 63 22 60 24 57ZM54 65C59 69 63 76 63 84L53 86C53 79 50 72 46 68', 0.8),
    line('M54.5 85.5L54 90M58 85L58 90M61.5 84.5L62.5 89', 0.6, 'rood'),
    line('M36 74C33 79 28 81 23 78C22 77 22 75 24 74', 0.9),
    line('M50 94C45 86 50 78 59 79C66 80 70 86 69 92', 0.9),
    line('M22 94C21 90 26 89 30 90C35 90 38 92 38 94', 0.85),
  ],
});

/** An ant walking to the right, feet at about (0, 15). */
const ant = (x: number, y: number, scale: number, turn: number): Ops =>
  placed(
    [
      fill(oval(-21, -2, 15, 10.5, -8), 'ink'),
      fill(oval(0, -3, 8.5, 7), 'ink'),
      fill(oval(17, -6, 9.5, 9), 'ink'),
      line('M-12 -2L-7 -3M4 -3L12 -5', 0.7),
      line('M-4 1L-10 8L-15 17M1 2L2 17M6 1L13 7L18 16M20 -13C22 -22 28 -26 37 -25M15 -14C15 -23 19 -29 27 -32', 0.46),
    ],
    { x, y, scale, turn },
  );

const HILL = 'M5 93C14 86 21 72 28 54C33 40 38 20 49 19C60 18 65 40 70 54C77 72 85 86 94 93C82 97 17 97 5 93Z';

const burrow = (x: number, y: number, w: number): Ops => [
  fill(oval(x, y, w, w * 0.72, -6), 'ink'),
  line(`M${x - w * 1.25} ${y}C${x - w} ${y - w * 1.1} ${x + w} ${y - w * 1.1} ${x + w * 1.3} ${y}`, 0.75),
];

const mierennest: Stamp = stampOf({
  id: 'mierennest',
  nl: 'mierennest',
  en: 'ant hill',
  tags: ['mieren', 'mierenhoop', 'mier', 'samenwerken', 'bedrijvig', 'druk', 'ants', 'ant', 'anthill', 'busy'],
  altNl: 'Een mierenhoop met gangen en mieren die blaadjes dragen',
  altEn: 'An ant hill with tunnels and ants carrying leaves',
  ops: () => [
    ground(1, 99, 94.5),
    fill(HILL, 'paper'),
    wash(HILL, '#E0B56E'),
    fill('M50 20C60 20 65 40 70 54C77 72 85 86 94 93C86 95.500 70 96 60 96C66 74 60 44 50 20Z', '#C6974B'),
    line('M5 93C14 86 21 72 28 54C33 40 38 20 49 19C60 18 65 40 70 54C77 72 85 86 94 93', 1.15),
    fill(oval(49, 22.5, 5.2, 2.6), 'ink'),
    ...burrow(42, 53, 6.4),
    ...burrow(60, 64, 5.6),
    ...burrow(34, 79, 6.2),
    ...burrow(72, 83, 5),
    inner('M49 29L49 30M48 34L47.500 35M45.500 39L45 40M43.500 44L43 44.800M46 60L47 60.800M50 62.500L51 63M56 71L55 72M52 74.500L51 75.200M46.500 76.500L45.500 76.800M65 71.500L66 72.500M67.500 75.500L68.200 76.300', 0.75),
    inner('M24 70C26 68.500 28 68.500 29 69M52 42C54 41 56 41.500 57 42M56 86C58.500 85 61 85.500 62 86M18 86C20 85 22 85.500 23 86M47 88C49 87 51 87 52 88', 0.6, '#7d5a1f'),
    ...ant(17.5, 62, 0.36, -62),
    ...leaf([10.5, 66], [4, 49], 3.6, 'groen', 0, 0.7),
    ...ant(28, 34, 0.33, -66),
    ...ant(70, 34, 0.34, 66),
    fill(oval(79.500, 32, 4.4), 'rood'),
    line(oval(79.500, 32, 4.4), 0.55),
    ...ant(87, 68, 0.36, 58),
    ...ant(49, 14, 0.36, -4),
    ...leaf([51, 6], [37, 3], 3, 'groen', 0, 0.7),
    ...ant(14, 93, 0.33, 0),
    ...ant(52, 93.5, 0.34, 0),
    ...ant(84, 93, 0.34, 2),
    ...leaf([82, 84], [98, 79], 3.4, 'groen', 0, 0.7),
  ],
});

const bij: Stamp = stampOf({
  id: 'bij',
  nl: 'bij',
  en: 'bee',
  tags: ['dier', 'insect', 'honing', 'natuur', 'ijverig', 'animal', 'honey', 'busy', 'nature'],
  altNl: 'Een vliegende bij',
  altEn: 'A flying bee',
  ops: () => [
    ...shape('M46 42C34 30 32 10 44 8C56 6 62 26 58 42Z', 'hemel'),
    ...shape('M58 42C60 24 74 10 84 16C92 22 82 40 66 46Z', 'hemel'),
    inner('M46 16C46 24 48 32 51 38M78 22C72 26 66 34 63 40', 0.5, 'grijs2'),
    fill('M22 58C22 44 38 38 54 39C72 40 86 50 88 62C84 76 68 82 52 80C36 80 22 72 22 58Z', 'licht'),
    fill('M40 41C46 39.500 50 39 54 39C48 52 48 68 53 80C48 80 43 79 39 77.500C34 66 34 52 40 41Z', 'ink'),
    fill('M64 40.500C70 42 75 44.500 79 48C75 56 75 68 78 74C74 77 69 79 64 79.800C60 66 60 52 64 40.500Z', 'ink'),
    line('M22 58C22 44 38 38 54 39C72 40 86 50 88 62C84 76 68 82 52 80C36 80 22 72 22 58Z', 1.05),
    line('M88 61L97 63L88 66', 0.8),
    fill(oval(29, 56, 2.6, 3.2), 'ink'),
    line('M25 66Q30 71 36 68', 0.75),
    fill(oval(34, 62.500, 3, 2), '#F0B9B4'),
    line('M28 45C24 36 18 34 14 36M34 42C32 33 27 29 22 29', 0.75),
    fill(oval(13, 37, 2.2) + oval(21, 29, 2.2), 'ink'),
    line('M42 80L40 88M56 81L56 89', 0.7),
    inner('M6 84L9 81M13 78L16 76M14 88L17 87M3 92L5 90', 0.6, 'grijs2'),
  ],
});

const feather = (d: string, color: StampColor): Ops => [fill(d, color), line(d, 0.85)];

const vogel: Stamp = stampOf({
  id: 'vogel',
  nl: 'vogel',
  en: 'bird',
  tags: ['dier', 'fluiten', 'zingen', 'vrijheid', 'natuur', 'animal', 'sing', 'freedom', 'nature'],
  altNl: 'Een vogel die zingt op een tak',
  altEn: 'A bird singing on a branch',
  ops: () => [
    ...feather('M68 60L96 78L90 84L62 72Z', '#5B7FC4'),
    fill('M22 40C20 26 32 16 46 20C58 23 62 32 70 42C78 52 80 66 66 74C50 82 30 76 26 60C24 52 23 46 22 40Z', 'paper'),
    wash('M22 40C20 26 32 16 46 20C58 23 62 32 70 42C78 52 80 66 66 74C50 82 30 76 26 60C24 52 23 46 22 40Z', '#8FB0DF'),
    fill('M25 50C32 48 42 54 46 64C48 70 46 75 44 77C34 76 27 69 26 60C25 56 25 53 25 50Z', '#F3B48A'),
    line('M22 40C20 26 32 16 46 20C58 23 62 32 70 42C78 52 80 66 66 74C50 82 30 76 26 60C24 52 23 46 22 40Z', 1.05),
    ...feather('M46 46C58 40 72 50 76 66C64 70 50 64 46 46Z', '#5B7FC4'),
    inner('M54 52C60 54 65 58 69 62M52 58C56 61 60 63 64 64', 0.5),
    fill('M22 36L8 30L20 42Z', 'oranje'),
    fill('M21 43L10 46L24 48Z', 'oranje'),
    line('M22 36L8 30L20 41.500L10 46L24 48', 0.85),
    fill(oval(34, 33, 2.8, 3.4), 'ink'),
    fill(oval(33.200, 31.900, 0.9), 'paper'),
    line('M44 78L43 88M54 78L54 88', 0.8),
    line('M10 90C30 86 60 90 92 86', 1.8, '#7A5B33'),
    ...leaf([80, 86], [92, 96], 4, 'groen', 0, 0.7),
    line('M8 14L8 4L17 2L17 11', 0.75),
    fill(oval(5.500, 14.500, 3, 2.4, -15) + oval(14.500, 11.500, 3, 2.4, -15), 'ink'),
  ],
});

const vlinder: Stamp = stampOf({
  id: 'vlinder',
  nl: 'vlinder',
  en: 'butterfly',
  tags: ['dier', 'insect', 'verandering', 'groei', 'natuur', 'animal', 'change', 'nature'],
  altNl: 'Een vlinder met open vleugels',
  altEn: 'A butterfly with open wings',
  ops: () => [
    ...shape('M48 46C40 20 14 8 8 20C2 34 18 54 47 54Z', '#F2A65A'),
    ...shape('M52 46C60 20 86 8 92 20C98 34 82 54 53 54Z', '#F2A65A'),
    ...shape('M47 54C28 54 16 66 22 80C30 92 46 80 49 60Z', '#CDB0F7'),
    ...shape('M53 54C72 54 84 66 78 80C70 92 54 80 51 60Z', '#CDB0F7'),
    fill(oval(22, 30, 6, 7, -30) + oval(78, 30, 6, 7, 30), 'paper'),
    line(oval(22, 30, 6, 7, -30) + oval(78, 30, 6, 7, 30), 0.65),
    fill(oval(32, 74, 4.6) + oval(68, 74, 4.6), 'violet'),
    inner('M34 36C38 40 42 44 45 48M66 36C62 40 58 44 55 48', 0.55),
    fill('M50 36C54 40 54 66 50 80C46 66 46 40 50 36Z', 'ink'),
    fill(oval(50, 34, 4, 4.2), 'ink'),
    line('M49 31C47 22 42 16 36 15M51 31C53 22 58 16 64 15', 0.7),
    fill(oval(35, 15, 2) + oval(65, 15, 2), 'ink'),
  ],
});

const kat: Stamp = stampOf({
  id: 'kat',
  nl: 'kat',
  en: 'cat',
  tags: ['poes', 'dier', 'huisdier', 'eigenzinnig', 'animal', 'pet'],
  altNl: 'Een zittende kat',
  altEn: 'A sitting cat',
  ops: () => [
    ground(14, 90, 95),
    line('M66 90C84 92 94 80 90 64C88 56 80 56 80 63C80 67 83 67 84 65', 2.9),
    line('M66 90C84 92 94 80 90 64C88 56 80 56 80 63C80 67 83 67 84 65', 1.3, '#F0B072'),
    fill('M32 94C24 76 28 60 38 52L62 52C74 62 76 80 70 94Z', 'paper'),
    wash('M32 94C24 76 28 60 38 52L62 52C74 62 76 80 70 94Z', '#F0B072'),
    fill('M44 62C49 66 54 66 58 62C60 72 58 84 56 93L46 93C43 84 42 72 44 62Z', 'paper'),
    line('M38 53C27 62 25 78 32 94L70 94C77 80 74 62 62 53', 1.05),
    line('M44 70L44 92M58 70L58 92M36 94C36 90 44 89 45 94M56 94C57 89 66 90 66 94', 0.8),
    fill('M24 14L40 22C46 20 54 20 60 22L76 14C77 22 76 30 75 36C76 50 64 58 50 58C36 58 24 50 25 36C24 30 23 22 24 14Z', 'paper'),
    wash('M24 14L40 22C46 20 54 20 60 22L76 14C77 22 76 30 75 36C76 50 64 58 50 58C36 58 24 50 25 36C24 30 23 22 24 14Z', '#F0B072'),
    fill('M50 40C58 40 64 46 62 52C58 57 42 57 38 52C36 46 42 40 50 40Z', 'paper'),
    fill('M28 20L36 25L29 31Z', '#F0B9B4'),
    fill('M72 20L64 25L71 31Z', '#F0B9B4'),
    line('M50 58C36 58 24 50 25 36C24 30 23 22 24 14L40 22C46 20 54 20 60 22L76 14C77 22 76 30 75 36C76 50 64 58 47 58', 1.05),
    inner('M46 22L46 29M50 21L50 30M54 22L54 29', 0.7, '#A8622A'),
    fill(oval(39, 38, 3, 3.8) + oval(61, 38, 3, 3.8), 'ink'),
    fill(oval(38.200, 36.700, 1) + oval(60.200, 36.700, 1), 'paper'),
    fill('M47 44C48 43 52 43 53 44C53 46 51 47 50 47.500C49 47 47 46 47 44Z', '#C4566F'),
    line('M50 47.500C50 51 45 52 43 49.500M50 48C50 51 55 52 57 49.500', 0.6),
    inner('M32 46L14 43M32 49L14 51M68 46L86 43M68 49L86 51', 0.4),
  ],
});

/** Animals. */
export const animalStamps: readonly Stamp[] = [panda, rat, mierennest, bij, vogel, vlinder, kat];
