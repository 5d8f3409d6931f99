import { ChevronLeft, Pause, Play, Projector } from 'lucide-react';
import { useEffect, useRef, useSyncExternalStore, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';
import type { PageId } from '../../../shared/base/ids.ts';
import type { Playhead } from '../../playback/playhead.ts';
import { useWords } from '../../words.ts';
import type { PageChip } from '../export/PageChips.tsx';
import { Segment } from '../parts/Segment.tsx';
import { FilmSave, type FilmSaveProps } from './FilmSave.tsx';
import styles from './PlaybackPanel.module.css';
import { Scrubber } from './Scrubber.tsx';

/** The lengths that a film can have at most, s. */
export const FILM_LENGTHS = ['30', '60', '90', '180'] as const;
export type FilmLength = (typeof FILM_LENGTHS)[number];
/** How much faster or slower than its length the film is looked at. */
export const FILM_SPEEDS = ['0.5', '1', '2', '4'] as const;
export type FilmSpeed = (typeof FILM_SPEEDS)[number];

/** What there is to see: not read yet, nothing, or a film. */
export type PlaybackState = { readonly kind: 'winding'; readonly share: number } | { readonly kind: 'empty' } | { readonly kind: 'film' };

export type PlaybackPanelProps = {
  readonly boardTitle: string;
  readonly state: PlaybackState;
  /** The film itself; fills its place. */
  readonly picture: ReactNode;
  readonly playhead: Playhead;
  readonly momentOf: (atMs: number) => string;
  /** When the film begins, if what came before was not kept. */
  readonly cutAt: string | null;
  readonly length: FilmLength;
  readonly onLength: (length: FilmLength) => void;
  readonly pages: readonly PageChip[];
  readonly page: PageId | null;
  readonly onPage: (page: PageId | null) => void;
  readonly inRoom: boolean;
  readonly onRoom: (inRoom: boolean) => void;
  readonly save: FilmSaveProps;
  readonly onBack: () => void;
};

/** How far the arrow keys go, ms of the film; farther with shift. */
const STEP_MS = 1000;
const FAR_MS = 10_000;

const isChoice = (target: EventTarget): boolean => target instanceof Element && target.closest('[role=radio]') !== null;
const isButton = (target: EventTarget): boolean => target instanceof Element && target.closest('button') !== null;

/** What a key does to a film; false when it is none of its keys. */
function pressKey(playhead: Playhead, { key, shiftKey, target }: KeyboardEvent): boolean {
  const step = shiftKey ? FAR_MS : STEP_MS;
  const speeds = FILM_SPEEDS.map(Number);
  switch (key) {
    case ' ': case 'k': if (key === ' ' && isButton(target)) return false; playhead.toggle(); return true;
    case 'ArrowLeft': if (isChoice(target)) return false; playhead.seek(playhead.atMs() - step); return true;
    case 'ArrowRight': if (isChoice(target)) return false; playhead.seek(playhead.atMs() + step); return true;
    case 'Home': if (isChoice(target)) return false; playhead.seek(0); return true;
    case 'End': if (isChoice(target)) return false; playhead.seek(playhead.lengthMs()); return true;
    case '+': case '=': playhead.setSpeed(speeds.find((speed) => speed > playhead.speed()) ?? playhead.speed()); return true;
    case '-': playhead.setSpeed([...speeds].reverse().find((speed) => speed < playhead.speed()) ?? playhead.speed()); return true;
    default: return false;
  }
}

/** How the board came about: the film large, under it all that one can do to it. Its keys work wherever the focus is. */
export function PlaybackPanel(props: PlaybackPanelProps) {
  const { boardTitle, state, picture, playhead, momentOf, cutAt, length, onLength, pages, page, onPage, inRoom, onRoom, save, onBack } = props;
  const { t } = useWords();
  const panel = useRef<HTMLDivElement>(null);
  const isPlaying = useSyncExternalStore(playhead.subscribe, playhead.isPlaying);
  const speed = useSyncExternalStore(playhead.subscribe, playhead.speed);
  useEffect(() => { panel.current?.focus({ preventScroll: true }); }, []);
  // The keys stay here when the button that was pressed goes, or cannot be pressed any more.
  useEffect(() => {
    const at = document.activeElement;
    if (at === null || at === document.body || at.matches(':disabled')) panel.current?.focus({ preventScroll: true });
  }, [save.saving.kind]);
  const down = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') { if (save.saving.kind === 'running') save.onStop(); else onBack(); } else if (state.kind !== 'film' || !pressKey(playhead, event)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  // Whoever pressed a button with the hand still plays and stops with the space bar.
  const giveKeysBack = (event: MouseEvent): void => { if (event.detail > 0 && isButton(event.target)) panel.current?.focus({ preventScroll: true }); };
  return (
    <div ref={panel} role="dialog" aria-modal="true" aria-label={t('playback.title')} tabIndex={-1} className={styles['playback']} onKeyDown={down} onClick={giveKeysBack}>
      <header className={styles['head']}>
        <button type="button" className={styles['back']} onClick={onBack}>
          <ChevronLeft size={22} strokeWidth={1.8} aria-hidden />
          <span className={styles['board']}>{boardTitle}</span>
          <span className={styles['to']}>{t('export.toBoard')}</span>
        </button>
        <div className={styles['aside']} hidden={state.kind !== 'film'}>
          {cutAt !== null && <p className={styles['cut']}>{t('playback.cut', { when: cutAt })}</p>}
          <button type="button" className={styles['room']} aria-pressed={inRoom} onClick={() => onRoom(!inRoom)}><Projector size={20} strokeWidth={1.8} aria-hidden />{t('playback.inRoom')}</button>
        </div>
      </header>
      <div className={styles['place']}>
        {state.kind === 'winding' && <p className={styles['message']} role="status">{t('playback.winding', { percent: Math.round(state.share * 100) })}</p>}
        {state.kind === 'empty' && <p className={styles['message']} role="status">{t('playback.empty')}</p>}
        {state.kind === 'film' && picture}
      </div>
      <div className={styles['controls']} hidden={state.kind !== 'film'}>
        <div className={styles['run']}>
          <button type="button" className={styles['play']} aria-label={t(isPlaying ? 'playback.pause' : 'playback.play')} onClick={playhead.toggle}>
            {isPlaying ? <Pause size={26} strokeWidth={0} fill="currentColor" aria-hidden /> : <Play size={26} strokeWidth={0} fill="currentColor" aria-hidden />}
          </button>
          <Scrubber playhead={playhead} momentOf={momentOf} />
        </div>
        <div className={styles['choices']}>
          <div className={styles['choice']}><span>{t('playback.length')}</span>
            <Segment name={t('playback.length')} value={length} onChange={onLength} options={FILM_LENGTHS.map((value) => ({ value, label: Number(value) < 120 ? t('playback.seconds', { count: Number(value) }) : t('playback.minutes', { count: Number(value) / 60 }) }))} />
          </div>
          <div className={styles['choice']}><span>{t('playback.speed')}</span>
            <Segment name={t('playback.speed')} value={String(speed)} onChange={(next) => playhead.setSpeed(Number(next))} options={FILM_SPEEDS.map((value) => ({ value: value as string, label: value === '0.5' ? '½×' : `${value}×`, aloud: t('playback.times', { speed: value === '0.5' ? '½' : value }) }))} />
          </div>
          {pages.length > 1 && (
            <div className={styles['choice']}><span>{t('playback.page')}</span>
              <Segment name={t('playback.page')} value={page ?? 'all'} onChange={(next) => onPage(next === 'all' ? null : (next as PageId))} options={[{ value: 'all', label: t('playback.followPages') }, ...pages.map(({ id, number, title }) => ({ value: id as string, label: String(number), aloud: t('playback.pageOnly', { number, title }) }))]} />
            </div>
          )}
          <FilmSave {...save} />
        </div>
      </div>
    </div>
  );
}
