import { useCallback, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { tablesOf } from '../../../shared/board/board.ts';
import type { CallName, Calls } from '../../../shared/contract/contract.ts';
import type { DoorAddress, Joining } from '../../../shared/contract/door.ts';
import { fetchDownload } from '../../host/fetchDownload.ts';
import { DoorPanel } from '../../panels/door/DoorPanel.tsx';
import type { CardsMade } from '../../panels/door/SeatCards.tsx';
import { useWords } from '../../words.ts';
import { useBoard } from '../useStored.ts';
import { DeskHelpers } from './DeskHelpers.tsx';
import type { DeskSession } from './deskSession.ts';
import { useSeats } from './useSeats.ts';

/** Makes the seat cards and says how far they are. */
function useSeatCards(desk: DeskSession): readonly [CardsMade, (url: string) => void] {
  const { locale } = useWords();
  const [made, setMade] = useState<CardsMade>('no');
  const [job, setJob] = useState<string | null>(null);
  useEffect(() => desk.host.on('exports.progress', (progress) => {
    if (progress.job !== job || progress.state === 'running') return;
    setMade(progress.state === 'done' ? 'done' : 'no');
    if (progress.state === 'done' && progress.url !== null) fetchDownload(progress.url);
    if (progress.state === 'failed') desk.notices.tell(progress.trouble);
  }), [desk, job]);
  const print = useCallback((url: string): void => {
    void (async () => {
      setMade('busy');
      await desk.store.settled();
      const started = await desk.host.call('exports.start', {
        board: desk.store.id,
        request: { format: 'pdf', content: { kind: 'seatCards', url }, pages: 'all', paper: 'a4', orientation: 'portrait', margins: 'usual', background: 'paper', tile: null, dpi: 300, publicVersion: false, charter: false, svgText: 'text', locale },
      });
      if (!started.ok) desk.notices.tell(started.trouble);
      if (started.ok && started.value) setJob(started.value.job);
      else setMade('no');
    })();
  }, [desk, locale]);
  return [made, print];
}

/** Wires the room door: networks of this laptop, open and close, whether phones get in, codes of the seats. */
export function DeskDoor({ desk, onDismiss }: { readonly desk: DeskSession; readonly onDismiss: () => void }) {
  const { board } = useBoard(desk.store);
  const door = useStore(desk.desk, (state) => state.door);
  const [addresses, setAddresses] = useState<readonly DoorAddress[] | null>(null);
  const [platform, setPlatform] = useState('');
  const [made, print] = useSeatCards(desk);
  const tables = tablesOf(board);

  const ask = useCallback(async <Name extends CallName>(name: Name, input: Calls[Name]['in']): Promise<Calls[Name]['out'] | null> => {
    const result = await desk.host.call(name, input);
    if (result.ok) return result.value;
    desk.notices.tell(result.trouble);
    return null;
  }, [desk]);
  const look = useCallback(() => void ask('door.addresses', {}).then((found) => { if (found) setAddresses(found); }), [ask]);
  useEffect(() => {
    look();
    void ask('app.info', {}).then((info) => { if (info) setPlatform(info.platform); });
  }, [ask, look]);
  // Another network may be there since the old one went.
  useEffect(() => { if (door.trouble !== null) look(); }, [door.trouble, look]);
  const seats = useSeats(ask, desk.store.id, door, tables);

  const open = (address: string, joining: Joining): void => void (async () => {
    await desk.store.settled();
    const state = await ask('door.open', { board: desk.store.id, address, joining });
    if (state) desk.desk.setState({ door: state });
  })();
  return (
    <DoorPanel
      door={door}
      addresses={addresses}
      platform={platform}
      cards={seats.cards}
      cardsMade={made}
      seats={seats.inUse}
      onLookAgain={look}
      onOpen={open}
      onClose={() => void ask('door.close', {}).then((state) => { if (state) desk.desk.setState({ door: state }); })}
      onPrint={() => { if (door.url !== null) print(door.url); }}
      onPrintAhead={() => desk.desk.setState({ panel: 'export', exporting: { content: { kind: 'seatCards', url: null }, toPrint: false } })}
      onRenew={seats.renew}
      onCopy={(text) => void navigator.clipboard.writeText(text)}
      onVote={() => desk.desk.setState({ panel: 'vote' })}
      onDismiss={onDismiss}
    >
      <DeskHelpers desk={desk} />
    </DoorPanel>
  );
}
