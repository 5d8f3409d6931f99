import { Check } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { ReactNode } from 'react';
import { Kbd } from './Kbd.tsx';
import styles from './Menu.module.css';

export type MenuItem =
  | { readonly kind: 'do'; readonly id: string; readonly label: string; readonly icon?: ReactNode; readonly shortcut?: string; readonly disabled?: boolean; readonly onPress: () => void }
  /** One of a few; the chosen one has a tick. */
  | { readonly kind: 'choice'; readonly id: string; readonly label: string; readonly icon?: ReactNode; readonly chosen: boolean; readonly onPress: () => void }
  | { readonly kind: 'line'; readonly id: string };

type MenuProps = {
  /** A button; it opens the menu. */
  readonly trigger: ReactNode;
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly side?: 'top' | 'bottom' | 'left' | 'right';
  readonly align?: 'start' | 'end';
  /** Called when the menu closes, to bring the focus elsewhere than back to the trigger. */
  readonly onCloseFocus?: () => void;
};

function MenuLine({ item }: { readonly item: MenuItem }) {
  if (item.kind === 'line') return <DropdownMenu.Separator className={styles.line} />;
  if (item.kind === 'choice') {
    return (
      <DropdownMenu.CheckboxItem className={styles.item} checked={item.chosen} onSelect={item.onPress}>
        {item.icon}
        <span className={styles.words}>{item.label}</span>
        {item.chosen && <Check size={18} aria-hidden />}
      </DropdownMenu.CheckboxItem>
    );
  }
  return (
    <DropdownMenu.Item className={styles.item} disabled={item.disabled ?? false} onSelect={item.onPress}>
      {item.icon}
      <span className={styles.words}>{item.label}</span>
      {item.shortcut !== undefined && <Kbd keys={item.shortcut} />}
    </DropdownMenu.Item>
  );
}

/** A small menu at a button; it never blocks what lies beside it. */
export function Menu({ trigger, label, items, side = 'bottom', align = 'start', onCloseFocus }: MenuProps) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          className={styles.content}
          aria-label={label}
          side={side}
          align={align}
          sideOffset={6}
          collisionPadding={10}
          onCloseAutoFocus={onCloseFocus === undefined ? undefined : (event) => { event.preventDefault(); onCloseFocus(); }}
        >
          {items.map((item) => <MenuLine key={item.id} item={item} />)}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
