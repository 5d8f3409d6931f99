import { Tooltip } from 'radix-ui';
import type { ReactNode } from 'react';
import styles from './IconButton.module.css';
import { Kbd } from './Kbd.tsx';

type IconButtonProps = {
  readonly icon: ReactNode;
  /** Read aloud and shown beside the button under a resting pointer. */
  readonly label: string;
  readonly shortcut?: string;
  readonly onPress: () => void;
  readonly pressed?: boolean;
  readonly disabled?: boolean;
  /** Where the name appears; choose the side away from the sheet. */
  readonly side?: 'left' | 'right' | 'top' | 'bottom';
  readonly expanded?: boolean;
  /** Takes the focus when it comes. */
  readonly focused?: boolean;
};

/** A button with a drawing only: 44 px, with its name and key under a resting pointer. */
export function IconButton({ icon, label, shortcut, onPress, pressed, disabled = false, side = 'bottom', expanded, focused = false }: IconButtonProps) {
  return (
    <Tooltip.Provider delayDuration={600} disableHoverableContent>
      <Tooltip.Root>
        <Tooltip.Trigger asChild>
          <button
            type="button"
            // eslint-disable-next-line jsx-a11y/no-autofocus -- only where a key was pressed for this very button
            autoFocus={focused}
            className={styles.button}
            aria-label={label}
            aria-pressed={pressed}
            aria-expanded={expanded}
            aria-keyshortcuts={shortcut}
            disabled={disabled}
            onClick={onPress}
          >
            {icon}
          </button>
        </Tooltip.Trigger>
        <Tooltip.Portal>
          <Tooltip.Content className={styles.name} side={side} sideOffset={4} collisionPadding={8}>
            {label}
            {shortcut !== undefined && <Kbd keys={shortcut} />}
          </Tooltip.Content>
        </Tooltip.Portal>
      </Tooltip.Root>
    </Tooltip.Provider>
  );
}
