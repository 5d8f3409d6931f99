import { fill, ground, inner, line, oval, placedPath, shape, wash } from './shapes.ts';
import { stampOf, type Stamp } from './stamp.ts';

const HEART = 'M50 91C30 74 6 57 8 33C10 12 38 9 50 32C62 9 90 12 92 33C94 57 70 74 50 91Z';

const hart: Stamp = stampOf({
  id: 'hart',
  nl: 'hart',
  en: 'heart',
  tags: ['liefde', 'houden van', 'warmte', 'zorg', 'graag', 'love', 'warmth', 'care', 'like'],
  altNl: 'Een hart',
  altEn: 'A heart',
  ops: () => [
    ...shape(HEART, '#DE5247', 1.2),
    fill('M92 33C94 57 70 74 50 91C46 88 42 84 37 80C62 74 82 56 86 20C90 24 92 28 92 33Z', 'rood'),
    line('M50 32C62 9 90 12 92 33C94 57 70 74 50 91', 1.2),
    line('M19 42C17 32 22 24 31 23', 1.25, 'paper'),
  ],
});

const STAR = 'M50 6L62 37L95 39L69 60L78 92L50 74L22 92L31 60L5 39L38 37Z';

const ster: Stamp = stampOf({
  id: 'ster',
  nl: 'ster',
  en: 'star',
  tags: ['succes', 'top', 'talent', 'schitteren', 'droom', 'success', 'shine', 'dream'],
  altNl: 'Een ster',
  altEn: 'A star',
  ops: () => [
    ...shape(STAR, '#FBD75B', 1.15),
    fill('M95 39L69 60L78 92L50 74L51 68L66 74L62 57L80 42Z', '#F2B63A'),
    line('M62 37L95 39L69 60L78 92L50 74', 1.15),
  ],
});

const gloeilamp: Stamp = stampOf({
  id: 'gloeilamp',
  nl: 'gloeilamp',
  en: 'light bulb',
  tags: ['idee', 'inzicht', 'lamp', 'licht', 'bedenken', 'idea', 'insight', 'light', 'invent'],
  altNl: 'Een brandende gloeilamp',
  altEn: 'A glowing light bulb',
  ops: () => [
    ...shape('M37 68C37 57 23 51 24 35C25 19 37 12 50 12C63 12 75 19 76 35C77 51 63 57 63 68Z', '#FBD75B', 1.1),
    fill('M76 35C77 51 63 57 63 68L55 68C58 54 68 50 68 34C68 26 66 20 63 15C71 19 75.500 26 76 35Z', '#F2B63A'),
    line('M63 68C63 57 77 51 76 35C75 26 72 20 66 16', 1.1),
    line('M45 68C45 56 38 47 42 43C46 40 48 47 50 47C52 47 54 40 58 43C62 47 55 56 55 68', 0.75),
    line('M31 36C31 28 36 22 42 20', 1, 'paper'),
    fill('M38 69L62 69L60 88L40 88Z', 'grijs1'),
    fill('M42 88L58 88C57 95 43 95 42 88Z', 'ink'),
    line('M37 69.500L63 69M39 76L61 75M40 82L60 81.500M40.500 88L59.500 88M38 69L40.500 88M62 69L59.500 88', 1),
    line('M50 6L50 1M80 13L84 8M88 36L95 36M20 13L16 8M12 36L5 36M82 57L87 61M18 57L13 61', 1.1, 'oranje'),
  ],
});

const KEY = { x: 30, y: 30, turn: 43 };

const sleutel: Stamp = stampOf({
  id: 'sleutel',
  nl: 'sleutel',
  en: 'key',
  tags: ['openen', 'toegang', 'oplossing', 'slot', 'huis', 'open', 'access', 'solution', 'lock', 'house'],
  altNl: 'Een sleutel',
  altEn: 'A key',
  ops: () => [
    ...(() => {
      const outline = placedPath(
        'M18 -6C17 -16 8 -23 -2 -22C-14 -21 -23 -12 -23 0C-23 12 -14 22 -2 22C8 23 17 16 18 6L48 6L48 17L57 17L57 6L64 6L64 19L74 19L74 -6Z',
        KEY,
      );
      return [
        ...shape(outline, '#F2C14E', 1.1),
        fill(placedPath(oval(-7, 0, 8, 8.6), KEY), 'paper'),
        line(placedPath(oval(-7, 0, 8, 8.6), KEY), 0.95),
        inner(placedPath('M22 0L68 0', KEY), 0.6, 'oker'),
        inner(placedPath('M-17 -8C-15 -14 -9 -18 -3 -17', KEY), 0.8, 'paper'),
      ];
    })(),
  ],
});

const slot: Stamp = stampOf({
  id: 'slot',
  nl: 'hangslot',
  en: 'padlock',
  tags: ['slot', 'veilig', 'veiligheid', 'vertrouwen', 'gesloten', 'lock', 'safe', 'safety', 'trust', 'closed'],
  altNl: 'Een hangslot',
  altEn: 'A padlock',
  ops: () => [
    ground(16, 84, 95),
    line('M30 48L30 32C30 4 70 4 70 32L70 48', 4),
    line('M30 48L30 32C30 4 70 4 70 32L70 48', 2, 'grijs1'),
    ...shape('M18 46L82 46L82 90C82 93 80 94 77 94L23 94C20 94 18 93 18 90Z', '#F2C14E', 1.1),
    fill('M46 72C41 69 42 60 50 60C58 60 59 69 54 72L57 84L43 84Z', 'ink'),
    inner('M26 54L26 72', 0.8, 'paper'),
  ],
});

