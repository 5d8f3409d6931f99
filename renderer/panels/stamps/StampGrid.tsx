import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { StampEntry } from '../../../shared/stamps/search.ts';
import { useWords } from '../../words.ts';
import { byPlace } from './byPlace.ts';
import styles from './StampGrid.module.css';

type StampGridProps = {
  readonly label: string;
  readonly stamps: readonly StampEntry[];
  readonly chosen: string | null;
  readonly sizePx: number;
  readonly drawing: (stamp: string, sizePx: number) => ReactNode;
  readonly onChoose: (stamp: string) => void;
  /** The pointer left the stamp while it was held down: it is being dragged to the sheet. */
  readonly onDragOut: (stamp: string, event: PointerEvent) => void;
};

/** So many are drawn at first, and so many more whenever the end comes into view. */
const AT_ONCE = 48;

/** Stamps as one contact sheet; arrow keys walk through it in rows. */
export function StampGrid({ label, stamps, chosen, sizePx, drawing, onChoose, onDragOut }: StampGridProps) {
  const { locale } = useWords();
  const [shown, setShown] = useState(AT_ONCE);
  const list = useRef<HTMLDivElement | null>(null);
  const end = useRef<HTMLSpanElement | null>(null);
  const more = shown < stamps.length;
  useEffect(() => {
    if (!more || !end.current) return undefined;
    const watch = new IntersectionObserver((entries) => { if (entries.some((entry) => entry.isIntersecting)) setShown((count) => count + AT_ONCE); }, { rootMargin: '400px' });
    watch.observe(end.current);
    return () => watch.disconnect();
  }, [more, shown]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const { key } = event;
    if (key !== 'ArrowLeft' && key !== 'ArrowRight' && key !== 'ArrowUp' && key !== 'ArrowDown') return;
    event.preventDefault();
    const all = [...(list.current?.querySelectorAll('button') ?? [])];
    const places = all.map((button) => { const { x, y } = button.getBoundingClientRect(); return { x, y }; });
    all[byPlace(places, all.findIndex((button) => button === document.activeElement), key)]?.focus();
  };
  const current = stamps.some(({ id }) => id === chosen) ? chosen : stamps[0]?.id;
  return (
    <div ref={list} className={styles.grid} role="listbox" aria-label={label} onKeyDown={onKeyDown} style={{ gridTemplateColumns: `repeat(auto-fill, minmax(${sizePx + 14}px, 1fr))` }}>
      {stamps.slice(0, shown).map((stamp) => (
        <button
          key={stamp.id}
          type="button"
          role="option"
          aria-selected={stamp.id === chosen}
          tabIndex={stamp.id === current ? 0 : -1}
          className={styles.stamp}
          onClick={() => onChoose(stamp.id)}
          onPointerDown={(event) => event.currentTarget.releasePointerCapture(event.pointerId)}
          onPointerLeave={(event) => { if (event.buttons === 1) onDragOut(stamp.id, event.nativeEvent); }}
        >
          <span className={styles.drawing} style={{ width: sizePx, height: sizePx }}>{drawing(stamp.id, sizePx)}</span>
          <span className={styles.name}>{stamp[locale]}</span>
        </button>
      ))}
      {more && <span ref={end} aria-hidden />}
    </div>
  );
}
