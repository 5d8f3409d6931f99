import { Check, MonitorUp, PenLine, RefreshCw, Smartphone, TriangleAlert, Usb } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { DoorAddress, DoorState } from '../../../shared/contract/door.ts';
import type { DisplayInfo } from '../../../shared/contract/room.ts';
import { PAGE_SIZE } from '../../../shared/board/board.ts';
import { readableUnits, type Seats } from '../../../shared/scene/farReading.ts';
import { SeatsFields } from '../../panels/far/SeatsFields.tsx';
import { Button } from '../../panels/parts/Button.tsx';
import { timeText } from '../../panels/parts/whenText.ts';
import { useWords } from '../../words.ts';
import type { PressureVerdict } from '../../stage/judgePressure.ts';
import { PressureField } from './PressureField.tsx';
import styles from './RoomCheck.module.css';

export type RoomCheckProps = {
  /** Null where displays cannot be asked for, as in a browser. */
  readonly displays: readonly DisplayInfo[] | null;
  readonly mirrored: boolean;
  /** Null when it is not known: the line is then left out. */
  readonly diskFreeBytes: number | null;
  /** Null when it is not known: the line is then left out. */
  readonly secondCopy: { readonly folder: string | null; readonly onChoose: () => void } | null;
  /** Where phones could reach this laptop, the likeliest; null without any network, undefined while it is not known. */
  readonly network: DoorAddress | null | undefined;
  /** When a phone last came in since the app started, and on which address; null when none was tried. */
  readonly phone: DoorState['cameIn'];
  /** How the room sits, asked once: what the last row can read. */
  readonly seats: { readonly now: Seats; readonly onChange: (seats: Seats) => void };
  readonly onAgain: () => void;
};

type Verdict = 'ok' | 'attention' | 'open';
/** Below this a day with pictures and copies becomes tight. */
const LOW_DISK_BYTES = 2_000_000_000;

function Line({ verdict, icon, title, text, children }: { readonly verdict: Verdict; readonly icon: ReactNode; readonly title: string; readonly text: string; readonly children?: ReactNode }) {
  const { t } = useWords();
  return (
    <li className={styles.line}>
      <span className={styles.sign} data-verdict={verdict} role="img" aria-label={t(`check.${verdict}`)}>
        {verdict === 'ok' ? <Check size={19} strokeWidth={2.2} /> : verdict === 'attention' ? <TriangleAlert size={19} strokeWidth={2} /> : icon}
      </span>
      <div className={styles.words}>
        <p className={styles.name}>{title}</p>
        <p className={styles.text}>{text}</p>
        {children}
      </div>
    </li>
  );
}

function ProjectorLine({ displays, mirrored }: Pick<RoomCheckProps, 'displays' | 'mirrored'>) {
  const { t } = useWords();
  const icon = <MonitorUp size={18} strokeWidth={1.9} />;
  const second = displays?.find(({ holdsDesk }) => !holdsDesk);
  if (displays === null) return <Line verdict="open" icon={icon} title={t('check.projector')} text={t('check.projectorUnknown')} />;
  if (mirrored) return <Line verdict="attention" icon={icon} title={t('check.projectorMirrored')} text={t('check.projectorMirroredText')} />;
  if (!second) return <Line verdict="open" icon={icon} title={t('check.projectorNone')} text={t('check.projectorNoneText')} />;
  return <Line verdict="ok" icon={icon} title={t('check.projector')} text={t('check.projectorFound', { size: `${second.widthPx} × ${second.heightPx}` })} />;
}

function PressureLine() {
  const { t } = useWords();
  const [verdict, setVerdict] = useState<PressureVerdict | null>(null);
  const bad = verdict === 'none' || verdict === 'mouse';
  const text = {
    found: t('check.pressureFound'), flat: t('check.pressureFlat'), none: t('check.pressureNoneText'), mouse: t('check.pressureMouse'), touch: t('check.pressureTouch'),
  };
  return (
    <Line
      verdict={verdict === 'found' ? 'ok' : bad ? 'attention' : 'open'}
      icon={<PenLine size={18} strokeWidth={1.9} />}
      title={bad ? t('check.pressureNone') : t('check.pressure')}
      text={verdict === null ? t('check.pressureAsk') : text[verdict]}
    >
      <PressureField onVerdict={setVerdict} />
    </Line>
  );
}

/** Only a phone that really came in shows that phones can; what worked on another network says nothing of this one. */
function PhonesLine({ network, phone }: { readonly network: DoorAddress | null; readonly phone: DoorState['cameIn'] }) {
  const { t, locale } = useWords();
  const icon = <Smartphone size={18} strokeWidth={1.9} />;
  if (network === null) return <Line verdict="open" icon={icon} title={t('check.phones')} text={t('check.phonesNoNetwork')} />;
  const where = { network: network.kind === 'wifi' ? t('door.kind.wifi') : network.name, address: network.address };
  if (phone?.address === network.address) return <Line verdict="ok" icon={icon} title={t('check.phonesCan')} text={t('check.phonesCame', { ...where, time: timeText(locale, phone.atMs) })} />;
  const before = phone ? ` ${t('check.phonesElsewhere', { time: timeText(locale, phone.atMs), address: phone.address })}` : '';
  return <Line verdict="open" icon={icon} title={t('check.phones')} text={`${t('check.phonesTry', where)}${before}`} />;
}

/** The one-minute check before the session: only what can really be seen from here. */
export function RoomCheck({ displays, mirrored, diskFreeBytes, secondCopy, network, phone, seats, onAgain }: RoomCheckProps) {
  const { t } = useWords();
  const gigabytes = diskFreeBytes === null ? 0 : Math.floor(diskFreeBytes / 1e9);
  const low = diskFreeBytes !== null && diskFreeBytes < LOW_DISK_BYTES;
  return (
    <section className={styles.check} aria-labelledby="room-check">
      <header className={styles.head}>
        <h2 id="room-check" className={styles.title}>{t('check.title')}</h2>
        <Button kind="quiet" icon={<RefreshCw size={17} strokeWidth={1.9} aria-hidden />} label={`${t('check.title')}: ${t('check.again')}`} onPress={onAgain}>{t('check.again')}</Button>
      </header>
      <ul aria-live="polite">
        <ProjectorLine displays={displays} mirrored={mirrored} />
        <Line verdict="ok" icon={null} title={t('check.lastRow')} text={t('check.lastRowText', { least: Math.ceil(readableUnits(seats.now, PAGE_SIZE)) })}><SeatsFields seats={seats.now} onChange={seats.onChange} /></Line>
        <PressureLine />
        {diskFreeBytes !== null && (
          <Line verdict={low ? 'attention' : 'ok'} icon={null} title={t('check.disk')} text={low ? `${t('check.diskLow', { gigabytes })}. ${t('check.diskLowText')}` : t('check.diskFree', { gigabytes })} />
        )}
        {secondCopy !== null && (
          <Line
            verdict={secondCopy.folder === null ? 'open' : 'ok'}
            icon={<Usb size={18} strokeWidth={1.9} />}
            title={t('check.copy')}
            text={secondCopy.folder === null ? t('check.copyNone') : t('check.copySet', { folder: secondCopy.folder })}
          >
            {secondCopy.folder === null && <button type="button" className={styles.choose} onClick={secondCopy.onChoose}>{t('check.copyChoose')}</button>}
          </Line>
        )}
        {network !== undefined && <PhonesLine network={network} phone={phone} />}
      </ul>
    </section>
  );
}
