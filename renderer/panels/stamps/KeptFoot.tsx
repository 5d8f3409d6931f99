import { PencilLine, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useWords } from '../../words.ts';
import { Button } from '../parts/Button.tsx';
import { EditableName } from '../parts/EditableName.tsx';
import { IconButton } from '../parts/IconButton.tsx';
import styles from './KeptFoot.module.css';

export type KeptFootProps = {
  /** The own stamp that is in the hand, or null. */
  readonly chosen: { readonly id: string; readonly name: string } | null;
  /** What was just done, until something else is; with `restore` it can be taken back. */
  readonly said: { readonly text: string; readonly restore: string | null } | null;
  readonly onRename: (id: string, name: string) => void;
  readonly onRemove: (id: string) => void;
  readonly onRestore: (id: string) => void;
};

/** What one can do with an own stamp; nothing is shown while none is in the hand. */
export function KeptFoot({ chosen, said, onRename, onRemove, onRestore }: KeptFootProps) {
  const { t } = useWords();
  const [renaming, setRenaming] = useState<string | null>(null);
  if (said) {
    const { text, restore } = said;
    return (
      <div className={styles.foot}>
        <p className={styles.words} role="status">{text}</p>
        {restore !== null && <Button onPress={() => onRestore(restore)}>{t('stamps.restore')}</Button>}
      </div>
    );
  }
  if (!chosen) return null;
  const label = t('stamps.rename', { name: chosen.name });
  return (
    <div className={styles.foot} role="group" aria-label={chosen.name}>
      {renaming === chosen.id
        ? <EditableName editing value={chosen.name} label={t('stamps.nameField')} editLabel={label} onRename={(name) => onRename(chosen.id, name)} onDone={() => setRenaming(null)} className={styles.name} />
        : <p className={`${styles.words} ${styles.name}`}>{chosen.name}</p>}
      <IconButton icon={<PencilLine size={20} strokeWidth={1.8} />} label={label} side="top" onPress={() => setRenaming(chosen.id)} />
      <IconButton icon={<Trash2 size={20} strokeWidth={1.8} />} label={t('stamps.remove', { name: chosen.name })} side="top" onPress={() => onRemove(chosen.id)} />
    </div>
  );
}
