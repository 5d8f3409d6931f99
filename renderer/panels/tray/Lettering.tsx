import { Toggle, ToggleGroup } from 'radix-ui';
import type { CSSProperties, ReactNode } from 'react';
import type { ListKind } from '../../../shared/board/listText.ts';
import type { Hand } from '../../../shared/board/lettering.ts';
import type { LetteringAccent } from '../../../shared/board/marks.ts';
import { FACES, FACES_OF_HAND } from '../../../shared/paint/faces.ts';
import type { LetteringLooks } from '../../tools/tool.ts';
import { useWords } from '../../words.ts';
import styles from './Lettering.module.css';

export type LetteringProps = {
  readonly value: LetteringLooks;
  /** Sizes to choose from, board units, small to large. */
  readonly sizes: readonly number[];
  /** Whether it can have something under or behind it: only free lettering can. */
  readonly accents: boolean;
  /** The list that it is; null when it is none. */
  readonly list: ListKind | null;
  readonly onChange: (change: Partial<LetteringLooks>) => void;
  readonly onList: (kind: ListKind | null) => void;
};

/** The three hands of a graphic recorder. */
const HANDS = ['kop', 'hand', 'marker'] as const satisfies readonly Hand[];
const ACCENTS = ['none', 'line', 'wave', 'wash'] as const satisfies readonly LetteringAccent[];

const LISTS = ['dash', 'number'] as const satisfies readonly ListKind[];

const faceOf = (hand: Hand): CSSProperties => ({ fontFamily: `"${FACES[FACES_OF_HAND[hand][0] ?? 'PatrickHand'].family}"` });

const STROKE = { fill: 'none', stroke: 'currentColor', strokeLinecap: 'round' } as const;
const ACCENT_DRAWINGS: Readonly<Record<LetteringAccent, ReactNode>> = {
  none: null,
  line: <path d="M4 23.500C12 22.2 20 22 27 21.6" {...STROKE} strokeWidth="3.2" opacity=".75" />,
  wave: <path d="M4 22.500C6.5 19.5 8.5 19.5 11 22.500S15.5 25.5 18 22.500S22.5 19.5 25 22.500S28 24.5 29 23.5" {...STROKE} strokeWidth="2" />,
  wash: <path d="M3 8.500L31 7L33 19L5 21Z" fill="currentColor" opacity=".38" />,
};

/** Three short lines behind their signs. */
const LIST_DRAWINGS: Readonly<Record<ListKind, ReactNode>> = {
  dash: [6, 14, 22].map((y) => <path key={y} d={`M3 ${y}L8 ${y - 0.6}`} {...STROKE} strokeWidth="2.6" />),
  number: [6, 14, 22].map((y, i) => <text key={y} x="3" y={y + 3.4} fontSize="10.5" fill="currentColor" style={faceOf('hand')}>{i + 1}</text>),
};

/** How lettering is written: the hand, capitals, the size, and what is drawn under or behind it. */
export function Lettering({ value, sizes, accents, list, onChange, onList }: LetteringProps) {
  const { t } = useWords();
  const nearest = sizes.reduce((best, size) => (Math.abs(size - value.sizeUnits) < Math.abs(best - value.sizeUnits) ? size : best), sizes[0] ?? value.sizeUnits);
  return (
    <div className={styles.lettering}>
      <ToggleGroup.Root type="single" className={styles.group} aria-label={t('tray.hands')} value={value.hand} onValueChange={(hand) => { if (hand !== '') onChange({ hand: hand as Hand }); }}>
        {HANDS.map((hand) => (
          <ToggleGroup.Item key={hand} value={hand} className={styles.choice} aria-label={t(`tray.hand.${hand}`)} title={t(`tray.hand.${hand}`)}>
            <span className={styles.letters} style={faceOf(hand)}>Aa</span>
          </ToggleGroup.Item>
        ))}
      </ToggleGroup.Root>
      <Toggle.Root className={styles.choice} pressed={value.caps} onPressedChange={(caps) => onChange({ caps })} aria-label={t('tray.caps')} title={t('tray.caps')}>
        <span className={styles.letters} style={faceOf(value.hand)}>AA</span>
      </Toggle.Root>
      <ToggleGroup.Root type="single" className={`${styles.group} ${styles.part}`} aria-label={t('tray.letterSize')} value={String(nearest)} onValueChange={(size) => { if (size !== '') onChange({ sizeUnits: Number(size) }); }}>
        {sizes.map((size, i) => (
          <ToggleGroup.Item key={size} value={String(size)} className={styles.choice} aria-label={t(`tray.size.${(['small', 'middle', 'large', 'huge'] as const)[i] ?? 'huge'}`)} title={t(`tray.size.${(['small', 'middle', 'large', 'huge'] as const)[i] ?? 'huge'}`)}>
            <span style={{ ...faceOf(value.hand), fontSize: 14 + i * 6, lineHeight: 1 }}>a</span>
          </ToggleGroup.Item>
        ))}
      </ToggleGroup.Root>
      <ToggleGroup.Root type="single" className={`${styles.group} ${styles.part}`} aria-label={t('tray.lists')} value={list ?? ''} onValueChange={(kind) => onList(kind === '' ? null : kind as ListKind)}>
        {LISTS.map((kind) => (
          <ToggleGroup.Item key={kind} value={kind} className={styles.choice} aria-label={t(`tray.list.${kind}`)} title={t(`tray.list.${kind}`)}>
            <svg width="30" height="28" viewBox="0 0 30 28" aria-hidden>
              {LIST_DRAWINGS[kind]}
              {[6, 14, 22].map((y, i) => <path key={y} d={`M13 ${y}H${[27, 24, 26][i] ?? 26}`} {...STROKE} strokeWidth="1.8" opacity=".8" />)}
            </svg>
          </ToggleGroup.Item>
        ))}
      </ToggleGroup.Root>
      {accents && (
        <ToggleGroup.Root type="single" className={`${styles.group} ${styles.part}`} aria-label={t('tray.accents')} value={value.accent} onValueChange={(accent) => { if (accent !== '') onChange({ accent: accent as LetteringAccent }); }}>
          {ACCENTS.map((accent) => (
            <ToggleGroup.Item key={accent} value={accent} className={styles.choice} aria-label={t(`tray.accent.${accent}`)} title={t(`tray.accent.${accent}`)}>
              <svg width="34" height="28" viewBox="0 0 34 28" aria-hidden>
                {ACCENT_DRAWINGS[accent]}
                <text x="17" y="18" textAnchor="middle" fontSize="17" fill="currentColor" style={faceOf('kop')}>Aa</text>
              </svg>
            </ToggleGroup.Item>
          ))}
        </ToggleGroup.Root>
      )}
    </div>
  );
}
