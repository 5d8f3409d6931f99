import { Toolbar } from 'radix-ui';
import { Fragment, useRef } from 'react';
import { useWords } from '../../words.ts';
import styles from './Dock.module.css';
import { ToolIcon, type ToolIconName } from './ToolIcon.tsx';

/** One tool of the dock. */
export type DockTool = {
  readonly id: string;
  readonly icon: ToolIconName;
  readonly label: string;
  /** The key that chooses it, as printed on the keyboard. */
  readonly shortcut: string;
  readonly active: boolean;
  readonly disabled: boolean;
  /** True when a long press opens something. */
  readonly hasMore: boolean;
  /** Undo and redo are pressed, not chosen. */
  readonly once: boolean;
  /** Said instead of the label when it tells more: "woord ongedaan maken". */
  readonly aloud?: string;
};

export type DockProps = {
  /** Groups of tools: drawing, placing, moving, undo. At most thirteen tools in all. */
  readonly groups: readonly (readonly DockTool[])[];
  readonly onTool: (id: string) => void;
  /** A long press or the other mouse button. */
  readonly onHold: (id: string) => void;
};

const HOLD_MS = 450;

function Tool({ tool, onTool, onHold }: { readonly tool: DockTool } & Omit<DockProps, 'groups'>) {
  const { t } = useWords();
  const timer = useRef<number | null>(null);
  const held = useRef(false);
  const release = (): void => {
    if (timer.current !== null) window.clearTimeout(timer.current);
    timer.current = null;
  };
  const name = tool.aloud ?? tool.label;
  return (
    <Toolbar.Button
      className={styles.tool}
      disabled={tool.disabled}
      title={`${name} (${tool.shortcut})`}
      aria-label={tool.hasMore ? t('tools.holdForMore', { tool: name }) : name}
      aria-pressed={tool.once ? undefined : tool.active}
      aria-keyshortcuts={tool.shortcut}
      onPointerDown={() => {
        held.current = false;
        if (tool.hasMore) timer.current = window.setTimeout(() => { held.current = true; onHold(tool.id); }, HOLD_MS);
      }}
      onPointerUp={release}
      onPointerLeave={release}
      onPointerCancel={release}
      onContextMenu={(event) => {
        event.preventDefault();
        release();
        if (tool.hasMore && !held.current) onHold(tool.id);
        held.current = true;
      }}
      onClick={() => {
        if (!held.current) onTool(tool.id);
        held.current = false;
      }}
    >
      <span className={styles.face}>
        <ToolIcon name={tool.icon} />
        <span className={styles.label}>{tool.label}</span>
      </span>
    </Toolbar.Button>
  );
}

/** The tools at the side of the drawing hand. The edge of the panel still counts as the tool beside it. */
export function Dock({ groups, onTool, onHold }: DockProps) {
  const { t } = useWords();
  return (
    <Toolbar.Root className={styles.dock} orientation="vertical" aria-label={t('tools.dock')}>
      {groups.map((group, i) => (
        <Fragment key={group.map(({ id }) => id).join(' ')}>
          {i > 0 && <Toolbar.Separator className={styles.line} />}
          {group.map((tool) => <Tool key={tool.id} tool={tool} onTool={onTool} onHold={onHold} />)}
        </Fragment>
      ))}
    </Toolbar.Root>
  );
}
