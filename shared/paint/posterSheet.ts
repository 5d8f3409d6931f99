import { PALETTE } from '../board/palette.ts';
import { overlaps, type Size } from '../geometry/box.ts';
import { compose, transformBox, translation } from '../geometry/matrix.ts';
import { LINE, MOVE } from '../geometry/path.ts';
import type { SceneNode } from '../scene/sceneNode.ts';
import { paintNode } from './paintScene.ts';
import { glueLines, posterCrops, posterSheetName, SHEET_MARGIN_MM, type HairLine, type Poster, type PosterSheet } from './poster.ts';
import type { Surface } from './surface.ts';

const HAIR_MM = 0.2;

/**
 * What one sheet shows of a page, on a surface that works in mm from the corner of the sheet.
 * @param nodes the whole page
 * @param pageSize board units
 * @param before called before each node; it may throw to break off
 */
export function paintPosterPart(surface: Surface, nodes: readonly SceneNode[], pageSize: Size, poster: Poster, { part }: PosterSheet, before: () => void): void {
  surface.push(translation(SHEET_MARGIN_MM, SHEET_MARGIN_MM));
  surface.clip({ x: 0, y: 0, w: part.w, h: part.h });
  surface.push(compose(translation(-part.x, -part.y), poster.toMm));
  surface.clip({ x: 0, y: 0, ...pageSize });
  for (const node of nodes) {
    before();
    if (overlaps(transformBox(poster.toMm, node.bounds), part)) paintNode(node, surface);
  }
  surface.pop();
  surface.pop();
}

/** Crop marks at the corners, dotted lines where the neighbour is glued over, and the sheet's name. In mm. */
export function paintPosterMarks(surface: Surface, sheet: PosterSheet, poster: Poster): void {
  const m = SHEET_MARGIN_MM;
  const cut = { x: m, y: m, w: sheet.part.w, h: sheet.part.h };
  const hair = ([x1, y1, x2, y2]: HairLine, dash: readonly number[]): void => surface.stroke({ data: [MOVE, x1, y1, LINE, x2, y2] }, PALETTE.grijs2, HAIR_MM, dash);
  for (const line of posterCrops(cut)) hair(line, []);
  for (const line of glueLines(sheet, cut)) hair(line, [1, 2]);
  const text = `${posterSheetName(sheet)}  (${poster.rows} × ${poster.columns})`;
  surface.letter({ runs: [{ text, rtl: false, xEm: 0, widthEm: 0 }], widthEm: 0 }, 'face', 3, m + 3, poster.sheetMm.h - 3, PALETTE.stil);
}
