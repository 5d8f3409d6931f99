import { fill, ground, inner, line, oval, placedPath, shape } from './shapes.ts';
import { stampOf, type Stamp, type StampOp } from './stamp.ts';

type Ops = readonly StampOp[];

const tafel: Stamp = stampOf({
  id: 'tafel',
  nl: 'tafel',
  en: 'table',
  tags: ['aan tafel', 'overleg', 'gesprek', 'eten', 'samen', 'meeting', 'talk', 'eat', 'together'],
  altNl: 'Een ronde tafel met twee stoelen en koffie',
  altEn: 'A round table with two chairs and coffee',
  ops: () => [
    ground(4, 96, 95.5),
    line('M10 30L13 66L29 66M13 66L11 95M28 66L30 95M90 30L87 66L71 66M87 66L89 95M72 66L70 95', 1.25, '#7A5B33'),
    line('M10 38L13 38M10.500 46L13.500 46M90 38L87 38', 0.9, '#7A5B33'),
    fill('M46 58L54 58L54 88L46 88Z', '#C79A5B'),
    line('M46 58L46 88M54 58L54 88M46 87C40 89 36 92 32 95.500M54 87C60 89 64 92 68 95.500M50 88L50 96', 1.05),
    fill('M14 46C14 36 86 36 86 46C87 50 86 52 85 54C74 64 26 64 15 54C14 52 13 50 14 46Z', '#C79A5B'),
    fill('M14 46C14 36 86 36 86 46C86 57 14 57 14 46Z', '#EBC993'),
    line('M14 46C14 36 86 36 86 46C86 57 14 57 14 46ZM14 47C14 51 14 52 15 54C26 64 74 64 85 54C86 52 86 50 86 47', 1.05),
    fill('M31 36L41 36L40 46L32 46Z', 'blos'),
    line('M31 36L41 36L40 46L32 46ZM41 38C45 38 44.500 43 40.500 43', 0.75),
    fill('M60 37L70 37L69 47L61 47Z', '#A9CDF0'),
    line('M60 37L70 37L69 47L61 47ZM70 39C74 39 73.500 44 69.500 44', 0.75),
    line('M35 31C32 28 38 25 35 21M65 32C62 29 68 26 65 22', 0.75, 'grijs2'),
    fill('M47 30L54 30L53 41L48 41Z', 'hemel'),
    line('M47 30L48 41L53 41L54 30M50.500 30L50.500 20', 0.65),
    fill(oval(50.500, 17, 4.2), '#F2A9D2'),
    line(oval(50.500, 17, 4.2), 0.65),
  ],
});

const fiets: Stamp = stampOf({
  id: 'fiets',
  nl: 'fiets',
  en: 'bicycle',
  tags: ['fietsen', 'vervoer', 'verkeer', 'bewegen', 'straat', 'bike', 'cycling', 'transport', 'traffic', 'street'],
  altNl: 'Een fiets met een mandje',
  altEn: 'A bicycle with a basket',
  ops: () => [
    ground(2, 98, 91.5),
    ...[21, 79].flatMap((x): Ops => [
      line(oval(x, 70, 19, 19), 1.3),
      inner(`M${x} 52L${x} 88M${x - 18} 70L${x + 18} 70M${x - 13} 57L${x + 13} 83M${x - 13} 83L${x + 13} 57`, 0.32, 'grijs2'),
      fill(oval(x, 70, 2.4), 'ink'),
    ]),
    line('M21 70L38 41L69 40L47 71L21 70M38 41L47 71', 1.6, 'rood'),
    line('M79 70L66 28C66 24 60 24 57 26', 1.35),
    line('M38 41L35 32', 1.2),
    fill('M25 30C32 27 40 28 44 30C42 35 32 35 25 30Z', 'ink'),
    fill('M70 26L90 26L87 42L73 42Z', '#E3B873'),
    line('M69 26L91 26L87 42L73 42Z', 0.9),
    inner('M72 34L88 34M77 27L78 41M84 27L83 41', 0.5),
    fill(oval(47, 71, 4.6), 'paper'),
    line(oval(47, 71, 4.6), 0.95),
    line('M47 71L52 80M49 80.500L56 80', 0.95),
  ],
});

const ladder: Stamp = stampOf({
  id: 'ladder',
  nl: 'ladder',
  en: 'ladder',
  tags: ['klimmen', 'stap', 'groei', 'omhoog', 'stappen', 'climb', 'step', 'growth', 'up'],
  altNl: 'Een ladder die tegen een wolk leunt',
  altEn: 'A ladder leaning against a cloud',
  ops: () => [
    ground(8, 62, 96),
    ...shape('M50 32C36 32 36 15 49 15C52 3 72 2 77 12C90 8 98 22 90 30C88 37 76 38 70 33C64 38 54 37 50 32Z', 'hemel', 1),
    ...[26, 38, 50, 62, 74, 86].flatMap((y): Ops => {
      const x = 66 - (y - 14) * 0.54;
      return [line(`M${x - 9} ${y}L${x + 9} ${y + 1}`, 2.2), line(`M${x - 8.500} ${y}L${x + 8.500} ${y + 1}`, 0.9, '#D9A964')];
    }),
    line('M58 12L12 95M76 14L31 96', 2.6),
    line('M57.500 13L12.500 94M75.500 15L31.500 95', 1.2, '#D9A964'),
  ],
});

