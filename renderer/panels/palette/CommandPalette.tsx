import { Command } from 'cmdk';
import { useEffect, useRef } from 'react';
import { useWords } from '../../words.ts';
import { Kbd } from '../parts/Kbd.tsx';
import styles from './CommandPalette.module.css';

/** An action as the palette lists it. */
export type PaletteItem = { readonly id: string; readonly label: string; readonly shortcut: string | null; readonly enabled: boolean };

export type CommandPaletteProps = {
  readonly items: readonly PaletteItem[];
  readonly onRun: (id: string) => void;
  readonly onDismiss: () => void;
};

/** Every action by its name. It blocks nothing: a press elsewhere or Esc takes it away. */
export function CommandPalette({ items, onRun, onDismiss }: CommandPaletteProps) {
  const { t } = useWords();
  const frame = useRef<HTMLDivElement | null>(null);
  const field = useRef<HTMLInputElement | null>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <div
      ref={frame}
      className={styles.palette}
      role="dialog"
      aria-label={t('palette.title')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
        event.stopPropagation();
        onDismiss();
      }}
      onBlur={(event) => { if (!frame.current?.contains(event.relatedTarget)) onDismiss(); }}
    >
      <Command label={t('palette.title')} loop>
        <Command.Input ref={field} className={styles.field} placeholder={t('palette.placeholder')} />
        <Command.List className={styles.list} tabIndex={-1}>
          <Command.Empty className={styles.none}>{t('palette.none')}</Command.Empty>
          {items.map((item) => (
            <Command.Item key={item.id} value={item.id} keywords={[item.label]} disabled={!item.enabled} className={styles.item} onSelect={() => onRun(item.id)}>
              <span>{item.label}</span>
              {item.shortcut !== null && <Kbd keys={item.shortcut} />}
            </Command.Item>
          ))}
        </Command.List>
      </Command>
    </div>
  );
}
