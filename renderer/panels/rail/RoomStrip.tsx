import { Blinds, Projector, Snowflake } from 'lucide-react';
import type { ReactNode } from 'react';
import type { DisplayInfo, RoomOfBoard, RoomView } from '../../../shared/contract/room.ts';
import { useWords, type Say } from '../../words.ts';
import { IconButton } from '../parts/IconButton.tsx';
import { Menu } from '../parts/Menu.tsx';
import { roomSeen, roomUnseen } from './roomSeen.ts';
import styles from './RoomStrip.module.css';

/** What the room sees and what one can do about it. */
export type RoomStripProps = {
  readonly shows: RoomOfBoard;
  /** A live picture of the room screen: it fills the place that it gets. */
  readonly thumbnail: ReactNode;
  readonly mode: RoomView['mode'];
  readonly curtain: RoomView['curtain'];
  readonly scene: RoomView['scene']['kind'];
  readonly onMode: (mode: RoomView['mode']) => void;
  /** Shows what is selected, or the next frame; null when there is neither. */
  readonly onFrame: (() => void) | null;
  readonly onCurtain: (curtain: RoomView['curtain']) => void;
  readonly onOpen: () => void;
  /** How many texts on the page the last row cannot read. */
  readonly far: number;
  readonly onFar: () => void;
  /** The displays to choose from; fewer than two are no choice. */
  readonly displays: readonly DisplayInfo[];
  /** The one that the room screen fills; null while it is a window or its display is gone. */
  readonly display: string | null;
  readonly onDisplay: (display: DisplayInfo) => void;
  readonly onClose: () => void;
};

/** A display as one chooses it: its name, that one works there oneself, and its size. */
function displayText(t: Say, { label, holdsDesk, widthPx, heightPx }: DisplayInfo): string {
  const name = holdsDesk ? t('room.displayDesk', { label }) : t('room.display', { label });
  return `${name} · ${t('room.displaySize', { width: widthPx, height: heightPx })}`;
}

/** The strip "de zaal ziet": a live thumbnail, the mode in words, freeze and curtain. */
export function RoomStrip({ shows, thumbnail, mode, curtain, scene, onMode, onFrame, onCurtain, onOpen, far, onFar, displays, display, onDisplay, onClose }: RoomStripProps) {
  const { t } = useWords();
  if (shows !== 'here') {
    const { why, todo } = roomUnseen(shows);
    return (
      <div className={styles.strip}>
        <p className={styles.head}><Projector size={17} strokeWidth={1.8} aria-hidden />{t(why)}</p>
        <button type="button" className={styles.open} onClick={onOpen}>{t(todo)}</button>
      </div>
    );
  }
  const frozen = mode === 'frozen';
  const closed = curtain !== 'open';
  const state = t(roomSeen(curtain, scene, mode));
  return (
    <div className={styles.strip}>
      <p className={styles.head}><Projector size={17} strokeWidth={1.8} aria-hidden />{t('desk.roomSees')}</p>
      <div className={styles.screen} aria-hidden>{thumbnail}</div>
      <div className={styles.row}>
        <Menu
          label={t('desk.roomSees')}
          trigger={<button type="button" className={styles.state}>{state}</button>}
          items={[
            ...(['whole', 'frame', 'follow', 'pen', 'frozen'] as const).filter((choice) => choice !== 'frame' || onFrame !== null).map((choice) => ({ kind: 'choice' as const, id: choice, label: t(`desk.${choice}`), chosen: mode === choice, onPress: () => (choice === 'frame' ? onFrame?.() : onMode(choice)) })),
            { kind: 'line', id: 'line-1' },
            { kind: 'choice', id: 'black', label: `${t('desk.curtain')}, ${t('desk.curtainBlack')}`, chosen: curtain === 'black', onPress: () => onCurtain(curtain === 'black' ? 'open' : 'black') },
            { kind: 'choice', id: 'title', label: `${t('desk.curtain')}, ${t('desk.curtainTitle')}`, chosen: curtain === 'title', onPress: () => onCurtain(curtain === 'title' ? 'open' : 'title') },
            { kind: 'line', id: 'line-2' },
            ...(displays.length > 1 ? displays.map((one) => ({ kind: 'choice' as const, id: one.id, label: displayText(t, one), chosen: one.id === display, onPress: () => onDisplay(one) })) : []),
            ...(displays.length > 1 ? [{ kind: 'line' as const, id: 'line-3' }] : []),
            { kind: 'do', id: 'close', label: t('desk.roomClose'), onPress: onClose },
          ]}
        />
        <IconButton icon={<Snowflake size={19} strokeWidth={1.7} />} label={frozen ? t('desk.unfreeze') : t('desk.freeze')} pressed={frozen} side="right" onPress={() => onMode(frozen ? 'whole' : 'frozen')} />
        <IconButton icon={<Blinds size={19} strokeWidth={1.7} />} label={closed ? t('desk.curtainOpen') : t('desk.curtain')} shortcut="B" pressed={closed} side="right" onPress={() => onCurtain(closed ? 'open' : 'black')} />
      </div>
      {far > 0 && scene === 'board' && <button type="button" className={styles.far} onClick={onFar}>{t('far.short', { count: far })}</button>}
    </div>
  );
}
