import { Ellipsis, Search, X } from 'lucide-react';
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { Table } from '../../../shared/board/board.ts';
import { searchStamps, type StampEntry } from '../../../shared/stamps/search.ts';
import { useWords } from '../../words.ts';
import { Button } from '../parts/Button.tsx';
import { Disk } from '../parts/Disk.tsx';
import { IconButton } from '../parts/IconButton.tsx';
import { Menu, type MenuItem } from '../parts/Menu.tsx';
import { Segment } from '../parts/Segment.tsx';
import { StampGrid } from './StampGrid.tsx';
import styles from './StampPicker.module.css';

export type StampSize = 'small' | 'middle' | 'large' | 'asDrawn';

export type StampPickerProps = {
  /** The stamps that the harvester kept, newest first; they stand before all others. */
  readonly kept: readonly StampEntry[];
  /** The stamps that were drawn for the app, in the order of the sheet. */
  readonly drawn: readonly StampEntry[];
  /** The large collection; empty until it has been read. */
  readonly library: readonly StampEntry[];
  readonly libraryLoading: boolean;
  /** The drawing of a stamp; null while its outline is still being read. */
  readonly drawing: (stamp: string, sizePx: number) => ReactNode;
  readonly chosen: string | null;
  readonly onChoose: (stamp: string) => void;
  readonly onDragOut: (stamp: string, event: PointerEvent) => void;
  readonly size: StampSize;
  readonly onSize: (size: StampSize) => void;
  readonly colours: 'own' | 'table';
  readonly onColours: (colours: 'own' | 'table') => void;
  readonly table: Table | null;
  /** Nothing fits: draw it now with the pen, and keep it under the word that was looked for. */
  readonly onDraw: (word: string) => void;
  /** What one can do with an own stamp; stands above the sizes. */
  readonly foot: ReactNode;
  /** Taking own stamps to another laptop and from there. */
  readonly files: readonly MenuItem[];
  readonly onDismiss: () => void;
};

/** Found stamps stand first and large; at most so many, the rest follows below. */
const FOUND_LARGE = 12;

/** Find a stamp by what a harvester means by it; the rest stays in view as one contact sheet. */
export function StampPicker(props: StampPickerProps) {
  const { kept, drawn, library, libraryLoading, drawing, chosen, onChoose, onDragOut, size, onSize, colours, onColours, table, onDraw, foot, files, onDismiss } = props;
  const { t, n, locale } = useWords();
  const [query, setQuery] = useState('');
  const field = useRef<HTMLInputElement | null>(null);
  const sheet = useRef<HTMLDivElement | null>(null);
  useEffect(() => field.current?.focus(), []);
  const searching = query.trim() !== '';
  const found = useMemo(() => (searching ? searchStamps(query, [...kept, ...drawn, ...library], locale) : []), [searching, query, kept, drawn, library, locale]);
  const foundIds = useMemo(() => new Set(found.map(({ id }) => id)), [found]);
  const rest = (stamps: readonly StampEntry[]): readonly StampEntry[] => (searching ? stamps.filter(({ id }) => !foundIds.has(id)) : stamps);
  /** An own stamp keeps its colours, and can be as large as it was drawn. */
  const inHand = kept.some(({ id }) => id === chosen);
  const sizes: readonly StampSize[] = ['small', 'middle', 'large', ...(inHand ? (['asDrawn'] as const) : [])];
  const grid = { chosen, drawing, onChoose, onDragOut };

  return (
    <section
      className={styles.picker}
      aria-label={t('stamps.title')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
        event.stopPropagation();
        if (query !== '') { setQuery(''); field.current?.focus(); } else onDismiss();
      }}
    >
      <div className={styles.search}>
        <Search size={22} strokeWidth={2} aria-hidden />
        <input
          ref={field}
          className={styles.field}
          value={query}
          placeholder={t('stamps.search')}
          aria-label={t('stamps.search')}
          autoComplete="off"
          spellCheck={false}
          maxLength={40}
          onChange={(event) => setQuery(event.target.value)}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            if (event.key === 'Enter' && found[0]) { event.preventDefault(); onChoose(found[0].id); }
            if (event.key === 'ArrowDown') { event.preventDefault(); sheet.current?.querySelector<HTMLElement>('[role="option"][tabindex="0"]')?.focus(); }
          }}
        />
        <span className={styles.count} role="status">{searching && t('stamps.found', { count: found.length, n: n(found.length) })}</span>
        <IconButton icon={<X size={20} strokeWidth={2} />} label={searching ? t('stamps.clear') : t('app.close')} onPress={() => { if (searching) { setQuery(''); field.current?.focus(); } else onDismiss(); }} />
      </div>
      <div className={styles.sheet} ref={sheet} tabIndex={-1}>
        {searching && found.length === 0 && (
          <div className={styles.none}>
            <p className={styles.noneTitle}>{t('stamps.none', { query: query.trim() })}</p>
            <p>{t('stamps.noneText')}</p>
            <Button onPress={() => onDraw(query.trim())}>{t('stamps.drawIt')}</Button>
          </div>
        )}
        {found.length > 0 && <StampGrid label={t('stamps.found', { count: found.length, n: n(found.length) })} stamps={found.slice(0, FOUND_LARGE)} sizePx={92} {...grid} />}
        {found.length > FOUND_LARGE && <StampGrid label={t('stamps.library')} stamps={found.slice(FOUND_LARGE)} sizePx={64} {...grid} />}
        {searching && rest(drawn).length > 0 && <div className={styles.line} />}
        {!searching && kept.length > 0 && (
          <>
            <h3 className={`${styles.heading} ${styles.first}`}>{t('stamps.own')}</h3>
            <StampGrid label={t('stamps.own')} stamps={kept} sizePx={82} {...grid} />
            <div className={styles.line} />
          </>
        )}
        <StampGrid label={t('stamps.drawn')} stamps={rest(drawn)} sizePx={82} {...grid} />
        {!searching && library.length > 0 && (
          <>
            <h3 className={styles.heading}>{t('stamps.library')}</h3>
            <StampGrid label={t('stamps.library')} stamps={library} sizePx={60} {...grid} />
          </>
        )}
        {libraryLoading && <p className={styles.loading} role="status">{t('stamps.loading')}</p>}
      </div>
      {foot}
      <div className={styles.foot}>
        <Segment name={t('stamps.sizes')} value={size} onChange={onSize} options={sizes.map((value) => ({ value, label: t(`stamps.${value}`) }))} />
        {!inHand && (
          <Segment
            name={t('stamps.colours')}
            value={table === null ? 'own' : colours}
            onChange={onColours}
            options={[
              { value: 'own' as const, label: t('stamps.ownColours') },
              ...(table === null ? [] : [{ value: 'table' as const, label: <><Disk number={table.number} color={table.color} sizePx={22} />{t('stamps.tableColour', { number: table.number })}</>, aloud: t('stamps.tableColour', { number: table.number }) }]),
            ]}
          />
        )}
        <Menu
          align="end"
          side="top"
          label={t('stamps.files')}
          items={files}
          trigger={<button type="button" className={styles.more} aria-label={t('stamps.files')}><Ellipsis size={20} aria-hidden /></button>}
        />
      </div>
    </section>
  );
}
