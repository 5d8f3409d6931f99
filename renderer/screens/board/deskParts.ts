import { later } from '../later.tsx';
import type { LatePart } from './fetchWhileIdle.ts';

/**
 * What can be drawn without: each of these comes when it is opened first, or before that when the desk has been still.
 * The palette is not among them, but part of the furniture: one types right on into it.
 */
export const DeskPanels = later(async () => (await import('./DeskPanels.tsx')).DeskPanels);
export const DeskExport = later(async () => (await import('./DeskExport.tsx')).DeskExport);
export const DeskSigning = later(async () => (await import('./DeskSigning.tsx')).DeskSigning);
export const DeskDue = later(async () => (await import('./DeskDue.tsx')).DeskDue);
export const DeskUntold = later(async () => (await import('./DeskUntold.tsx')).DeskUntold);
export const DeskPlayback = later(async () => (await import('./DeskPlayback.tsx')).DeskPlayback);
export const DeskHandles = later(async () => (await import('./DeskHandles.tsx')).DeskHandles);
export const CurtainSight = later(async () => (await import('./CurtainSight.tsx')).CurtainSight);
export const RoomVote = later(async () => (await import('../room/RoomVote.tsx')).RoomVote);

/** The drawings of our stamps: fetched before for a board that has some. */
const stampDrawings = { fetch: () => import('../../../shared/stamps/allDrawings.ts') };

/** What is fetched while the desk is still, in this order. */
export const LATE_PARTS: readonly LatePart[] = [stampDrawings, DeskHandles, DeskPanels, RoomVote, DeskExport, DeskSigning, DeskPlayback];
