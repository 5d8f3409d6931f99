/**
 * Where an export is. Only one of the two ways out of `painting` is taken: cancelled by the user, or closing, when all
 * is painted and the file takes its name, which is not stopped any more.
 */
export const PHASE = { painting: 0, cancelled: 1, closing: 2 } as const;