const tick = (turn: number): string => placedPath('M0 -25L0 -29', { x: 50, y: 56, turn });

const kompas: Stamp = stampOf({
  id: 'kompas',
  nl: 'kompas',
  en: 'compass',
  tags: ['richting', 'koers', 'waarden', 'doel', 'reis', 'direction', 'course', 'values', 'goal', 'journey'],
  altNl: 'Een kompas waarvan de rode naald naar het noordoosten wijst',
  altEn: 'A compass with its red needle pointing north-east',
  ops: () => [
    fill(oval(50, 9, 6.5), 'paper'),
    line(oval(50, 9, 6.5), 1.1),
    fill('M44 14L56 14L56 20L44 20Z', 'oker'),
    line('M44 20L44 14L56 14L56 20', 0.85),
    ...shape(oval(50, 56, 40, 39.5), '#E3B65B', 1.1),
    fill(oval(50, 56, 31), 'paper'),
    fill(oval(50.500, 56.500, 30), 'hemel'),
    line(oval(50, 56, 31), 0.8),
    line([0, 90, 180, 270].map(tick).join(''), 0.9),
    inner([45, 135, 225, 315].map(tick).join(''), 0.55, 'grijs2'),
    fill('M66 35L56 61L45 51Z', 'rood'),
    fill('M35 77L45 51L56 61Z', 'paper'),
    line('M66 35L56 61L35 77L45 51ZM45 51L56 61', 0.85),
    fill(oval(50.500, 56, 2.3), 'ink'),
  ],
});

const PIECE_LEFT = 'M6 30L30 30C26 20 29 13 36 13C43 13 46 20 42 30L62 30L62 50C52 46 46 49 46 56C46 63 52 66 62 62L62 86L6 86Z';

const puzzel: Stamp = stampOf({
  id: 'puzzel',
  nl: 'puzzelstuk',
  en: 'jigsaw piece',
  tags: ['puzzel', 'passen', 'deel', 'oplossing', 'samen', 'puzzle', 'fit', 'part', 'solution', 'together'],
  altNl: 'Twee puzzelstukken die in elkaar passen',
  altEn: 'Two jigsaw pieces that fit together',
  ops: () => [
    ...shape(PIECE_LEFT, '#8CCB9F', 1.1),
    ...shape(
      'M72 34L96 34L96 88L72 88L72 66C64 70 56 67 56 60C56 53 64 50 72 54Z',
      '#F0A24E',
      1.1,
    ),
  ],
});

const vlag: Stamp = stampOf({
  id: 'vlag',
  nl: 'vlag',
  en: 'flag',
  tags: ['doel', 'mijlpaal', 'bereikt', 'vieren', 'goal', 'milestone', 'celebrate'],
  altNl: 'Een wapperende vlag',
  altEn: 'A waving flag',
  ops: () => [
    ground(10, 56, 96),
    fill('M26 14C42 4 58 24 90 12L86 52C58 64 44 42 26 54Z', 'paper'),
    wash('M26 14C42 4 58 24 90 12L86 52C58 64 44 42 26 54Z', '#E2574A'),
    line('M26 14C42 4 58 24 90 12L86 52C58 64 44 42 26 54', 1.1),
    inner('M42 18C43 28 43 38 42 46M64 22C63 34 62 44 61 53', 0.6),
    fill('M20 8L26 8L28 96L20 96Z', '#C79A5B'),
    line('M20 96L20 8M26 8L28 96', 1),
    fill(oval(23, 6, 4), 'licht'),
    line(oval(23, 6, 4), 0.8),
  ],
});

const klok: Stamp = stampOf({
  id: 'klok',
  nl: 'klok',
  en: 'clock',
  tags: ['tijd', 'uur', 'planning', 'wekker', 'pauze', 'time', 'hour', 'alarm', 'break'],
  altNl: 'Een wekker',
  altEn: 'An alarm clock',
  ops: () => [
    ground(20, 80, 96),
    line('M30 84L22 95M70 84L78 95', 1.5),
    ...shape('M14 34C6 22 22 6 36 16Z', '#E2574A', 1),
    ...shape('M86 34C94 22 78 6 64 16Z', '#E2574A', 1),
    line('M50 20L50 10M43 10L57 10', 1.2),
    ...shape(oval(50, 55, 36, 35.5), '#E2574A', 1.1),
    fill(oval(50, 55, 28), 'paper'),
    line(oval(50, 55, 28), 0.9),
    line('M50 31L50 35M50 75L50 79M26 55L30 55M70 55L74 55', 1),
    line('M50 55L50 39M50 55L62 62', 1.25),
    fill(oval(50, 55, 2.8), 'ink'),
  ],
});

/** Things that stand for an idea. */
export const symbolStamps: readonly Stamp[] = [hart, ster, gloeilamp, sleutel, slot, kompas, puzzel, vlag, klok];
