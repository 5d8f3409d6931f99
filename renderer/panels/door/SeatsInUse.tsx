import { Check } from 'lucide-react';
import { ToggleGroup } from 'radix-ui';
import { useEffect, useRef, useState } from 'react';
import type { TableId } from '../../../shared/base/ids.ts';
import type { InkColor } from '../../../shared/board/palette.ts';
import type { TakenSeat } from '../../../shared/contract/door.ts';
import { useWords } from '../../words.ts';
import { Button } from '../parts/Button.tsx';
import { Disk } from '../parts/Disk.tsx';
import styles from './SeatsInUse.module.css';

/** A table with the seats whose codes let a phone in. */
export type SeatedTable = { readonly id: TableId; readonly number: number; readonly color: InkColor; readonly taken: readonly TakenSeat[] };

export type SeatsInUseProps = {
  readonly tables: readonly SeatedTable[];
  /** Lets another phone in at a seat; false when that was refused. */
  readonly onFree: (table: TableId, seat: number) => Promise<boolean>;
  /** The same for all seats. */
  readonly onFreeAll: () => Promise<boolean>;
};

/** What is asked about, or was just done. `all`: every seat. */
type Freeing = { readonly what: 'all' | { readonly table: SeatedTable; readonly seat: number }; readonly step: 'asking' | 'busy' | 'done' };

type SeatsProps = { readonly table: SeatedTable; readonly asked: number | null; readonly onSeat: (seat: number) => void };

/** The seats of one table by the numbers of their cards, with a full dot where the phone is connected. */
function Seats({ table: { number, taken }, asked, onSeat }: SeatsProps) {
  const { t } = useWords();
  return (
    <>
      <ul className={styles.seats} aria-label={t('door.takenAt', { number, count: taken.length })}>
        {taken.map(({ seat, here }) => (
          <li key={seat}>
            <button type="button" className={styles.seat} data-seat={seat} aria-pressed={asked === seat} aria-label={t(here ? 'door.seatHere' : 'door.seatAway', { seat })} onClick={() => onSeat(seat)}>
              <span className={styles.dot} data-here={here} aria-hidden />{t('door.seat', { seat })}
            </button>
          </li>
        ))}
      </ul>
      <p className={styles.key} aria-hidden>
        <span className={styles.dot} data-here />{t('door.here')}<span className={styles.dot} />{t('door.away')}
      </p>
    </>
  );
}

/** Which seats are in use: choose a table and a seat, and let another phone in with its code. */
export function SeatsInUse({ tables, onFree, onFreeAll }: SeatsInUseProps) {
  const { t } = useWords();
  const [chosen, setChosen] = useState('');
  const [freeing, setFreeing] = useState<Freeing | null>(null);
  const asks = useRef<HTMLDivElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const whole = useRef<HTMLElement>(null);
  const goTo = useRef<string | null>(null);
  // What was pressed goes away with the question: the keyboard goes on where it was asked.
  useEffect(() => {
    const back = goTo.current;
    goTo.current = null;
    if (back !== null) (whole.current?.querySelector<HTMLElement>(back) ?? title.current)?.focus();
  }, [freeing]);
  // The panel may end above it.
  useEffect(() => { if (freeing?.step === 'asking') asks.current?.scrollIntoView({ block: 'nearest' }); }, [freeing]);
  const seated = tables.filter(({ taken }) => taken.length > 0);
  const count = seated.reduce((sum, { taken }) => sum + taken.length, 0);
  const table = seated.find(({ id }) => id === chosen);
  const what = freeing?.what ?? null;
  if (count === 0 && freeing?.step !== 'done') return null;

  const askedAt = what === null || what === 'all' ? '[data-all] button' : `[data-seat="${what.seat}"]`;
  const leave = (): void => {
    goTo.current = askedAt;
    setFreeing(null);
  };
  const free = async (): Promise<void> => {
    if (what === null) return;
    // The seat will be gone, and a button that is disabled has no focus.
    title.current?.focus();
    setFreeing({ what, step: 'busy' });
    const well = await (what === 'all' ? onFreeAll() : onFree(what.table.id, what.seat));
    if (!well && document.activeElement === title.current) goTo.current = askedAt;
    setFreeing(well ? { what, step: 'done' } : null);
  };
  const seatOf = what === null || what === 'all' ? null : { seat: what.seat, number: what.table.number };
  return (
    <section ref={whole} className={styles.part}>
      <h3 ref={title} tabIndex={-1} className={styles.title}>{t('door.seatsTaken', { count })}</h3>
      <p className={styles.text}>{t('door.takenText')}</p>
      <ToggleGroup.Root type="single" className={styles.tables} aria-label={t('door.takenTables')} value={chosen} onValueChange={(next) => { setChosen(next); setFreeing(null); }}>
        {seated.map(({ id, number, color, taken }) => (
          <ToggleGroup.Item key={id} value={id} className={styles.table} aria-label={t('door.takenAt', { number, count: taken.length })}>
            <Disk number={number} color={color} sizePx={26} />{taken.length}
          </ToggleGroup.Item>
        ))}
      </ToggleGroup.Root>
      {table && <Seats table={table} asked={seatOf && freeing?.step !== 'done' ? seatOf.seat : null} onSeat={(seat) => setFreeing({ what: { table, seat }, step: 'asking' })} />}
      {freeing && freeing.step !== 'done' && (
        <div key={askedAt} ref={asks} className={styles.ask} role="alert">
          <p>{seatOf ? t('door.freeAsk', seatOf) : t('door.freeAllAsk')}</p>
          <div className={styles.row}>
            <Button disabled={freeing.step === 'busy'} onPress={() => void free()}>{seatOf ? t('door.freeYes', seatOf) : t('door.freeAllYes')}</Button>
            <Button kind="quiet" focused onPress={leave}>{t('door.freeNo')}</Button>
          </div>
        </div>
      )}
      <div role="status">
        {freeing?.step === 'done' && <p className={styles.done}><Check size={17} strokeWidth={2.2} aria-hidden />{seatOf ? t('door.freed', seatOf) : t('door.freedAll')}</p>}
      </div>
      {what !== 'all' && count > 0 && <div className={styles.all} data-all><Button kind="quiet" onPress={() => { setChosen(''); setFreeing({ what: 'all', step: 'asking' }); }}>{t('door.freeAll')}</Button></div>}
    </section>
  );
}