const vergrootglas: Stamp = stampOf({
  id: 'vergrootglas',
  nl: 'vergrootglas',
  en: 'magnifying glass',
  tags: ['zoeken', 'onderzoek', 'kijken', 'vraag', 'loep', 'search', 'research', 'look', 'question'],
  altNl: 'Een vergrootglas',
  altEn: 'A magnifying glass',
  ops: () => [
    ...shape(placedPath('M-6 0L6 0L7 38C7 44 -7 44 -7 38Z', { x: 64, y: 64, turn: -45 }), '#D9A964', 1.05),
    ...shape(oval(41, 41, 34, 33.500), '#3A3733', 1.1),
    fill(oval(41, 41, 27), 'paper'),
    fill(oval(41.500, 41.500, 26), 'hemel'),
    line(oval(41, 41, 27), 0.8),
    line('M22 40C22 30 29 23 38 22', 1.3, 'paper'),
  ],
});

const potlood: Stamp = stampOf({
  id: 'potlood',
  nl: 'potlood',
  en: 'pencil',
  tags: ['tekenen', 'schrijven', 'ontwerpen', 'stift', 'draw', 'write', 'design', 'pen'],
  altNl: 'Een potlood dat een lijn trekt',
  altEn: 'A pencil drawing a line',
  ops: () => [
    line('M6 88C14 80 22 96 30 88C36 82 42 92 50 88', 1, 'blauw'),
    ...(() => {
      const at = { x: 14, y: 84, turn: -45 };
      const place = (d: string): string => placedPath(d, at);
      return [
        fill(place('M0 0L22 -10L22 10Z'), '#F5DDB5'),
        fill(place('M0 0L8 -3.700L8 3.700Z'), 'ink'),
        fill(place('M22 -10L82 -10L82 10L22 10Z'), '#FBD75B'),
        fill(place('M22 3L82 3L82 10L22 10Z'), '#F2B63A'),
        fill(place('M82 -10L90 -10L90 10L82 10Z'), 'grijs1'),
        fill(place('M90 -10L96 -10C103 -10 103 10 96 10L90 10Z'), '#F0A5B8'),
        line(place('M0 0L22 -10L82 -10L96 -10C103 -10 103 10 96 10L22 10L0 0'), 1.1),
        line(place('M22 -10C25 -6 25 -5 22 -3C25 1 25 2 22 3C25 7 25 8 22 10M82 -10L82 10M90 -10L90 10'), 0.8),
        inner(place('M26 -3L78 -3M26 3L78 3'), 0.55),
      ];
    })(),
  ],
});

const wereldbol: Stamp = stampOf({
  id: 'wereldbol',
  nl: 'wereldbol',
  en: 'globe',
  tags: ['wereld', 'aarde', 'globaal', 'divers', 'milieu', 'klimaat', 'world', 'earth', 'climate', 'environment'],
  altNl: 'Een wereldbol op een voet',
  altEn: 'A globe on a stand',
  ops: () => [
    ground(24, 76, 96),
    ...shape(oval(48, 43, 35, 34.500), '#9CC8F0', 1.1),
    fill('M30 15C38 12 48 14 50 20C48 26 40 26 38 32C34 36 26 34 20 30C22 23 26 18 30 15Z', '#8CCB9F'),
    fill('M56 34C62 28 74 30 80 34C83 44 81 54 76 60C68 60 66 52 60 50C54 46 52 40 56 34Z', '#8CCB9F'),
    fill('M28 46C36 44 44 50 42 58C40 66 38 72 32 72C24 68 18 60 16 52C20 48 24 47 28 46Z', '#8CCB9F'),
    line('M30 15C38 12 48 14 50 20C48 26 40 26 38 32C34 36 26 34 20 30M80 34C74 30 62 28 56 34C52 40 54 46 60 50C66 52 68 60 76 60M16 52C20 48 24 47 28 46C36 44 44 50 42 58C40 66 38 72 32 72', 0.75),
    line(oval(48, 43, 35, 34.500), 1.1),
    line('M74 8C94 20 98 56 78 74C70 81 60 85 48 85C38 85 30 82 24 78', 1.2, 'oker'),
    line('M50 85L50 94M34 95C40 91 60 91 66 95Z', 1.15),
  ],
});

const gieter: Stamp = stampOf({
  id: 'gieter',
  nl: 'gieter',
  en: 'watering can',
  tags: ['tuin', 'water', 'groei', 'verzorgen', 'moestuin', 'garden', 'growth', 'care'],
  altNl: 'Een gieter die water geeft',
  altEn: 'A watering can pouring water',
  ops: () => [
    ground(34, 96, 92),
    line('M48 44C50 18 86 18 92 44C96 58 92 68 86 72', 2.6),
    line('M48 44C50 18 86 18 92 44C96 58 92 68 86 72', 1.2, '#6DBB8D'),
    fill('M46 74L18 36L25 31L50 56Z', '#6DBB8D'),
    line('M46 74L18 36M25 31L48 54', 1.05),
    ...shape('M10 38L26 24L30 30L15 43Z', '#6DBB8D', 1),
    ...shape('M44 46L86 46L90 92L42 92Z', '#6DBB8D', 1.1),
    line('M44 46C54 51 76 51 86 46', 0.9),
    inner('M52 58L51 82', 0.85, 'paper'),
    line('M8 46L5 52M12 50L9 57M4 58L1 64M14 58L11 65M8 66L5 73M15 70L12 77M4 78L1 85M10 82L8 88', 1.05, 'blauw'),
  ],
});

/** Furniture, tools and other things. */
export const thingStamps: readonly Stamp[] = [tafel, fiets, ladder, vergrootglas, potlood, wereldbol, gieter];
