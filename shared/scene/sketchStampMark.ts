import { pathFromSvg, transformPath, type Path } from '../geometry/path.ts';
import { scaling } from '../geometry/matrix.ts';
import type { StampMark } from '../board/marks.ts';
import { hexOf } from '../board/palette.ts';
import { knownDrawing } from '../stamps/knownDrawing.ts';
import { sketchStamp } from '../stamps/sketchStamp.ts';
import type { PaintOp } from './sceneNode.ts';

const libraryPaths = new Map<string, Path>();

/** The outline of a library stamp, read once. */
function libraryPath(outline: string): Path {
  let path = libraryPaths.get(outline);
  if (!path) libraryPaths.set(outline, (path = pathFromSvg(outline)));
  return path;
}

/** A stamp in a box of `sizeUnits`, drawn at that size so that a small one keeps its line width. */
export function sketchStampMark(mark: StampMark, sizeUnits: number): readonly PaintOp[] {
  if (mark.outline !== null) {
    const path = transformPath(scaling(sizeUnits / 100, sizeUnits / 100), libraryPath(mark.outline));
    return [{ op: 'fill', path, color: hexOf(mark.color ?? 'ink'), opacity: 1 }];
  }
  const stamp = knownDrawing(mark.stamp);
  if (!stamp) return [];
  return sketchStamp(stamp, sizeUnits, mark.color === null ? undefined : (hexOf(mark.color) as `#${string}`)).map(({ d, color }) => ({ op: 'fill', path: pathFromSvg(d), color, opacity: 1 }));
}
