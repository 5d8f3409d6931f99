import { useCallback, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { tablesOf } from '../../../shared/board/board.ts';
import type { CallName, Calls } from '../../../shared/contract/contract.ts';
import type { DoorAddress, Joining } from '../../../shared/contract/door.ts';
import { DoorPanel } from '../../panels/door/DoorPanel.tsx';
import { useWords } from '../../words.ts';
import { useBoard } from '../useStored.ts';
import { DeskHelpers } from './DeskHelpers.tsx';
import type { DeskSession } from './deskSession.ts';
import { useHandout } from './useHandout.ts';
import { useSeats } from './useSeats.ts';

/** Wires the room door: networks of this laptop, open and close, whether phones get in, codes of the seats. */
export function DeskDoor({ desk, onDismiss }: { readonly desk: DeskSession; readonly onDismiss: () => void }) {
  const { board } = useBoard(desk.store);
  const door = useStore(desk.desk, (state) => state.door);
  const [addresses, setAddresses] = useState<readonly DoorAddress[] | null>(null);
  const [platform, setPlatform] = useState('');
  const { locale } = useWords();
  const [made, make] = useHandout(desk);
  const print = (url: string): void => make({ format: 'pdf', content: { kind: 'seatCards', url }, pages: 'all', paper: 'a4', orientation: 'portrait', margins: 'usual', background: 'paper', tile: null, dpi: 300, publicVersion: false, charter: false, svgText: 'text', locale });
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
