import { DoorClosed, DoorOpen, Printer, RefreshCw } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { DoorAddress, DoorState, Joining } from '../../../shared/contract/door.ts';
import { useWords } from '../../words.ts';
import { Button } from '../parts/Button.tsx';
import { PanelFrame } from '../parts/PanelFrame.tsx';
import { QrCode } from '../parts/QrCode.tsx';
import { Segment } from '../parts/Segment.tsx';
import { AddressList } from './AddressList.tsx';
import { CopyButton } from './CopyButton.tsx';
import styles from './DoorPanel.module.css';
import { PhoneCheck } from './PhoneCheck.tsx';
import { SeatCards, type CardsMade } from './SeatCards.tsx';
import { SeatsInUse, type SeatsInUseProps } from './SeatsInUse.tsx';

export type DoorPanelProps = {
  readonly door: DoorState;
  /** Likely ones first; null while they are being looked for. */
  readonly addresses: readonly DoorAddress[] | null;
  readonly platform: string;
  /** Seat cards of the board, spare ones included. */
  readonly cards: number | null;
  readonly cardsMade: CardsMade;
  /** The seats in use, and how they are made free. */
  readonly seats: SeatsInUseProps;
  readonly onLookAgain: () => void;
  readonly onOpen: (address: string, joining: Joining) => void;
  readonly onClose: () => void;
  readonly onPrint: () => void;
  /** Before the door is open: cards can be printed days ahead. */
  readonly onPrintAhead: () => void;
  /** Makes new codes; false when that was refused. */
  readonly onRenew: () => Promise<boolean>;
  readonly onCopy: (text: string) => void;
  readonly onVote: () => void;
  readonly onDismiss: () => void;
  /** Who helps; shown while the door is open. */
  readonly children?: ReactNode;
};

