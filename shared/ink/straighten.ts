/** Places of a line, one after another, board units: the first `count` of each list, with the radius of the line there. */
export type LinePlaces = { count: number; readonly x: Float64Array; readonly y: Float64Array; readonly radius: Float64Array };

/**
 * Leaves out, in place, what makes no difference: a place that lies near the straight line between those before and after it that
 * stay, where the line is nearly as broad as it would be without it. From each place that stays one looks for the farthest that can
 * be reached within all gates on the way (C. M. Williams, An efficient algorithm for the piecewise linear approximation of planar
 * curves, Computer Graphics and Image Processing 8, 1978).
 * @param most how far the way may then lie from where it was, board units, and the radius farther than that from a place that stays
 */
export function straighten(line: LinePlaces, most: number): void {
  const { count, x, y, radius } = line;
  if (count < 3) return;
  let kept = 1, fromX = x[0] as number, fromY = y[0] as number, fromRadius = radius[0] as number;
  // What can be seen through all gates so far: between two directions, and between two ways of swelling.
  let isOpen = true, rightX = 0, rightY = 0, leftX = 0, leftY = 0, leastSwell = 0, mostSwell = 0, farthest = 0;
  for (let i = 1; i < count; i++) {
    let dx = (x[i] as number) - fromX, dy = (y[i] as number) - fromY, swell = (radius[i] as number) - fromRadius, far = Math.sqrt(dx * dx + dy * dy);
    const isSeen = isOpen || (rightX * dy - rightY * dx >= 0 && dx * leftY - dy * leftX >= 0 && swell >= leastSwell * far && swell <= mostSwell * far);
    if (far < farthest || !isSeen) {
      fromX = x[kept] = x[i - 1] as number; fromY = y[kept] = y[i - 1] as number; fromRadius = radius[kept] = radius[i - 1] as number;
      kept++;
      isOpen = true;
      dx = (x[i] as number) - fromX; dy = (y[i] as number) - fromY; swell = (radius[i] as number) - fromRadius; far = Math.sqrt(dx * dx + dy * dy);
    }
    farthest = far;
    if (far <= most) continue;
    const perUnit = 1 / far, sideX = -dy * most * perUnit, sideY = dx * most * perUnit;
    const toRightX = dx - sideX, toRightY = dy - sideY, toLeftX = dx + sideX, toLeftY = dy + sideY;
    const least = (swell - most) * perUnit, greatest = (swell + most) * perUnit;
    if (isOpen || rightX * toRightY - rightY * toRightX > 0) { rightX = toRightX; rightY = toRightY; }
    if (isOpen || toLeftX * leftY - toLeftY * leftX > 0) { leftX = toLeftX; leftY = toLeftY; }
    if (isOpen || least > leastSwell) leastSwell = least;
    if (isOpen || greatest < mostSwell) mostSwell = greatest;
    isOpen = false;
  }
  x[kept] = x[count - 1] as number; y[kept] = y[count - 1] as number; radius[kept] = radius[count - 1] as number;
  line.count = kept + 1;
}
