import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { PageId } from '../../../shared/base/ids.ts';
import type { Size } from '../../../shared/geometry/box.ts';
import { readableUnits, tooSmall, type FarText, type Seats } from '../../../shared/scene/farReading.ts';
import type { BoardView } from '../../state/boardStore.ts';
import type { RoomChoice } from '../../state/deskStore.ts';
import { aimOf } from '../room/roomCamera.ts';
import { useBoard } from '../useStored.ts';
import type { DeskSession } from './deskSession.ts';

/** What the room sees of a page: a frame is nearer, everything else is judged by the whole page. */
function shownOf(view: BoardView, page: PageId, { mode, frame }: RoomChoice): Size | null {
  return aimOf(view, { mode: mode === 'frame' ? 'frame' : 'whole', page, frame, deskView: { x: 0, y: 0, w: 1, h: 1 } });
}

/** The lettering on the page in view that the last row cannot read, worked out when marks or seats have changed. */
export function useFarTexts(desk: DeskSession): { readonly seats: Seats; readonly leastUnits: number; readonly found: readonly FarText[] } {
  const view = useBoard(desk.store);
  const page = useStore(desk.desk, (state) => state.page);
  const room = useStore(desk.desk, (state) => state.room);
  const distanceM = useStore(desk.settings, (settings) => settings.roomDistanceM);
  const pictureM = useStore(desk.settings, (settings) => settings.roomPictureM);
  const shown = shownOf(view, page, room);
  const leastUnits = shown ? readableUnits({ distanceM, pictureM }, shown) : 0;
  const { board } = view;
  const found = useMemo(() => tooSmall(board, page, leastUnits), [board, page, leastUnits]);
  return { seats: { distanceM, pictureM }, leastUnits, found };
}
