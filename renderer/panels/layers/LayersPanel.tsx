import { Eye, EyeOff, ImageUp, Lock, LockOpen, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Layer } from '../../../shared/board/board.ts';
import { useWords } from '../../words.ts';
import { Button } from '../parts/Button.tsx';
import { IconButton } from '../parts/IconButton.tsx';
import { PanelFrame } from '../parts/PanelFrame.tsx';
import { Segment } from '../parts/Segment.tsx';
import { SwitchRow } from '../parts/SwitchRow.tsx';
import styles from './LayersPanel.module.css';

/** How much a picture to trace may cover: the hand's line always stands out on it. */
export const TRACING_STRENGTHS = [0.15, 0.28, 0.45] as const;
const STRENGTH_NAMES = ['palest', 'pale', 'clear'] as const;

export type LayersPanelProps = {
  readonly prepared: Layer;
  readonly tracing: Layer;
  /** How much the picture to trace covers, 0–1; null when there is none on this page. */
  readonly strength: number | null;
  readonly onPrepared: (part: Partial<Layer>) => void;
  readonly onTracing: (part: Partial<Layer>) => void;
  readonly onStrength: (strength: number) => void;
  readonly onChooseImage: () => void;
  readonly onRemoveImage: () => void;
  readonly onDismiss: () => void;
};

type RowProps = { readonly name: string; readonly text: string; readonly layer: Layer; readonly onChange: (part: Partial<Layer>) => void; readonly children?: ReactNode };

/** One layer: what it is for, whether it is seen, whether it can be touched. */
function LayerRow({ name, text, layer, onChange, children }: RowProps) {
  const { t } = useWords();
  const Sight = layer.visible ? Eye : EyeOff;
  const Hold = layer.locked ? Lock : LockOpen;
  return (
    <li className={styles.layer}>
      <div className={styles.head}>
        <span className={styles.words}><span className={styles.name}>{name}</span><span className={styles.text}>{text}</span></span>
        <IconButton icon={<Sight size={20} strokeWidth={1.8} />} label={t(layer.visible ? 'layers.hide' : 'layers.show', { layer: name })} pressed={!layer.visible} onPress={() => onChange({ visible: !layer.visible })} />
        <IconButton icon={<Hold size={20} strokeWidth={1.8} />} label={t(layer.locked ? 'layers.unlock' : 'layers.lock', { layer: name })} pressed={layer.locked} onPress={() => onChange({ locked: !layer.locked })} />
      </div>
      {!layer.locked && (
        <div className={styles.open} role="status">
          {t('layers.isOpen')}
          <Button kind="quiet" onPress={() => onChange({ locked: true })}>{t('layers.close')}</Button>
        </div>
      )}
      {children}
    </li>
  );
}

/** The three sheets of a board: what is drawn now, what was prepared, and what is traced. */
export function LayersPanel({ prepared, tracing, strength, onPrepared, onTracing, onStrength, onChooseImage, onRemoveImage, onDismiss }: LayersPanelProps) {
  const { t } = useWords();
  const nearest = strength === null ? -1 : TRACING_STRENGTHS.reduce((best, one, i) => (Math.abs(one - strength) < Math.abs((TRACING_STRENGTHS[best] as number) - strength) ? i : best), 0);
  return (
    <PanelFrame title={t('layers.title')} about={t('layers.about')} onClose={onDismiss}>
      <ul className={styles.list}>
        <li className={styles.layer}><span className={styles.name}>{t('layers.harvest')}</span><span className={styles.text}>{t('layers.harvestText')}</span></li>
        <LayerRow name={t('layers.prepared')} text={t('layers.preparedText')} layer={prepared} onChange={onPrepared} />
        <LayerRow name={t('layers.tracing')} text={t('layers.tracingText')} layer={tracing} onChange={onTracing}>
          <div className={styles.tracing}>
            {strength !== null && (
              <>
                <Segment name={t('layers.strength')} wide value={String(nearest)} onChange={(i) => onStrength(TRACING_STRENGTHS[Number(i)] ?? TRACING_STRENGTHS[1])} options={STRENGTH_NAMES.map((name, i) => ({ value: String(i), label: t(`layers.strengths.${name}`) }))} />
                <SwitchRow label={t('layers.inRoom')} text={t('layers.inRoomText')} on={tracing.inRoom ?? false} onChange={(inRoom) => onTracing({ inRoom })} />
              </>
            )}
            <div className={styles.buttons}>
              <Button icon={<ImageUp size={18} strokeWidth={1.8} aria-hidden />} onPress={onChooseImage}>{t(strength === null ? 'layers.choose' : 'layers.chooseOther')}</Button>
              {strength !== null && <Button kind="quiet" icon={<Trash2 size={18} strokeWidth={1.8} aria-hidden />} onPress={onRemoveImage}>{t('layers.remove')}</Button>}
            </div>
            {strength === null && <span className={styles.text}>{t('layers.orPaste')}</span>}
          </div>
        </LayerRow>
      </ul>
    </PanelFrame>
  );
}
