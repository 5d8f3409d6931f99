import { SMALL_HEART, fill, ground, inner, line, oval, placedPath, shape, wash } from './shapes.ts';
import { stampOf, type Stamp } from './stamp.ts';

const BALLOON = 'M6 42C4 20 26 9 50 9C77 9 96 20 94 42C93 61 72 70 48 69C42 79 32 87 17 90C25 83 28 75 27 66C14 61 7 53 6 42Z';

const tekstballon: Stamp = stampOf({
  id: 'tekstballon',
  nl: 'tekstballon',
  en: 'speech bubble',
  tags: ['praten', 'zeggen', 'gesprek', 'mening', 'uitspraak', 'talk', 'say', 'conversation', 'opinion', 'quote'],
  altNl: 'Een tekstballon',
  altEn: 'A speech bubble',
  ops: () => [...shape(BALLOON, '#BFD9F4', 1.15), line('M26 31C40 30 58 32 74 30M26 44C40 43 54 45 68 43M30 56C38 55 44 56 50 55.500', 1.1)],
});

const denkwolk: Stamp = stampOf({
  id: 'denkwolk',
  nl: 'denkwolk',
  en: 'thought bubble',
  tags: ['dromen', 'droom', 'denken', 'idee', 'fantasie', 'dream', 'think', 'idea', 'imagine'],
  altNl: 'Een denkwolk met een ster erin',
  altEn: 'A thought bubble with a star in it',
  ops: () => [
    ...shape('M24 66C6 68 2 46 18 42C12 24 32 12 44 22C52 6 78 8 78 26C96 26 100 48 86 54C88 68 70 74 62 66C54 74 32 74 24 66Z', 'hemel', 1.1),
    ...shape(oval(28, 79, 6, 5), 'hemel', 0.95),
    ...shape(oval(16, 91, 3.6, 3), 'hemel', 0.85),
    fill('M50 25L54 36L66 37L57 44L60 56L50 49.500L40 56L43 44L34 37L46 36Z', '#FBD75B'),
    line('M50 25L54 36L66 37L57 44L60 56L50 49.500L40 56L43 44L34 37L46 36Z', 0.9),
  ],
});

const megafoon: Stamp = stampOf({
  id: 'megafoon',
  nl: 'megafoon',
  en: 'megaphone',
  tags: ['roepen', 'stem', 'aankondiging', 'nieuws', 'luid', 'toeter', 'shout', 'voice', 'announcement', 'news', 'loud'],
  altNl: 'Een megafoon die geluid maakt',
  altEn: 'A megaphone making sound',
  ops: () => [
    ...shape('M27 62L33 88C34 92 46 90 45 86L41 63Z', 'ink', 1),
    fill('M27 38L72 12C78 30 81 54 79 75L33 64Z', 'paper'),
    wash('M27 38L72 12C78 30 81 54 79 75L33 64Z', '#E2574A'),
    fill('M48 26L60 19C65 36 67 54 66 72L52 68.500C53 54 52 40 48 26Z', 'paper'),
    line('M27 38L72 12C78 30 81 54 79 75L33 64', 1.1),
    line('M48 26C52 40 53 54 52 68M60 19C65 36 67 54 66 72', 0.7),
    ...shape('M27 38C14 40 7 48 9 56C11 64 22 67 33 64C30 57 28 47 27 38Z', 'grijs1', 1.05),
    fill(oval(75.500, 43.500, 5.5, 32, -5), '#7E1414'),
    line(oval(75.500, 43.500, 5.5, 32, -5), 1),
    line('M87 27L96 20M90 43L100 43M88 59L97 65', 1.2, 'oranje'),
  ],
});

const telefoon: Stamp = stampOf({
  id: 'telefoon',
  nl: 'telefoon',
  en: 'phone',
  tags: ['gsm', 'smartphone', 'bellen', 'bericht', 'WhatsApp', 'contact', 'mobile', 'call', 'message', 'chat'],
  altNl: 'Een telefoon met berichten',
  altEn: 'A phone with messages',
  ops: () => [
    fill('M26 11C26 6 29 4 33 4L67 4C71 4 74 6 74 11L75 89C75 94 72 97 67 97L34 97C29 97 26 94 26 89Z', '#3A3733'),
    fill('M31 13L69.500 13L70 83L31 83Z', 'paper'),
    line('M26 11C26 6 29 4 33 4L67 4C71 4 74 6 74 11L75 89C75 94 72 97 67 97L34 97C29 97 26 94 26 89Z', 1),
    line('M45 8.500L56 8.500', 0.8, 'paper'),
    fill(oval(50.500, 90, 3), 'paper'),
    fill('M36 22C36 20 37 19 39 19L59 19C61 19 62 20 62 22L62 33C62 35 61 36 59 36L45 36L39 41L39 36C37 36 36 35 36 33Z', '#8CCB9F'),
    line('M36 22C36 20 37 19 39 19L59 19C61 19 62 20 62 22L62 33C62 35 61 36 59 36L45 36L39 41L39 36C37 36 36 35 36 33Z', 0.7),
    inner('M41 25L57 25M41 30L52 30', 0.6),
    fill('M65 51C65 49 64 48 62 48L46 48C44 48 43 49 43 51L43 62C43 64 44 65 46 65L57 65L63 70L62 65C64 65 65 64 65 62Z', '#A9CDF0'),
    line('M65 51C65 49 64 48 62 48L46 48C44 48 43 49 43 51L43 62C43 64 44 65 46 65L57 65L63 70L62 65C64 65 65 64 65 62Z', 0.7),
    fill(placedPath(SMALL_HEART, { x: 54, y: 56.500, scale: 0.45 }), 'rood'),
    inner('M37 76L58 76', 0.6, 'grijs2'),
    line('M82 30Q88 42 82 54M89 23Q98 42 89 61M18 30Q12 42 18 54M11 23Q2 42 11 61', 0.95, 'oranje'),
  ],
});

