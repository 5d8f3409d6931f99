import type { Size } from '../../../shared/geometry/box.ts';

/**
 * The room screen is laid out on a stage that is 1920 units wide, so that sizes of lettering can be held against the
 * distance of the last row: 13.5 × distance ÷ width of the picture is what eyes can just read (16 minutes of arc,
 * capitals of 0.66 em), 16.9 × the same is comfortable.
 */
export const STAGE_UNITS = 1920;
/** A picture that is lower than this for its width gets a wider stage instead of a lower one. */
const LOWEST_UNITS = 1020;

/** Lettering that is smaller cannot be read at ten metres on a picture of 2.4 m, stage units. */
export const FLOOR_UNITS = 56;
/** What must be read with ease, stage units. */
export const EASY_UNITS = 70;

/** A stage and how many pixels one of its units has. */
export type RoomStage = { readonly w: number; readonly h: number; readonly scale: number };

/** The stage of a picture of that many pixels. */
export function stageFor({ w, h }: Size): RoomStage {
  const scale = Math.max(1e-3, Math.min(w / STAGE_UNITS, h / LOWEST_UNITS));
  return { w: w / scale, h: h / scale, scale };
}
