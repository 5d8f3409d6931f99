import type { ElectronApplication, Page } from 'playwright';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import type { BoardId } from '../../../shared/base/ids.ts';
import { laptopPx, projectorOn, projectorPx, smallProjectorPx } from '../../support/displays.ts';
import { launchApp, removeHome, type RunningApp } from '../../support/electronApp.ts';
import { askFromPage, hearInPage, makeBoard, wholePage } from './askFromPage.ts';

const projector = projectorOn(inject('display'));
const projectorBounds = { x: laptopPx.width, y: 0, ...projectorPx };

let running: RunningApp;
let board: BoardId;

beforeEach(async () => {
  projector.plug();
  running = await launchApp({ display: inject('display') });
  board = await makeBoard(running.desk, 'Kiel');
});

afterEach(async () => {
  await running.close();
  await removeHome(running.home);
  projector.plug();
});

type Seen = { readonly bounds: object; readonly fullScreen: boolean; readonly visible: boolean; readonly focused: boolean; readonly menu: boolean };

/** What the window manager made of the room screen, or null when there is none. */
function roomWindow(app: ElectronApplication): Promise<Seen | null> {
  return app.evaluate(({ BrowserWindow }) => {
    const room = BrowserWindow.getAllWindows().find((window) => window.webContents.getURL().endsWith('?room'));
    return room ? { bounds: room.getBounds(), fullScreen: room.isFullScreen(), visible: room.isVisible(), focused: room.isFocused(), menu: room.isMenuBarVisible() } : null;
  });
}

async function openRoom(display: string | null = null): Promise<Page> {
  const opened = running.app.waitForEvent('window');
  await askFromPage(running.desk, 'room.open', { display, view: wholePage(board) });
  const room = await opened;
  await room.waitForLoadState('load');
  await expect.poll(() => roomWindow(running.app)).toMatchObject({ visible: true });
  return room;
}

const onProjector = { bounds: projectorBounds, fullScreen: true, visible: true };

