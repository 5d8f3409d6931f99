/**
 * More marks than this are carried as one picture, and that picture stays until their tiles are painted anew: painting each of
 * them in every frame would not keep up with the hand.
 */
export const MOST_IN_HAND = 60;
