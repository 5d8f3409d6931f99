import { AlignStartVertical, ArrowDownToLine, ArrowUpToLine, Copy, CornerLeftUp, Ellipsis, Lock, LockOpen, Stamp, Tag, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useWords } from '../../words.ts';
import { Button } from '../parts/Button.tsx';
import { IconButton } from '../parts/IconButton.tsx';
import { Menu, type MenuItem } from '../parts/Menu.tsx';
import { Segment } from '../parts/Segment.tsx';
import styles from './SelectionMenu.module.css';

export type SelectionMenuProps = {
  /** How many marks are chosen. */
  readonly count: number;
  readonly locked: boolean;
  /** False when nothing of it can be a drawing of a word. */
  readonly canName: boolean;
  /** Whether all of it lies below the ink, where it stays however far to the front it comes. */
  readonly low: boolean;
  /** Lining up and grouping; empty when there is one thing only. */
  readonly arrange: readonly MenuItem[];
  /** Looks, what looks alike, and layers. */
  readonly more: readonly MenuItem[];
  /** Goes out of the group whose parts are being picked; null when one is in none. */
  readonly onLeaveGroup: (() => void) | null;
  readonly onLock: (locked: boolean) => void;
  readonly onForward: () => void;
  readonly onBackward: () => void;
  readonly onDuplicate: () => void;
  /** The drawing gets a name and is then its picture everywhere. */
  readonly onName: (name: string, role: 'trait' | 'metaphor') => void;
  /** The drawing is kept as an own stamp; the caller asks for its name. */
  readonly onKeepStamp: () => void;
  readonly onRemove: () => void;
};

/** What one can do with what is chosen; a small bar that the caller puts beside it. */
export function SelectionMenu({ count, locked, canName, low, arrange, more, onLeaveGroup, onLock, onForward, onBackward, onDuplicate, onName, onKeepStamp, onRemove }: SelectionMenuProps) {
  const { t } = useWords();
  const [naming, setNaming] = useState(false);
  const [name, setName] = useState('');
  const [role, setRole] = useState<'trait' | 'metaphor'>('metaphor');
  const finish = (): void => {
    if (name.trim() !== '') onName(name.trim(), role);
    setNaming(false);
    setName('');
  };
  if (naming) {
    return (
      <form
        className={styles.menu}
        aria-label={t('selection.nameField')}
        onSubmit={(event) => { event.preventDefault(); finish(); }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          event.stopPropagation();
          if (event.key === 'Escape') setNaming(false);
        }}
      >
        <input className={styles.field} value={name} autoFocus maxLength={80} autoComplete="off" placeholder={t('selection.nameField')} aria-label={t('selection.nameField')} onChange={(event) => setName(event.target.value)} />
        <Segment name={t('catcher.role')} keepsFocus value={role} onChange={setRole} options={[{ value: 'trait' as const, label: t('catcher.trait') }, { value: 'metaphor' as const, label: t('catcher.metaphor') }]} />
        <Button onPress={finish}>{t('selection.nameIt')}</Button>
      </form>
    );
  }
  return (
    <div className={styles.menu} role="toolbar" aria-label={t('selection.name')}>
      {onLeaveGroup && <Button kind="quiet" icon={<CornerLeftUp size={18} strokeWidth={1.8} aria-hidden />} onPress={onLeaveGroup}>{t('selection.leaveGroup')}</Button>}
      <span className={styles.count}>{t('selection.count', { count })}</span>
      {canName && !locked && <Button kind="quiet" icon={<Tag size={18} strokeWidth={1.8} aria-hidden />} onPress={() => setNaming(true)}>{t('selection.nameIt')}</Button>}
      {arrange.length > 0 && !locked && (
        <Menu label={t('selection.arrange')} side="top" items={arrange} trigger={<button type="button" className={styles.arrange}><AlignStartVertical size={18} strokeWidth={1.8} aria-hidden />{t('selection.arrange')}</button>} />
      )}
      <IconButton icon={locked ? <LockOpen size={20} strokeWidth={1.8} /> : <Lock size={20} strokeWidth={1.8} />} label={locked ? t('selection.unlock') : t('selection.lock')} side="top" onPress={() => onLock(!locked)} />
      {!locked && (
        <>
          <IconButton icon={<ArrowUpToLine size={20} strokeWidth={1.8} />} label={t(low ? 'selection.forwardLow' : 'selection.forward')} side="top" onPress={onForward} />
          <IconButton icon={<ArrowDownToLine size={20} strokeWidth={1.8} />} label={t('selection.backward')} side="top" onPress={onBackward} />
          <IconButton icon={<Copy size={20} strokeWidth={1.8} />} label={t('selection.duplicate')} side="top" onPress={onDuplicate} />
          <IconButton icon={<Stamp size={20} strokeWidth={1.8} />} label={t('actions.stamp.keep')} side="top" onPress={onKeepStamp} />
          <IconButton icon={<Trash2 size={20} strokeWidth={1.8} />} label={t('selection.remove')} side="top" onPress={onRemove} />
          <Menu label={t('app.more')} side="top" align="end" items={more} trigger={<button type="button" className={styles.more} aria-label={t('app.more')}><Ellipsis size={20} strokeWidth={1.8} aria-hidden /></button>} />
        </>
      )}
    </div>
  );
}
