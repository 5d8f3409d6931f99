/** Four digits from the system's source of chance, short enough to be read aloud: the seed with which lots are drawn. */
export function lotNumber(): string {
  const [chance = 0] = crypto.getRandomValues(new Uint32Array(1));
  return String(1000 + (chance % 9000));
}
