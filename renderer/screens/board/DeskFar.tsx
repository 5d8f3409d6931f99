import { markOf } from '../../../shared/board/buckets.ts';
import { showHit } from '../../actions/searchActions.ts';
import { FarPanel } from '../../panels/far/FarPanel.tsx';
import type { DeskSession } from './deskSession.ts';
import { useFarTexts } from './farTexts.ts';

/** Wires the list of what the last row cannot read. */
export function DeskFar({ desk, onDismiss }: { readonly desk: DeskSession; readonly onDismiss: () => void }) {
  const { seats, leastUnits, found } = useFarTexts(desk);
  return (
    <FarPanel
      seats={seats} leastUnits={leastUnits} found={found}
      onSeats={({ distanceM, pictureM }) => desk.settings.change({ roomDistanceM: distanceM, roomPictureM: pictureM })}
      onGoTo={(mark) => {
        const at = markOf(desk.store.get().board, mark);
        if (at) showHit(desk, { mark, page: at.page, waits: false });
        desk.desk.setState({ tool: 'select', selection: [mark] });
      }}
      onDismiss={() => { desk.desk.setState({ found: null }); onDismiss(); }}
    />
  );
}