const oor: Stamp = stampOf({
  id: 'oor',
  nl: 'oor',
  en: 'ear',
  tags: ['luisteren', 'horen', 'aandacht', 'listen', 'hear', 'attention'],
  altNl: 'Een luisterend oor',
  altEn: 'A listening ear',
  ops: () => [
    fill('M30 62C18 40 24 8 54 8C80 8 90 34 80 54C74 66 64 68 60 80C56 94 36 98 32 82C30 76 33 70 30 62Z', 'paper'),
    wash('M30 62C18 40 24 8 54 8C80 8 90 34 80 54C74 66 64 68 60 80C56 94 36 98 32 82C30 76 33 70 30 62Z', '#F2C9A4'),
    line('M30 62C18 40 24 8 54 8C80 8 90 34 80 54C74 66 64 68 60 80C56 94 36 98 32 82', 1.2),
    line('M36 44C32 26 44 18 55 19C69 20 74 36 66 47C62 53 56 52 54 58', 1),
    line('M46 46C52 40 60 46 56 54C52 62 44 62 45 72', 0.95),
    line('M16 34Q8 46 14 60M6 26Q-2 46 5 68', 1.1, 'oranje'),
  ],
});

const brief: Stamp = stampOf({
  id: 'brief',
  nl: 'brief',
  en: 'letter',
  tags: ['post', 'envelop', 'bericht', 'uitnodiging', 'mail', 'envelope', 'message', 'invitation'],
  altNl: 'Een envelop met een rood zegel in de vorm van een hart',
  altEn: 'An envelope with a red heart-shaped seal',
  ops: () => [
    ...shape('M7 25L93 25L93 80L7 80Z', '#F8E3C2', 1.1),
    line('M8 79L39 51M92 79L61 51', 0.85),
    fill('M7 25L93 25L55 58C52 60 48 60 45 58Z', '#F3D3A2'),
    line('M7 25L93 25L55 58C52 60 48 60 45 58Z', 1.05),
    fill(placedPath(SMALL_HEART, { x: 50, y: 56, scale: 1 }), 'rood'),
    line(placedPath(SMALL_HEART, { x: 50, y: 56, scale: 1 }), 0.75),
  ],
});

const boek: Stamp = stampOf({
  id: 'boek',
  nl: 'boek',
  en: 'book',
  tags: ['lezen', 'leren', 'verhaal', 'bibliotheek', 'kennis', 'read', 'learn', 'story', 'library', 'knowledge'],
  altNl: 'Een open boek',
  altEn: 'An open book',
  ops: () => [
    ground(6, 94, 88),
    fill('M4 28L50 34L96 28L96 84L50 90L4 84Z', '#1D3F94'),
    line('M4 28L4 84L50 90L96 84L96 28', 1.05),
    fill('M9 20C24 14 42 18 50 28C58 18 76 14 91 20L91 78C76 72 58 76 50 84C42 76 24 72 9 78Z', 'paper'),
    fill('M50 28C44 20 34 17 24 17C36 20 44 26 46 34L46 80C48 81 49 83 50 84Z', 'grijs1'),
    line('M9 20C24 14 42 18 50 28C58 18 76 14 91 20L91 78C76 72 58 76 50 84C42 76 24 72 9 78ZM50 28L50 84', 1.05),
    inner('M17 30C26 27 34 29 41 34M17 42C26 39 34 41 41 46M17 54C26 51 34 53 41 58M17 66C26 63 34 65 41 70M83 30C74 27 66 29 59 34M83 42C74 39 66 41 59 46M83 54C74 51 66 53 59 58M83 66C74 63 66 65 59 70', 0.6, 'grijs2'),
  ],
});

const muziek: Stamp = stampOf({
  id: 'muziek',
  nl: 'muziek',
  en: 'music',
  tags: ['muzieknoot', 'lied', 'zingen', 'feest', 'concert', 'klank', 'note', 'song', 'sing', 'party'],
  altNl: 'Muzieknoten',
  altEn: 'Musical notes',
  ops: () => [
    fill('M32 22L84 10L84 24L32 36Z', 'ink'),
    line('M34 24L34 76M82 12L82 66', 1.5),
    fill(oval(23, 78, 12.500, 9.500, -18), 'ink'),
    fill(oval(71, 68, 12.500, 9.500, -18), 'ink'),
    line('M8 30C4 34 4 40 8 44M94 42C98 46 98 52 94 56M48 88C52 92 58 92 62 89', 1, 'oranje'),
    inner('M17 76C19 73 23 72 26 72M65 66C67 63 71 62 74 62', 0.7, '#8A8278'),
  ],
});

/** Talking, listening and telling. */
export const talkStamps: readonly Stamp[] = [tekstballon, denkwolk, megafoon, telefoon, oor, brief, boek, muziek];
