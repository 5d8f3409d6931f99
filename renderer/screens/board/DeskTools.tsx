import { useStore } from 'zustand';
import { assertNever } from '../../../shared/base/assertNever.ts';
import { SHADOW_GREYS, type InkColor } from '../../../shared/board/palette.ts';
import { TOOL_KEYS } from '../../actions/toolActions.ts';
import { actionNamed } from '../../actions/list.ts';
import { shortcutText } from '../../actions/shortcuts.ts';
import { onMac } from '../../host/onMac.ts';
import { Dock, type DockTool } from '../../panels/dock/Dock.tsx';
import { ToolIcon, type ToolIconName } from '../../panels/dock/ToolIcon.tsx';
import { FormDrawing } from '../../panels/tray/FormDrawing.tsx';
import { RubPartIcon, RubWholeIcon } from '../../panels/tray/RubIcons.tsx';
import { Tray, type TrayProps } from '../../panels/tray/Tray.tsx';
import { ERASER_WIDTHS, PEN_WIDTHS, takeColor, takeTool, type DeskState } from '../../state/deskStore.ts';
import { FORM_TOOLS, isFormTool, type FormTool } from '../../tools/formTools.ts';
import type { ToolName } from '../../tools/tool.ts';
import { useWords } from '../../words.ts';
import { useBoard } from '../useStored.ts';
import type { DeskSession } from './deskSession.ts';
import { letteringFor } from './letteringChoice.ts';
import { looksOfSelection, rewidth } from './selectionLooks.ts';

/** The broad nibs that lie below the ink; one button of the dock stands for both, a long press on it changes them. */
const FELTS = ['highlighter', 'shadow'] as const satisfies readonly ToolName[];
type FeltName = (typeof FELTS)[number];
const isFelt = (tool: ToolName): tool is FeltName => (FELTS as readonly string[]).includes(tool);

/** One button of the dock stands for all forms: the one that was used last; the tray chooses another. */
const GROUPS: readonly (readonly { readonly tool: ToolName; readonly icon: ToolIconName }[])[] = [
  [{ tool: 'pen', icon: 'pen' }, { tool: 'highlighter', icon: 'highlighter' }, { tool: 'eraser', icon: 'eraser' }, { tool: 'lasso', icon: 'lasso' }, { tool: 'select', icon: 'select' }],
  [{ tool: 'text', icon: 'text' }, { tool: 'stamp', icon: 'stamp' }, { tool: 'rectangle', icon: 'form.rectangle' }, { tool: 'arrow', icon: 'connector' }],
  [{ tool: 'hand', icon: 'hand' }, { tool: 'laser', icon: 'laser' }],
];

/** The key of a tool as it stands on the keyboard. */
const keyText = (keys: (typeof TOOL_KEYS)[number] | undefined): string => (keys ? shortcutText({ key: keys.key, shift: keys.shift ?? false }, onMac()) : '');

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

/** Gives the selection a colour, width or wash; nothing happens when nothing is selected. */
function recolour(desk: DeskSession, style: Parameters<typeof desk.store.do>[0] & { type: 'marks.restyle' }): void {
  if (style.ids.length > 0) desk.store.do(style);
}