describe('the room screen', () => {
  test('fills the projector and leaves the keyboard with the desk', async () => {
    const room = await openRoom();
    await expect.poll(() => roomWindow(running.app)).toEqual({ ...onProjector, focused: false, menu: false });
    expect(await room.evaluate(() => getComputedStyle(document.body).cursor)).toBe('none');
    expect(await askFromPage(running.desk, 'room.state', {})).toMatchObject({ open: true, view: { board } });
  });

  test('keeps the display awake while it is open, and only then', async () => {
    const awake = (): Promise<boolean> => running.app.evaluate(({ powerSaveBlocker }) => powerSaveBlocker.isStarted(0));
    await openRoom();
    expect(await awake()).toBe(true);
    expect(await askFromPage(running.desk, 'room.close', {})).toMatchObject({ open: false });
    await expect.poll(() => roomWindow(running.app)).toBeNull();
    expect(await awake()).toBe(false);
  });

  test('goes at once when the projector is unplugged, and comes back with it', async () => {
    await openRoom();
    await expect.poll(() => roomWindow(running.app)).toMatchObject(onProjector);
    projector.unplug();
    await expect.poll(() => roomWindow(running.app)).toMatchObject({ visible: false });
    await expect.poll(() => askFromPage(running.desk, 'room.state', {})).toMatchObject({ open: true, display: null });
    projector.plug();
    await expect.poll(() => roomWindow(running.app)).toMatchObject({ ...onProjector, focused: false });
  });

  test('fills the projector when that shows another number of pixels, and its picture with it', async () => {
    const room = await openRoom();
    await expect.poll(() => roomWindow(running.app)).toMatchObject(onProjector);
    projector.resize(smallProjectorPx);
    await expect.poll(() => roomWindow(running.app)).toMatchObject({ bounds: { x: laptopPx.width, y: 0, ...smallProjectorPx }, fullScreen: true, visible: true });
    await expect.poll(() => room.evaluate(() => [window.innerWidth, window.innerHeight])).toEqual([smallProjectorPx.width, smallProjectorPx.height]);
    expect(await askFromPage(running.desk, 'room.state', {})).toMatchObject({ open: true });
    projector.plug();
    await expect.poll(() => roomWindow(running.app)).toMatchObject(onProjector);
  });

  test('goes to the display that the facilitator chose, by a name that outlives its number', async () => {
    const displays = await askFromPage(running.desk, 'room.displays', {});
    const mine = displays.find(({ holdsDesk }) => holdsDesk), other = displays.find(({ holdsDesk }) => !holdsDesk);
    await openRoom(mine?.id);
    await expect.poll(() => roomWindow(running.app)).toMatchObject({ bounds: { x: 0, y: 0, ...laptopPx } });
    await askFromPage(running.desk, 'room.open', { display: other?.id ?? null, view: wholePage(board) });
    await expect.poll(() => roomWindow(running.app)).toMatchObject(onProjector);
    projector.unplug();
    await expect.poll(() => askFromPage(running.desk, 'room.displays', {})).toHaveLength(1);
    projector.plug();
    await expect.poll(() => askFromPage(running.desk, 'room.displays', {}).then((now) => now.map(({ id }) => id))).toContain(other?.id);
    await expect.poll(() => roomWindow(running.app)).toMatchObject(onProjector);
  });

  test('comes back by itself when it crashes, still without the keyboard', async () => {
    const room = await openRoom();
    const loadedAgain = running.app.evaluate(({ BrowserWindow }) => new Promise<void>((resolve) => {
      const window = BrowserWindow.getAllWindows().find(({ webContents }) => webContents.getURL().endsWith('?room'));
      window?.webContents.once('did-finish-load', () => { resolve(); });
      window?.webContents.forcefullyCrashRenderer();
    }));
    await loadedAgain;
    await expect.poll(() => roomWindow(running.app)).toEqual({ ...onProjector, focused: false, menu: false });
    expect(room.url()).toMatch(/\?room$/);
  });

  test('does not leave on Escape', async () => {
    const room = await openRoom();
    await room.keyboard.press('Escape');
    await running.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows().find(({ webContents }) => webContents.getURL().endsWith('?room'))?.webContents;
      for (const type of ['keyDown', 'keyUp'] as const) contents?.sendInputEvent({ type, keyCode: 'Escape' });
    });
    // An answer of the room's own page: by then the key has been dealt with.
    await room.evaluate(() => new Promise(requestAnimationFrame));
    expect(await roomWindow(running.app)).toMatchObject(onProjector);
  });

  test('is a plain window beside the tools when there is one display only', async () => {
    projector.unplug();
    await expect.poll(() => askFromPage(running.desk, 'room.displays', {})).toHaveLength(1);
    await openRoom();
    expect(await roomWindow(running.app)).toMatchObject({ fullScreen: false, visible: true });
  });

  test('becomes a plain window when it is opened again without the projector, and fills it when it is back', async () => {
    await openRoom();
    projector.unplug();
    await expect.poll(() => roomWindow(running.app)).toMatchObject({ visible: false });
    await openRoom();
    expect(await roomWindow(running.app)).toMatchObject({ fullScreen: false, visible: true });
    projector.plug();
    await expect.poll(() => askFromPage(running.desk, 'room.displays', {})).toHaveLength(2);
    await openRoom();
    await expect.poll(() => roomWindow(running.app)).toMatchObject(onProjector);
  });

  test('fills the only display when it is told to', async () => {
    projector.unplug();
    await expect.poll(() => askFromPage(running.desk, 'room.displays', {})).toHaveLength(1);
    const [only] = await askFromPage(running.desk, 'room.displays', {});
    await openRoom(only?.id);
    await expect.poll(() => roomWindow(running.app)).toMatchObject({ fullScreen: true, bounds: { x: 0, y: 0, ...laptopPx } });
  });

  test('hears what the desk shows it, live ink included', async () => {
    const room = await openRoom();
    const heard = await hearInPage(room, ['room.live', 'room.state']);
    const dark = { ...wholePage(board), curtain: 'black' as const };
    await askFromPage(running.desk, 'room.show', { view: dark });
    await askFromPage(running.desk, 'room.live', { message: { kind: 'laser', at: { x: 10, y: 20 } } });
    await expect.poll(heard).toMatchObject([{ open: true, view: dark }, { kind: 'laser', at: { x: 10, y: 20 } }]);
  });
});