/** What a phone opens, without what one need not type. */
const shortUrl = (url: string): string => url.replace(/^http:\/\//, '').replace(/\/$/, '');

function JoiningChoice({ joining, onJoining }: { readonly joining: Joining; readonly onJoining: (joining: Joining) => void }) {
  const { t } = useWords();
  return (
    <>
      <h3 className={styles.title}>{t('door.joiningTitle')}</h3>
      <Segment name={t('door.joiningTitle')} wide value={joining} onChange={onJoining} options={(['codes', 'open'] as const).map((value) => ({ value, label: t(`door.joining.${value}`) }))} />
      <p className={styles.text}>{t(`door.joiningText.${joining}`)}</p>
    </>
  );
}

/** Before: through which network, and who may come in. */
function ClosedDoor({ addresses, chosen, joining, onChoose, onJoining, onLookAgain }: Pick<DoorPanelProps, 'addresses' | 'onLookAgain'> & { readonly chosen: string | null; readonly joining: Joining; readonly onChoose: (address: string) => void; readonly onJoining: (joining: Joining) => void }) {
  const { t } = useWords();
  return (
    <>
      {addresses?.length === 0
        ? (
          <>
            <p className={styles.none}><b>{t('door.noNetwork')}</b> {t('door.noNetworkText')}</p>
            <Button kind="quiet" icon={<RefreshCw size={17} strokeWidth={1.9} aria-hidden />} onPress={onLookAgain}>{t('door.again')}</Button>
          </>
        )
        : (
          <>
            <h3 className={styles.title}>{t('door.networks')}</h3>
            <AddressList addresses={addresses ?? []} chosen={chosen} onChoose={onChoose} onLookAgain={onLookAgain} />
          </>
        )}
      <JoiningChoice joining={joining} onJoining={onJoining} />
    </>
  );
}

/** Opens and closes the room to phones, shows whether they get in, and has the codes for the seats. */
export function DoorPanel(props: DoorPanelProps) {
  const { door, addresses, platform, cards, cardsMade, seats, onLookAgain, onOpen, onClose, onPrint, onPrintAhead, onRenew, onCopy, onVote, onDismiss, children } = props;
  const { t } = useWords();
  const [wanted, setWanted] = useState<string | null>(null);
  const [wantedJoining, setWantedJoining] = useState<Joining | null>(null);
  const known = addresses ?? [];
  const isThere = (address: string | null): boolean => known.some((one) => one.address === address);
  const chosen = isThere(wanted) ? wanted : isThere(door.address) ? door.address : (known[0]?.address ?? null);
  const joining = wantedJoining ?? door.joining;
  const lost = door.open && door.trouble !== null;

  return (
    // Open and closed are two panels to the keyboard: a second press of Enter must not close what the first has opened.
    <PanelFrame
      key={door.open ? 'open' : 'closed'}
      title={t('door.title')}
      about={t(door.open ? 'door.aboutOpen' : 'door.aboutClosed')}
      onClose={onDismiss}
      footer={door.open
        ? (
          <>
            <div className={styles.foot}>
              <Button icon={<DoorClosed size={19} strokeWidth={1.8} aria-hidden />} onPress={onClose}>{t('door.close')}</Button>
              <Button kind="quiet" onPress={onVote}>{t('door.toVote')}</Button>
            </div>
            <p className={styles.text}>{t('door.closeNote')}</p>
          </>
        )
        : (
          <div className={styles.foot}>
            <Button kind={chosen === null ? 'wanting' : 'main'} large icon={<DoorOpen size={20} strokeWidth={1.9} aria-hidden />} onPress={() => { if (chosen === null) onLookAgain(); else onOpen(chosen, joining); }}>{t('door.open')}</Button>
          </div>
        )}
    >
      {door.trouble !== null && <p className={styles.trouble} role="alert">{t(`door.trouble.${door.trouble}`)}</p>}
      {!door.open && <ClosedDoor addresses={addresses} chosen={chosen} joining={joining} onChoose={setWanted} onJoining={setWantedJoining} onLookAgain={onLookAgain} />}
      {!door.open && joining === 'codes' && <Button kind="quiet" icon={<Printer size={18} strokeWidth={1.8} aria-hidden />} onPress={onPrintAhead}>{t('door.printAhead')}</Button>}
      {lost && (
        <div className={styles.part}>
          <h3 className={styles.title}>{t('door.networks')}</h3>
          <AddressList addresses={known} chosen={chosen} onChoose={setWanted} onLookAgain={onLookAgain} />
          <div className={styles.foot}>
            <Button kind={chosen === null ? 'wanting' : 'main'} onPress={() => { if (chosen === null) onLookAgain(); else onOpen(chosen, door.joining); }}>{t('door.move')}</Button>
          </div>
        </div>
      )}
      {door.open && door.url !== null && (
        <>
          <div className={styles.in}>
            <QrCode className={styles.qr} text={door.url} label={t('door.qr', { url: shortUrl(door.url) })} />
            <div className={styles.where}>
              <p className={styles.text}>{t('door.address')}</p>
              <p className={styles.url}>{shortUrl(door.url)}</p>
              <CopyButton what={t('door.address')} onCopy={() => { if (door.url !== null) onCopy(door.url); }} />
            </div>
          </div>
          <PhoneCheck door={door} platform={platform} onCopy={onCopy} />
          {door.joining === 'codes' && <SeatCards cards={cards} made={cardsMade} onPrint={onPrint} onRenew={onRenew} />}
          {door.joining === 'codes' && <SeatsInUse {...seats} />}
          {door.again > 0 && (
            <div className={styles.part} role="status">
              <h3 className={styles.title}>{t('door.sameAddress', { count: door.again })}</h3>
              <p className={styles.text}>{t('door.sameAddressText')}</p>
            </div>
          )}
          {children}
          <div className={styles.part}>
            <JoiningChoice joining={door.joining} onJoining={(next) => { if (door.address !== null) onOpen(door.address, next); }} />
          </div>
        </>
      )}
    </PanelFrame>
  );
}
