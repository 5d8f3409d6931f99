import { fill, ground, inner, line, oval, placed, shape } from './shapes.ts';
import { stampOf, type Stamp, type StampOp } from './stamp.ts';
import type { StampColor } from './stampColors.ts';

type Ops = readonly StampOp[];

const SKINS = ['#F2C9A4', '#C98E62', '#8A5A3C', '#E7B98E'] as const;

type Look = {
  readonly skin: StampColor;
  readonly hair: StampColor;
  readonly shirt: StampColor;
  readonly style: 'short' | 'long' | 'curls' | 'bun' | 'scarf';
};

/** Head with hair, its middle at (0, 0), about 14 wide. */
const head = ({ skin, hair, style }: Look): Ops => {
  const back: Readonly<Record<Look['style'], Ops>> = {
    short: [],
    long: [fill('M-8.500 -2C-10 -13 10 -13 8.500 -2C9 4 10 8 11 11L-11 11C-10 8 -9 4 -8.500 -2Z', hair)],
    curls: [fill(`${oval(-6, -4, 5)}${oval(6, -4, 5)}${oval(0, -7.500, 5.500)}${oval(-8, 1, 3.5)}${oval(8, 1, 3.5)}`, hair)],
    bun: [fill(oval(0, -10.500, 4), hair)],
    scarf: [fill('M-8.500 0C-10 -12 10 -12 8.500 0C9 6 10 10 10 12L-10 12C-10 10 -9 6 -8.500 0Z', hair)],
  };
  const front: Readonly<Record<Look['style'], string>> = {
    short: 'M-7.200 -1C-9 -11 8 -11 7.200 -1C5 -4.500 -3 -4 -7.200 -1Z',
    long: 'M-7.200 0C-8 -10 8 -10 7.200 0C4 -3 3 -5 0 -6C-3 -5 -5 -3 -7.200 0Z',
    curls: 'M-7 -2C-7 -9 7 -9 7 -2C5 -5 3 -3.500 1 -5C-1 -3.500 -4 -5 -7 -2Z',
    bun: 'M-7.200 -1C-8 -10 8 -10 7.200 -1C5 -6 -5 -6 -7.200 -1Z',
    scarf: 'M-7.400 1C-8.500 -10 8.500 -10 7.400 1C6 -6 -6 -6 -7.400 1Z',
  };
  return [
    ...back[style],
    fill(oval(0, 0, 7, 7.6), skin),
    fill(front[style], hair),
    line(oval(0, 0, 7, 7.6), 0.9),
    fill(oval(-2.700, 0.3, 0.95, 1.15) + oval(2.700, 0.3, 0.95, 1.15), 'ink'),
    line('M-3 3.300Q0 6 3 3.300', 0.6),
  ];
};

type Arms = 'down' | 'leftUp' | 'rightUp' | 'bothUp';

const ARM_DOWN = 'M-8 13C-12 18 -12.500 23 -11 28';
const ARM_UP = 'M-8 14C-14 12 -16 5 -16.500 -3';
const mirrored = (d: string): string => d.replace(/(-?[\d.]+) (-?[\d.]+)/g, (_, x: string, y: string) => `${-Number(x)} ${y}`);

const arm = (d: string, end: readonly [number, number], look: Look): Ops => [
  line(d, 2.4),
  line(d, 1.05, look.shirt),
  fill(oval(end[0], end[1], 2.5), look.skin),
  line(oval(end[0], end[1], 2.5), 0.55),
];

/** Someone from the waist up or whole (to y = 42), the head's middle at (0, 0). */
const someone = (look: Look, arms: Arms, x: number, y: number, scale: number): Ops => {
  const left = arms === 'leftUp' || arms === 'bothUp';
  const right = arms === 'rightUp' || arms === 'bothUp';
  return placed(
    [
      ...arm(left ? ARM_UP : ARM_DOWN, left ? [-16.500, -5] : [-10.800, 29.500], look),
      ...arm(mirrored(right ? ARM_UP : ARM_DOWN), right ? [16.500, -5] : [10.800, 29.500], look),
      fill('M-9.500 42C-11 26 -10 9 0 9C10 9 11 26 9.500 42Z', look.shirt),
      line('M-9.500 42C-11 26 -10 9 0 9C10 9 11 26 9.500 42Z', 0.95),
      ...head(look),
    ],
    { x, y, scale },
  );
};

