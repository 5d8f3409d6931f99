import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { pagesOf } from '../../../shared/board/board.ts';
import { NO_ORDER } from '../../../shared/board/runningOrder.ts';
import { waitingCards } from '../../../shared/harvest/placeWaiting.ts';
import { roomOf, type DisplayInfo, type RoomState } from '../../../shared/contract/room.ts';
import { actionNamed } from '../../actions/list.ts';
import { nextFrame, openRoom, roomViewOf } from '../../actions/roomActions.ts';
import { addPage } from '../../actions/viewActions.ts';
import { RoomBeside } from '../../panels/desk/RoomBeside.tsx';
import { FoldedRail } from '../../panels/rail/FoldedRail.tsx';
import { Rail } from '../../panels/rail/Rail.tsx';
import { StepSign } from '../../panels/rail/StepSign.tsx';
import type { RoomStripProps } from '../../panels/rail/RoomStrip.tsx';
import type { Saved } from '../../panels/rail/SavedSign.tsx';
import type { BoardView } from '../../state/boardStore.ts';
import { useWords, type Say } from '../../words.ts';
import { useBoard } from '../useStored.ts';
import type { DeskSession } from './deskSession.ts';
import { useFarTexts } from './farTexts.ts';
import { PagePicture } from './PagePicture.tsx';
import { placeWaiting } from './placeWaiting.ts';
import { RoomSight } from './RoomSight.tsx';
import { troubleText } from './troubleText.ts';

/** What the sign says: safe only for what is on disk. */
function savedOf({ saved }: BoardView, t: Say): Saved {
  if (saved.trouble) return { kind: 'trouble', text: troubleText(t, saved.trouble.code, saved.trouble.detail) };
  return saved.safe ? { kind: 'saved', atMs: saved.savedMs } : { kind: 'saving' };
}

/** The displays of this laptop, while cables are plugged and pulled; none in a browser. */
function useDisplays({ host }: DeskSession): readonly DisplayInfo[] {
  const [displays, setDisplays] = useState<readonly DisplayInfo[]>([]);
  useEffect(() => {
    void host.call('room.displays', {}).then((known) => { if (known.ok) setDisplays(known.value); });
    return host.on('room.displays', setDisplays);
  }, [host]);
  return displays;
}

/** What the room sees and the ways to change it, for the strip in the rail and for the large view under the sheet. */
function useRoomStrip(desk: DeskSession, roomState: RoomState, widthPx: number): RoomStripProps {
  const room = useStore(desk.desk, (state) => state.room);
  useStore(desk.desk, (state) => state.round);
  const displays = useDisplays(desk);
  const { found } = useFarTexts(desk);
  const setRoom = (part: Partial<typeof room>): void => desk.desk.setState({ room: { ...room, ...part } });
  return {
    shows: roomOf(desk.store.id, roomState), mode: room.mode, curtain: room.curtain, scene: roomViewOf(desk).scene.kind,
    thumbnail: <RoomSight desk={desk} widthPx={widthPx} />,
    onMode: (mode) => setRoom({ mode }), onFrame: nextFrame(desk) === null ? null : () => actionNamed('room.frame')?.run(desk), onCurtain: (curtain) => setRoom({ curtain }),
    onOpen: () => void openRoom(desk), far: found.length, onFar: () => actionNamed('panel.far')?.run(desk), displays, display: roomState.display,
    onDisplay: (chosen) => { desk.settings.change({ roomDisplay: chosen.id }); void openRoom(desk); },
    onClose: () => void desk.host.call('room.close', {}),
  };
}

/** What the room sees, large under the sheet while the room votes. */
export function DeskRoomBeside({ desk, roomState }: { readonly desk: DeskSession; readonly roomState: RoomState }) {
  useBoard(desk.store);
  return <RoomBeside {...useRoomStrip(desk, roomState, 720)} />;
}

/** Wires the rail: board, saving, room, waiting words and pages. */
export function DeskRail({ desk, roomState, onLeave }: { readonly desk: DeskSession; readonly roomState: RoomState; readonly onLeave: () => void }) {
  const { t } = useWords();
  const view = useBoard(desk.store);
  const page = useStore(desk.desk, (state) => state.page);
  const panel = useStore(desk.desk, (state) => state.panel);
  const found = useStore(desk.desk, (state) => state.found);
  const room = useRoomStrip(desk, roomState, 150);
  const waitingIdeas = useStore(desk.desk, ({ ideas }) => ideas.ideas.filter(({ state }) => state === 'waiting').length);

  const { board } = view;
  return (
    <Rail
      title={board.title}
      onRename={(title) => desk.store.do({ type: 'board.rename', title })}
      onBack={onLeave}
      saved={savedOf(view, t)}
      room={room}
      waiting={{ found, words: waitingCards(board).map((card) => ({ id: card.id, text: card.text, table: card.mentions[0]?.table ? (board.tables[card.mentions[0].table] ?? null) : null })), onPlace: (id) => placeWaiting(desk, id) }}
      inbox={{ waiting: waitingIdeas, onPress: () => actionNamed('panel.ideas')?.run(desk) }}
      step={<StepSign order={board.runningOrder ?? NO_ORDER} onPress={() => actionNamed('panel.order')?.run(desk)} />}
      layers={{ open: !board.layers.prepared.locked, shown: panel === 'layers', onPress: () => actionNamed('panel.layers')?.run(desk) }}
      pages={{
        pages: pagesOf(board), active: page, onPage: (id) => desk.desk.setState({ page: id }), onAdd: () => addPage(desk),
        thumbnail: (id, widthPx) => <PagePicture desk={desk} page={id} widthPx={widthPx} />,
        onRename: (id, title) => { const record = board.pages[id]; if (record) desk.store.do({ type: 'page.put', page: { ...record, title } }); },
      }}
    />
  );
}

/** The rail in a narrow window: signs only. */
export function DeskFoldedRail({ desk, roomState }: { readonly desk: DeskSession; readonly roomState: RoomState }) {
  const { t } = useWords();
  const view = useBoard(desk.store);
  const curtain = useStore(desk.desk, (state) => state.room.curtain);
  return <FoldedRail saved={savedOf(view, t)} shows={roomOf(desk.store.id, roomState)} curtain={curtain} waiting={waitingCards(view.board).length} preparedOpen={!view.board.layers.prepared.locked} />;
}
