import { useStore } from 'zustand';
import { TOOL_KEYS } from '../../actions/toolActions.ts';
import { actionNamed } from '../../actions/list.ts';
import { shortcutText } from '../../actions/shortcuts.ts';
import { onMac } from '../../host/onMac.ts';
import { Dock, type DockTool } from '../../panels/dock/Dock.tsx';
import type { ToolIconName } from '../../panels/dock/ToolIcon.tsx';
import { takeTool } from '../../state/deskStore.ts';
import { isFormTool } from '../../tools/formTools.ts';
import type { ToolName } from '../../tools/tool.ts';
import { useWords } from '../../words.ts';
import { useBoard } from '../useStored.ts';
import type { DeskSession } from './deskSession.ts';
import { FELTS, keyText } from './toolKeys.ts';

type FeltName = (typeof FELTS)[number];
const isFelt = (tool: ToolName): tool is FeltName => (FELTS as readonly string[]).includes(tool);

/** One button of the dock stands for all forms: the one that was used last; the tray chooses another. */
const GROUPS: readonly (readonly { readonly tool: ToolName; readonly icon: ToolIconName }[])[] = [
  [{ tool: 'pen', icon: 'pen' }, { tool: 'highlighter', icon: 'highlighter' }, { tool: 'eraser', icon: 'eraser' }, { tool: 'lasso', icon: 'lasso' }, { tool: 'select', icon: 'select' }],
  [{ tool: 'text', icon: 'text' }, { tool: 'stamp', icon: 'stamp' }, { tool: 'rectangle', icon: 'form.rectangle' }, { tool: 'arrow', icon: 'connector' }],
  [{ tool: 'hand', icon: 'hand' }, { tool: 'laser', icon: 'laser' }],
];

/** The dock with the desk's tools, and undo and redo. */
export function DeskDock({ desk }: { readonly desk: DeskSession }) {
  const { t } = useWords();
  const active = useStore(desk.desk, (state) => state.tool);
  const lastForm = useStore(desk.desk, (state) => state.lastForm);
  const { history } = useBoard(desk.store);
  const groups = GROUPS.map((group) => group.map((place): DockTool => {
    const tool = place.tool === 'highlighter' && active === 'shadow' ? 'shadow' : place.tool === 'rectangle' ? lastForm : place.tool;
    const icon = tool === 'shadow' ? 'shadow' : isFormTool(tool) ? `form.${tool}` as const : place.icon;
    const keys = TOOL_KEYS.find((entry) => entry.tool === tool);
    const label = t(keys?.label ?? 'tools.pen');
    return { id: tool, icon, label: isFormTool(tool) ? t(`tools.form.${tool}`) : label, aloud: label, shortcut: keyText(keys), active: active === tool, disabled: false, hasMore: isFelt(tool), once: false };
  }));
  const once = (id: 'edit.undo' | 'edit.redo', icon: 'undo' | 'redo', disabled: boolean): DockTool => {
    const shortcut = actionNamed(id)?.shortcuts[0];
    return { id, icon, label: t(icon === 'undo' ? 'tools.undo' : 'tools.redo'), shortcut: shortcut ? shortcutText(shortcut, onMac()) : '', active: false, disabled, hasMore: false, once: true };
  };
  return (
    <Dock
      groups={[...groups, [once('edit.undo', 'undo', history.undo === null), once('edit.redo', 'redo', history.redo === null)]]}
      onTool={(id) => (id.startsWith('edit.') ? actionNamed(id)?.run(desk) : takeTool(desk.desk, id as ToolName))}
      onHold={(id) => takeTool(desk.desk, id === 'highlighter' ? 'shadow' : 'highlighter')}
    />
  );
}
