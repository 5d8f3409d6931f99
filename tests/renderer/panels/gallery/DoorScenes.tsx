import { useState } from 'react';
import { CLOSED_DOOR, type DoorAddress, type DoorState } from '../../../../shared/contract/door.ts';
import { DoorPanel } from '../../../../renderer/panels/door/DoorPanel.tsx';
import { asId, type TableId } from '../../../../shared/base/ids.ts';
import type { SeatedTable } from '../../../../renderer/panels/door/SeatsInUse.tsx';
import { HelperPart } from '../../../../renderer/panels/door/HelperPart.tsx';
import { DeskScene } from './DeskScene.tsx';
import type { SceneProps } from './scenes.tsx';

const nothing = (): void => undefined;

/** Addresses of documentation networks (RFC 5737) and of a home network. */
const ADDRESSES: readonly DoorAddress[] = [
  { address: '192.168.8.20', name: 'Wi-Fi', kind: 'wifi' },
  { address: '192.0.2.14', name: 'Ethernet', kind: 'cable' },
  { address: '198.51.100.3', name: 'vEthernet (WSL)', kind: 'virtual' },
];
const OPEN: DoorState = { ...CLOSED_DOOR, open: true, address: '192.168.8.20', url: 'http://192.168.8.20:8080/', causes: ['firewall', 'wrongNetwork', 'isolation'] };

/** Three tables of which phones came in; two phones are asleep. */
const SEATED: readonly SeatedTable[] = ([[1, 'rood', [1, 2, 3, 4, 5, 6]], [2, 'petrol', [1, 2, 4, 7]], [5, 'violet', [2]]] as const).map(([number, color, seats]) => ({
  id: asId<TableId>(`t${number}`), number, color, taken: seats.map((seat) => ({ seat, here: seat !== 4 })),
}));

function Door({ hand, first }: SceneProps & { readonly first: DoorState }) {
  const [door, setDoor] = useState(first);
  const [invited, setInvited] = useState(false);
  const [told, setTold] = useState<readonly string[]>([]);
  const tell = (what: string): void => setTold((before) => [...before, what]);
  return (
    <DeskScene
      hand={hand}
      panel={(
        <>
          <DoorPanel
            door={door}
            addresses={ADDRESSES}
            platform="win32"
            cards={68}
            cardsMade="no"
            seats={{ tables: door.reached ? SEATED : [], onFree: (table, seat) => { tell(`free ${table} ${seat}`); return Promise.resolve(true); }, onFreeAll: () => { tell('freeAll'); return Promise.resolve(true); } }}
            onLookAgain={() => tell('look')}
            onOpen={(address, joining) => { tell(`open ${address} ${joining}`); setDoor({ ...OPEN, address, joining, url: `http://${address}:8080/` }); }}
            onClose={() => { tell('close'); setDoor(CLOSED_DOOR); }}
            onPrint={() => tell('print')}
            onPrintAhead={() => tell('print ahead')}
            onRenew={() => { tell('renew'); return Promise.resolve(told.includes('renew')); }}
            onCopy={(text) => tell(`copy ${text}`)}
            onVote={() => tell('vote')}
            onDismiss={nothing}
          >
            <HelperPart helpers={[{ id: 'h1', sinceMs: Date.UTC(2026, 10, 12, 18, 30), here: true }]} invitation={invited ? { url: 'http://192.168.8.20:8080/#helper=mUfa2cLq9Xw1', untilMs: Date.UTC(2026, 10, 12, 18, 40) } : null} onInvite={() => setInvited(true)} onRevoke={() => tell('revoke')} />
          </DoorPanel>
          <output className="aloud" data-testid="told">{told.join('|')}</output>
        </>
      )}
    />
  );
}

export function DoorClosedScene({ hand }: SceneProps) {
  return <Door hand={hand} first={CLOSED_DOOR} />;
}

export function DoorOpenScene({ hand }: SceneProps) {
  return <Door hand={hand} first={OPEN} />;
}

export function DoorReachedScene({ hand }: SceneProps) {
  return <Door hand={hand} first={{ ...OPEN, reached: true, phones: 12, causes: [] }} />;
}
