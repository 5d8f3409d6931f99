import type { Locale } from '../../../shared/board/board.ts';
import type { RoomClock as Clock } from '../../../shared/contract/room.ts';
import { clockText } from '../../../shared/strings/clockText.ts';
import { useNow } from '../../panels/parts/useNow.ts';
import { boardWords } from './boardWords.ts';
import styles from './RoomClock.module.css';

/** How long the step still takes, in the margin beside the sheet; when it takes longer the room reads that, without alarm. */
export function RoomClock({ clock, locale }: { readonly clock: Clock; readonly locale: Locale }) {
  const { t } = boardWords(locale);
  const nowMs = useNow(clock.endsMs);
  const leftMs = clock.endsMs === null ? clock.leftMs : clock.endsMs - nowMs;
  return (
    <p className={styles['clock']} role="timer" aria-label={clock.title} data-testid="room-clock">
      <span className={styles['left']} data-up={leftMs <= 0}>{leftMs > 0 ? clockText(leftMs) : t('order.timeUp')}</span>
    </p>
  );
}
