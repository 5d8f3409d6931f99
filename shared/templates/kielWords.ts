import type { InBoth } from './template.ts';

/** All that is lettered on the sheets of a day of working together, and the alt texts of its stamps. */
export type KielWords = {
  readonly day: string;
  readonly place: string;
  readonly steps: readonly [string, string, string, string, string];
  readonly welcome: string;
  readonly whole: string;
  readonly rings: readonly [string, string, string];
  readonly plea: string;
  readonly rulesHeading: string;
  readonly rules: readonly [string, string, string];
  readonly circles: string;
  readonly circlesHow: string;
  readonly questions: readonly [string, string, string];
  readonly hints: readonly [string, string, string];
  readonly dream: string;
  readonly traits: string;
  readonly metaphors: string;
  readonly hello: string;
  readonly soon: string;
  readonly themes: string;
  readonly themesAsk: string;
  readonly ground: string;
  readonly groundAsk: string;
  readonly charter: string;
  readonly forNow: string;
  readonly carried: string;
  readonly signing: string;
  readonly roles: readonly [string, string, string, string, string, string];
  readonly heading: string;
  readonly carrier: string;
  readonly alt: { readonly [stamp: string]: string };
};

export const kielWords: InBoth<KielWords> = {
  nl: {
    day: 'Samenwerkingsdag', place: 'Kiel, Antwerpen',
    steps: ['Welkom', 'Ontwikkelcirkels', 'Droomwijk', "Thema's", 'Charter'],
    welcome: 'Welkom in het Kiel',
    whole: 'de wijk is\nons groter geheel',
    rings: ['de wijk', 'je vak', 'je organisatie'],
    plea: 'Wat raakt je in het pleidooi?',
    rulesHeading: 'Vandaag',
    rules: ['dromen eerst, problemen even niet', 'we kijken naar onszelf, niet naar wie er niet is', 'acties komen later, nu mag het groot'],
    circles: 'Ontwikkelcirkels',
    circlesHow: 'zeven groepen, drie vragen, iedereen komt aan de beurt',
    questions: ['Wat heb jij\nmet de wijk?', 'Wat drijft jou?', 'Hoe ziet je\ndroomwijk eruit?'],
    hints: ['Woon je er? Hou je ervan?', 'Waar sta je voor? Welk verschil wil je maken?', 'Welke kenmerken? Welk beeld leeft er in jou?'],
    dream: 'Droomwijk Kiel', traits: 'Kenmerken', metaphors: 'Metaforen', hello: 'dag!', soon: 'straks: ons charter',
    themes: "Thema's van samenwerking", themesAsk: 'Hier gaan we samen voor', ground: 'Het fundament', groundAsk: 'Waar steunt het op?',
    charter: 'Charter van samenwerking', forNow: 'voor nu; we passen het aan als het nodig is', carried: 'Wie houdt dit levend?', signing: 'Een naam zetten is een vrije keuze. Je rol volstaat.',
    roles: ['stadsmarinier', 'jeugdwerk', 'cultuur', 'politie', 'medewerkers stad', 'begeleider'],
    heading: 'Samenwerkingscharter Kiel', carrier: 'de stadsmarinier',
    alt: {
      zon: 'Zon', huis: 'Huis met een hart', flat: 'Flatgebouw', boom: 'Boom', school: 'School', bank: 'Bank', mensen: 'Mensen', kring: 'Mensen in een kring', tafel: 'Tafel',
      rat: 'De Kielse rat', megafoon: 'Megafoon', hart: 'Hart', vuur: 'Vuur', denkwolk: 'Denkwolk', handdruk: 'Handdruk', gloeilamp: 'Gloeilamp', potlood: 'Potlood', fiets: 'Fiets', deur: 'Open deur',
    },
  },
  en: {
    day: 'Day of working together', place: 'Kiel, Antwerp',
    steps: ['Welcome', 'Circles', 'Dream neighbourhood', 'Themes', 'Charter'],
    welcome: 'Welcome to the Kiel',
    whole: 'the neighbourhood\nis our larger whole',
    rings: ['the neighbourhood', 'your craft', 'your organisation'],
    plea: 'What moves you in the plea?',
    rulesHeading: 'Today',
    rules: ['dreams first, problems another day', 'we look at ourselves, not at who is absent', 'actions come later, now think big'],
    circles: 'Circles',
    circlesHow: 'seven groups, three questions, everyone has a turn',
    questions: ['What ties you\nto this place?', 'What drives you?', 'What does your\ndream look like?'],
    hints: ['Do you live here? Do you love it?', 'What do you stand for? What difference do you want to make?', 'Which traits? Which image lives in you?'],
    dream: 'Dream Kiel', traits: 'Traits', metaphors: 'Metaphors', hello: 'hello!', soon: 'later: our charter',
    themes: 'Themes we share', themesAsk: 'What we go for together', ground: 'The foundation', groundAsk: 'What does it rest on?',
    charter: 'Charter of collaboration', forNow: 'for now; we change it when we need to', carried: 'Who keeps this alive?', signing: 'Giving your name is up to you. Your role is enough.',
    roles: ['city marine', 'youth work', 'culture', 'police', 'city staff', 'facilitator'],
    heading: 'Charter of collaboration, Kiel', carrier: 'the city marine',
    alt: {
      zon: 'Sun', huis: 'House with a heart', flat: 'Block of flats', boom: 'Tree', school: 'School', bank: 'Bench', mensen: 'People', kring: 'People in a circle', tafel: 'Table',
      rat: 'The rat of the Kiel', megafoon: 'Megaphone', hart: 'Heart', vuur: 'Fire', denkwolk: 'Thought bubble', handdruk: 'Handshake', gloeilamp: 'Light bulb', potlood: 'Pencil', fiets: 'Bicycle', deur: 'Open door',
    },
  },
};
