import type { Locale } from '../board/board.ts';

/** What the result on a board says, in the language of the board: it is part of the drawing, whoever looks at it. */
export type ResultWords = {
  /** Who voted and how: "45 van 47 stemden, elk één stip". */
  readonly turnout: (cast: number, heads: number, dotsPerPerson: number) => string;
  /** A tie that was left as it is: "gelijke stand · 45 van 47 stemden". */
  readonly tie: (cast: number, heads: number) => string;
  /** A tie that lots decided: "na loting · 45 van 47 stemden". */
  readonly lots: (cast: number, heads: number) => string;
};

const NL = ['één', 'twee', 'drie', 'vier', 'vijf', 'zes', 'zeven', 'acht'];
const EN = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'];

/** The words of a result in both languages of a board. */
export const RESULT_WORDS: { readonly [locale in Locale]: ResultWords } = {
  nl: {
    turnout: (cast, heads, dots) => `${cast} van ${heads} stemden, elk ${NL[dots - 1] ?? dots} ${dots === 1 ? 'stip' : 'stippen'}`,
    tie: (cast, heads) => `gelijke stand · ${cast} van ${heads} stemden`,
    lots: (cast, heads) => `na loting · ${cast} van ${heads} stemden`,
  },
  en: {
    turnout: (cast, heads, dots) => `${cast} of ${heads} voted, ${EN[dots - 1] ?? dots} ${dots === 1 ? 'dot' : 'dots'} each`,
    tie: (cast, heads) => `a tie · ${cast} of ${heads} voted`,
    lots: (cast, heads) => `lots were drawn · ${cast} of ${heads} voted`,
  },
};