const mensen: Stamp = stampOf({
  id: 'mensen',
  nl: 'mensen',
  en: 'people',
  tags: ['groep', 'samen', 'buren', 'bewoners', 'gemeenschap', 'team', 'group', 'together', 'neighbours', 'residents', 'community'],
  altNl: 'Drie mensen naast elkaar die zwaaien',
  altEn: 'Three people side by side, waving',
  ops: () => [
    ground(4, 96, 94),
    ...someone({ skin: SKINS[1], hair: 'ink', shirt: '#6DBB8D', style: 'curls' }, 'leftUp', 25, 30, 1.5),
    ...someone({ skin: SKINS[0], hair: '#C77B30', shirt: '#7FA6DA', style: 'long' }, 'rightUp', 75, 30, 1.5),
    ...someone({ skin: SKINS[2], hair: 'ink', shirt: '#F0A24E', style: 'short' }, 'down', 50, 38, 1.35),
  ],
});

const persoon: Stamp = stampOf({
  id: 'persoon',
  nl: 'persoon',
  en: 'person',
  tags: ['bewoner', 'buur', 'zwaaien', 'dag', 'groeten', 'hallo', 'resident', 'neighbour', 'wave', 'hello', 'greet'],
  altNl: 'Iemand die zwaait',
  altEn: 'Someone waving',
  ops: () => [
    ground(24, 78, 95),
    ...someone({ skin: SKINS[3], hair: '#5B3A22', shirt: '#7FA6DA', style: 'bun' }, 'rightUp', 48, 27, 1.6),
    line('M84 12L90 7M86 19L93 18M78 8L80 2', 0.85, 'oranje'),
  ],
});

const kind: Stamp = stampOf({
  id: 'kind',
  nl: 'kind',
  en: 'child',
  tags: ['kinderen', 'jeugd', 'spelen', 'springen', 'jong', 'children', 'youth', 'play', 'jump', 'young'],
  altNl: 'Een kind dat springt van plezier',
  altEn: 'A child jumping for joy',
  ops: () => [
    ground(30, 72, 97),
    line('M44 70C40 78 34 80 28 78M56 70C60 78 62 84 70 86', 2.6),
    line('M44 70C40 78 34 80 28 78M56 70C60 78 62 84 70 86', 1.15, 'blauw'),
    fill(oval(25.500, 76, 4.4, 3.2, 30) + oval(73, 87, 4.6, 3.2, 20), 'rood'),
    line(oval(25.500, 76, 4.4, 3.2, 30) + oval(73, 87, 4.6, 3.2, 20), 0.7),
    ...placed(
      [
        ...arm(ARM_UP, [-16.500, -5], { skin: SKINS[2], hair: 'ink', shirt: 'licht', style: 'curls' }),
        ...arm(mirrored(ARM_UP), [16.500, -5], { skin: SKINS[2], hair: 'ink', shirt: 'licht', style: 'curls' }),
        fill('M-8 29C-9 20 -9 9 0 9C9 9 9 20 8 29Z', 'licht'),
        line('M-8 29C-9 20 -9 9 0 9C9 9 9 20 8 29Z', 0.95),
        ...head({ skin: SKINS[2], hair: 'ink', shirt: 'licht', style: 'curls' }),
      ],
      { x: 50, y: 28, scale: 1.55 },
    ),
    line('M14 34L9 32M86 34L91 32M16 46L11 48M84 46L89 48', 0.9, 'oranje'),
  ],
});

