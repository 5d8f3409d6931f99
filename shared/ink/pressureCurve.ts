/** How much a hand has to push, −1 (soft: a light hand draws full lines) to 1 (hard: only a heavy hand does); 0 leaves pressure as it comes. */
export type Firmness = number;

/** Exponent of the curve at firmness 1; at −1 it is the inverse, so that soft and hard mirror each other. */
const FIRMEST = 2.6;

/**
 * The pressure that a hand means: a power curve through (0,0) and (1,1), as pen drivers and drawing apps have it
 * (a gamma curve; firmness −1…1 is gamma 1/2.6…2.6). It rises everywhere, so no two pressures become one.
 * @param pressure 0–1, as the device gives it
 */
export function meantPressure(pressure: number, firmness: Firmness): number {
  const given = Math.min(1, Math.max(0, pressure));
  return firmness === 0 ? given : given ** (FIRMEST ** firmness);
}
