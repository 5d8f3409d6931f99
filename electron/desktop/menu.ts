import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { Locale } from '../../shared/board/board.ts';
import { say } from '../../shared/strings/say.ts';

/** Menu entries that run an action of the desk, with the keys that are shown beside them. */
const ACTION_KEYS = {
  'board.new': 'CmdOrCtrl+N',
  'board.open': 'CmdOrCtrl+O',
  'board.saveAs': 'CmdOrCtrl+S',
  'board.export': 'CmdOrCtrl+E',
  'board.print': 'CmdOrCtrl+P',
  'edit.undo': 'CmdOrCtrl+Z',
  'edit.redo': 'CmdOrCtrl+Shift+Z',
  'edit.duplicate': 'CmdOrCtrl+D',
  'edit.selectAll': 'CmdOrCtrl+A',
  'edit.delete': 'Delete',
  'view.fit': 'CmdOrCtrl+0',
  'view.zoomIn': 'CmdOrCtrl+Plus',
  'view.zoomOut': 'CmdOrCtrl+-',
  'view.actual': 'CmdOrCtrl+1',
  'room.open': null,
  'room.curtain': 'B',
  'vote.open': null,
  'help.shortcuts': null,
} as const satisfies { readonly [action: string]: string | null };

type ActionInMenu = keyof typeof ACTION_KEYS;

/** What was chosen: an action of the desk, or the language to go on in. */
export type MenuChoice = { readonly action: ActionInMenu } | { readonly action: 'app.language'; readonly locale: Locale };

export type MenuOptions = { readonly locale: Locale; readonly platform: string; readonly choose: (choice: MenuChoice) => void };

const LINE: MenuItemConstructorOptions = { type: 'separator' };

/** Shows the menu of the desk; on macOS it is the app's, elsewhere it comes with Alt. */
export function showMenu(options: MenuOptions): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(deskMenu(options)));
}

/**
 * The menu of the desk. Its keys are shown but not taken, since the page itself knows whether a key
 * belongs to the board or to a text field. Cut, copy and paste are the system's own: in a field they edit
 * its text, elsewhere the page gets the clipboard event that goes with them.
 */
function deskMenu(options: MenuOptions): MenuItemConstructorOptions[] {
  const { locale } = options;
  const mac = options.platform === 'darwin';
  const item = (action: ActionInMenu): MenuItemConstructorOptions => actionItem(action, options);
  const quit: MenuItemConstructorOptions[] = mac ? [] : [LINE, { label: say(locale, 'menu.quit'), role: 'quit' }];
  const macOnly = (role: 'appMenu' | 'windowMenu', label: string): MenuItemConstructorOptions[] => (mac ? [{ role, label }] : []);
  return [
    ...macOnly('appMenu', say(locale, 'menu.app')),
    { label: say(locale, 'menu.board'), submenu: [item('board.new'), item('board.open'), LINE, item('board.saveAs'), item('board.export'), item('board.print'), LINE, languageItem(options), ...quit] },
    { label: say(locale, 'menu.edit'), submenu: [item('edit.undo'), item('edit.redo'), LINE, ...clipboardItems(locale), item('edit.duplicate'), item('edit.delete'), LINE, item('edit.selectAll')] },
    { label: say(locale, 'menu.view'), submenu: [item('view.fit'), item('view.actual'), item('view.zoomIn'), item('view.zoomOut')] },
    { label: say(locale, 'menu.room'), submenu: [item('room.open'), item('room.curtain'), LINE, item('vote.open')] },
    ...macOnly('windowMenu', say(locale, 'menu.window')),
    { label: say(locale, 'menu.help'), role: 'help', submenu: [item('help.shortcuts')] },
  ];
}

function actionItem(action: ActionInMenu, { locale, choose }: MenuOptions): MenuItemConstructorOptions {
  const accelerator = ACTION_KEYS[action];
  const keys = accelerator === null ? {} : { accelerator, registerAccelerator: false };
  return { id: action, label: capital(say(locale, `actions.${action}`)), click: () => { choose({ action }); }, ...keys };
}

function clipboardItems(locale: Locale): MenuItemConstructorOptions[] {
  return (['cut', 'copy', 'paste'] as const).map((role) => ({ id: `edit.${role}`, role, label: capital(say(locale, `actions.edit.${role}`)), registerAccelerator: false }));
}

function languageItem({ locale, choose }: MenuOptions): MenuItemConstructorOptions {
  const choice = (to: Locale, label: string): MenuItemConstructorOptions => ({ id: `app.language.${to}`, label, type: 'radio', checked: locale === to, click: () => { choose({ action: 'app.language', locale: to }); } });
  return { label: say(locale, 'settings.language'), submenu: [choice('nl', say(locale, 'settings.dutch')), choice('en', say(locale, 'settings.english'))] };
}

/** Buttons begin small, menus of the system with a capital. */
function capital(label: string): string {
  return label.charAt(0).toUpperCase() + label.slice(1);
}