const kring: Stamp = stampOf({
  id: 'kring',
  nl: 'rond de tafel',
  en: 'round the table',
  tags: ['kring', 'cirkel', 'tafel', 'overleg', 'gesprek', 'vergadering', 'samen', 'circle', 'table', 'meeting', 'talk', 'together'],
  altNl: 'Vier mensen rond een tafel',
  altEn: 'Four people around a table',
  ops: () => [
    ground(4, 96, 94),
    ...someone({ skin: SKINS[0], hair: '#8A8078', shirt: '#CDB0F7', style: 'bun' }, 'down', 36, 26, 1.2),
    ...someone({ skin: SKINS[2], hair: 'ink', shirt: '#F0A24E', style: 'short' }, 'down', 66, 26, 1.2),
    fill('M6 66C6 52 94 52 94 66C94 80 6 80 6 66Z', '#E9C48A'),
    line('M6 66C6 52 94 52 94 66C94 80 6 80 6 66Z', 1.05),
    fill('M40 61L58 60L60 68L41 69Z', 'paper'),
    line('M40 61L58 60L60 68L41 69Z', 0.65),
    inner('M44 63.500L54 63M45 66L52 65.700', 0.45, 'blauw'),
    line('M28 62L29 68L34 68L35 62M70 60L71 66L76 66L77 60', 0.7),
    line('M42 78L40 94M58 78L60 94', 1.2),
    ...placed(
      [
        fill('M-10 40C-12 20 -10 9 0 9C10 9 12 20 10 40Z', '#7FA6DA'),
        line('M-10 40C-12 20 -10 9 0 9C10 9 12 20 10 40', 0.95),
        fill(oval(0, 0, 7.2, 7.8), '#C77B30'),
        line(oval(0, 0, 7.2, 7.8), 0.9),
      ],
      { x: 17, y: 53, scale: 1.05 },
    ),
    ...placed(
      [
        fill('M-10 40C-12 20 -10 9 0 9C10 9 12 20 10 40Z', '#6DBB8D'),
        line('M-10 40C-12 20 -10 9 0 9C10 9 12 20 10 40', 0.95),
        fill(oval(0, 0, 7.2, 7.8), '#3B2A20'),
        line(oval(0, 0, 7.2, 7.8), 0.9),
      ],
      { x: 84, y: 53, scale: 1.05 },
    ),
  ],
});

const RAISED_HAND =
  'M12 60L10 40C6 35 2 30 0 26C-2 22 3 19 6 22L13 30L11 10C11 5 17 5 18 10L20 26L21 5C22 0 28 0 28 5L28 26L31 8C32 3 38 4 37 9L35 29L39 18C41 13 47 15 45 20L40 38C39 46 37 50 35 60Z';

const raised = (x: number, y: number, scale: number, turn: number, skin: StampColor, sleeve: StampColor): Ops =>
  placed(
    [
      fill(RAISED_HAND, skin),
      line('M12 60L10 40C6 35 2 30 0 26C-2 22 3 19 6 22L13 30L11 10C11 5 17 5 18 10L20 26L21 5C22 0 28 0 28 5L28 26L31 8C32 3 38 4 37 9L35 29L39 18C41 13 47 15 45 20L40 38C39 46 37 50 35 60', 0.95),
      inner('M18 40Q24 36 32 40M20 47Q26 45 31 48', 0.5),
      fill('M7 58L40 58L43 92L5 92Z', sleeve),
      line('M7 58L40 58L43 92L5 92Z', 1),
      inner('M7.500 65L40 65', 0.6),
    ],
    { x, y, scale, turn },
  );

const handen: Stamp = stampOf({
  id: 'handen',
  nl: 'handen',
  en: 'hands',
  tags: ['hand', 'opsteken', 'stemmen', 'helpen', 'meedoen', 'samen', 'vrijwilliger', 'raise', 'vote', 'help', 'join', 'together', 'volunteer'],
  altNl: 'Drie opgestoken handen',
  altEn: 'Three raised hands',
  ops: () => [
    ...raised(6, 34, 0.72, -12, SKINS[0], '#6DBB8D'),
    ...raised(65, 26, 0.72, 12, SKINS[2], '#F0A24E'),
    ...raised(31, 12, 0.88, 0, SKINS[1], '#7FA6DA'),
  ],
});

