import { X } from 'lucide-react';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useWords } from '../../words.ts';
import { IconButton } from './IconButton.tsx';
import styles from './PanelFrame.module.css';

type PanelFrameProps = {
  readonly title: string;
  /** A line under the title. */
  readonly about?: ReactNode;
  readonly children: ReactNode;
  readonly footer?: ReactNode;
  readonly onClose: () => void;
};

/** What every side panel has: a lettered title, a body that scrolls, a foot that stays. Esc closes it. */
export function PanelFrame({ title, about, children, footer, onClose }: PanelFrameProps) {
  const { t } = useWords();
  const id = useId();
  const panel = useRef<HTMLElement | null>(null);
  // Keys reach the panel as soon as it is there, but a word that is being typed goes on.
  useEffect(() => {
    const at = document.activeElement;
    if (!(at instanceof HTMLInputElement) && !(at instanceof HTMLTextAreaElement)) panel.current?.focus({ preventScroll: true });
  }, []);
  return (
    <section
      ref={panel}
      tabIndex={-1}
      className={styles.panel}
      aria-labelledby={id}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented || event.nativeEvent.isComposing) return;
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
    >
      <header className={styles.head}>
        <h2 id={id} className={styles.title}>{title}</h2>
        <IconButton icon={<X size={24} strokeWidth={1.9} />} label={t('app.close')} onPress={onClose} />
      </header>
      {about !== undefined && <div className={styles.about}>{about}</div>}
      <div className={styles.body}>{children}</div>
      {footer !== undefined && <footer className={styles.foot}>{footer}</footer>}
    </section>
  );
}