function trayFor(desk: DeskSession, state: DeskState, settings: ReturnType<DeskSession['settings']['getState']>, t: ReturnType<typeof useWords>['t']): Omit<TrayProps, 'side'> | null {
  const { tool, style, selection } = state;
  const setStyle = (part: Partial<typeof style>): void => desk.desk.setState({ style: { ...style, ...part } });
  const label = t(TOOL_KEYS.find((entry) => entry.tool === tool)?.label ?? 'tools.pen');
  const lettering = letteringFor(desk, state);
  const looks = looksOfSelection(desk);
  const color = { value: style.color, onChange: (value: typeof style.color) => { takeColor(desk.desk, value); recolour(desk, { type: 'marks.restyle', ids: selection, style: { color: value } }); } };
  const widths = { options: PEN_WIDTHS, value: style.widthUnits, color: style.color, onChange: (widthUnits: number) => { setStyle({ widthUnits }); recolour(desk, { type: 'marks.restyle', ids: selection, style: { widthUnits } }); } };
  const fill = { value: style.fill, noneAllowed: true, onChange: (value: typeof style.fill) => { setStyle({ fill: value }); recolour(desk, { type: 'marks.restyle', ids: selection, style: { fill: value } }); } };
  if (isFormTool(tool)) {
    const named = (form: FormTool): string => `${t(`tray.form.${form}`)} (${keyText(TOOL_KEYS.find((entry) => entry.tool === form))})`;
    const choices = { name: t('tray.forms'), value: tool, onChange: (value: string) => takeTool(desk.desk, value as ToolName), options: FORM_TOOLS.map((form) => ({ value: form, label: t(`tray.form.${form}`), hint: named(form), icon: <FormDrawing form={form} /> })) };
    return { tool: label, color, wash: fill, widths, choices };
  }
  const felts = { name: t('tray.nibs'), value: tool, onChange: (value: string) => takeTool(desk.desk, value as ToolName), options: FELTS.map((felt) => ({ value: felt, label: t(`tools.${felt}`), icon: <ToolIcon name={felt} /> })) };
  switch (tool) {
    case 'pen': return {
      tool: label, color, widths,
      smoothing: { value: settings.smoothing, onChange: (smoothing) => desk.settings.change({ smoothing }) },
      pressure: { on: settings.pressure, onChange: (pressure) => desk.settings.change({ pressure }) },
    };
    case 'shadow': return {
      tool: label, choices: felts,
      color: { value: style.shadowColor, inks: SHADOW_GREYS, onChange: (value) => takeColor(desk.desk, value) },
      widths: { ...widths, color: style.shadowColor },
    };
    case 'highlighter': return {
      tool: label, choices: felts, color: { value: style.highlighterColor, onChange: (value) => takeColor(desk.desk, value) },
      wash: { value: style.highlighterColor, noneAllowed: false, onChange: (value) => { if (value) takeColor(desk.desk, value); } },
      widths: { ...widths, color: style.highlighterColor },
    };
    case 'eraser': return {
      tool: label,
      choices: {
        name: t('tray.rub'), value: style.eraserPart ? 'part' : 'whole', onChange: (value: string) => setStyle({ eraserPart: value === 'part' }),
        options: [{ value: 'whole', label: t('tray.rubWhole'), icon: <RubWholeIcon /> }, { value: 'part', label: t('tray.rubPart'), icon: <RubPartIcon /> }],
      },
      widths: { options: ERASER_WIDTHS, value: style.eraserUnits, color: 'grijs1', onChange: (eraserUnits) => setStyle({ eraserUnits }) },
    };
    case 'select': case 'lasso': return selection.length > 0 ? {
      tool: label, color: { ...color, value: looks.color }, wash: { ...fill, value: looks.fill },
      widths: { ...widths, value: looks.widthUnits, onChange: (widthUnits: number) => { setStyle({ widthUnits }); rewidth(desk, widthUnits); } },
      ...(lettering ? { lettering } : {}),
    } : null;
    case 'text': return {
      tool: label, color, ...(lettering ? { lettering } : {}),
      ...(lettering && lettering.value.accent !== 'none' ? { wash: { value: lettering.value.accentColor, noneAllowed: true, onChange: (accentColor: InkColor | null) => lettering.onChange({ accentColor }) } } : {}),
    };
    case 'stamp': return { tool: label, color };
    case 'arrow': return { tool: label, color, widths };
    case 'hand': case 'laser': return null;
    default: return assertNever(tool);
  }
}

/** What belongs to the active tool; nothing when it has nothing to choose. */
export function DeskTray({ desk }: { readonly desk: DeskSession }) {
  const { t } = useWords();
  const state = useStore(desk.desk);
  const settings = useStore(desk.settings);
  useBoard(desk.store);
  const tray = trayFor(desk, state, settings, t);
  return tray && <Tray {...tray} side={settings.drawingHand} />;
}