const handdruk: Stamp = stampOf({
  id: 'handdruk',
  nl: 'handdruk',
  en: 'handshake',
  tags: ['hand', 'afspraak', 'akkoord', 'samenwerken', 'vertrouwen', 'kennismaken', 'deal', 'agreement', 'cooperate', 'trust', 'meet'],
  altNl: 'Twee handen die elkaar schudden',
  altEn: 'Two hands shaking',
  ops: () => [
    ...shape('M2 32L20 24L34 58L16 67Z', '#6DBB8D', 1),
    ...shape('M98 32L80 24L66 58L84 67Z', '#7FA6DA', 1),
    fill('M22 29C34 24 42 26 50 30C58 26 68 24 78 29L67 56C62 66 56 72 50 74C42 72 36 66 31 56Z', SKINS[0]),
    fill('M78 29C68 24 58 26 50 30L37 42C35 47 41 51 46 47L54 43L74 61L67 57C68 52 74 40 78 29Z', SKINS[1]),
    fill('M54 43L70 57C74 61 70 66 66 63C69 67 63 71 60 67C62 72 56 75 53 71C53 75 47 76 46 72L56 56Z', SKINS[0]),
    line('M22 29C34 24 42 26 49 30M31 56C33 62 38 67 44 71', 1),
    line('M78 29C68 24 58 26 50 30L37 42C34 47 41 52 46 48L54 43L70 57C74 61 70 66 66 63L58 56M66 63C69 67 63 71 60 67L52 60M60 67C62 72 56 75 53 71L47 65M53 71C52 76 46 75 44 71', 1),
    line('M67 57L74 49', 0.8),
    line('M50 14L50 6M40 16L36 9M60 16L64 9', 0.95, 'oranje'),
  ],
});

const rolstoel: Stamp = stampOf({
  id: 'rolstoel',
  nl: 'rolstoel',
  en: 'wheelchair',
  tags: ['toegankelijk', 'beperking', 'zorg', 'meedoen', 'inclusie', 'accessible', 'disability', 'care', 'inclusion'],
  altNl: 'Iemand in een rolstoel',
  altEn: 'Someone in a wheelchair',
  ops: () => [
    ground(14, 90, 96),
    line('M30 36L34 66M24 34L32 37', 1.3),
    line('M44 64L64 66L70 84', 3.6),
    line('M44 64L64 66L70 84', 1.9, 'blauw'),
    fill('M67 83L80 84C82 88 80 89 78 89L67 89Z', 'rood'),
    line('M67 83L80 84C82 88 80 89 78 89L67 89Z', 0.75),
    fill('M34 66C32 48 36 36 45 36C55 36 56 50 54 66Z', 'licht'),
    line('M34 66C32 48 36 36 45 36C55 36 56 50 54 66Z', 0.95),
    ...placed(head({ skin: SKINS[3], hair: '#8A8078', shirt: 'licht', style: 'short' }), { x: 46, y: 21, scale: 1.55 }),
    fill(oval(44, 76, 18, 18), 'paper'),
    line(oval(44, 76, 18, 18), 1.35),
    inner('M44 58L44 94M26 76L62 76M31 63L57 89M57 63L31 89', 0.35, 'grijs2'),
    line(oval(44, 76, 2.6), 0.8),
    line('M44 76L68 80L74 92', 1.05),
    ...shape(oval(71, 91, 4.2), 'grijs1', 0.8),
    line('M50 44C58 48 60 56 57 62', 2.6),
    line('M50 44C58 48 60 56 57 62', 1.2, 'licht'),
    fill(oval(57, 62, 3), SKINS[3]),
    line(oval(57, 62, 3), 0.55),
  ],
});

/** People and what they do with their hands. */
export const peopleStamps: readonly Stamp[] = [mensen, persoon, kind, kring, handen, handdruk, rolstoel];
