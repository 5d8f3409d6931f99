import { spawn } from 'node:child_process';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import type { BoardId } from '../../../shared/base/ids.ts';
import { projectRoot } from '../../../electron/launch/projectRoot.mjs';
import { environmentOf, launchApp, makeHome, removeHome, testSwitches, type RunningApp } from '../../support/electronApp.ts';
import { electronDist } from '../../support/electronFromPypi.mjs';
import { askFromPage, hearInPage, makeBoard, wholePage } from './askFromPage.ts';

let home: string;
let running: RunningApp;

beforeEach(async () => {
  home = await makeHome();
  running = await launchApp({ display: inject('display'), home, env: { DROOMDOEK_TEST: '1', DROOMDOEK_TEST_DIALOG_PATH: `${home}/` } });
});

afterEach(async () => {
  await running.close().catch(() => undefined);
  await removeHome(home);
});

/** Does something to the desk window in the main process that makes it load again, and waits until it has. */
async function untilLoadedAgain(how: 'crash' | 'hang' | 'gpu'): Promise<void> {
  if (how === 'hang') void running.desk.evaluate(() => { for (;;); }).catch(() => undefined);
  await running.app.evaluate(({ app, BrowserWindow }, way) => new Promise<void>((resolve) => {
    const desk = BrowserWindow.getAllWindows()[0];
    desk?.webContents.once('did-finish-load', () => { resolve(); });
    if (way === 'crash') desk?.webContents.forcefullyCrashRenderer();
    // What Chromium's own watchdog says after half a minute.
    else if (way === 'hang') desk?.emit('unresponsive');
    else process.kill(app.getAppMetrics().find(({ type }) => type === 'GPU')?.pid ?? 0, 'SIGKILL');
  }), how);
}

/** Starts the app a second time for the same person and gives its exit code. */
function startAgain(...args: readonly string[]): Promise<number | null> {
  return startWith({}, ...args);
}

function startWith(env: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<number | null> {
  const second = spawn(join(electronDist, 'electron'), [...testSwitches, projectRoot, ...args], { cwd: home, env: environmentOf(home, { DISPLAY: inject('display'), ...env }), stdio: 'ignore' });
  return new Promise((resolve) => { second.once('exit', resolve); });
}

describe('the desk', () => {
  test.each(['crash', 'hang', 'gpu'] as const)('comes back by itself after a %s', async (how) => {
    await untilLoadedAgain(how);
    const loaded = running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript("window.droomdoek.call('app.info', {})") as Promise<unknown>);
    expect(await loaded).toMatchObject({ ok: true, value: { shell: 'desktop' } });
  });

  test('has the size again that it had when it was closed', async () => {
    const bounds = { x: 200, y: 150, width: 1100, height: 700 };
    const resize = (): Promise<void> => running.app.evaluate(({ BrowserWindow }, to) => { const desk = BrowserWindow.getAllWindows()[0]; desk?.unmaximize(); desk?.setBounds(to); }, bounds);
    const size = (): Promise<object> => running.app.evaluate(({ BrowserWindow }) => { const { width, height } = BrowserWindow.getAllWindows()[0]?.getNormalBounds() ?? { width: 0, height: 0 }; return { width, height }; });
    // A window manager that is still busy with the window before gives it back the size that it knew.
    await expect.poll(async () => { await resize(); await running.desk.waitForTimeout(200); return size(); }).toEqual({ width: 1100, height: 700 });
    await running.close();
    running = await launchApp({ display: inject('display'), home });
    await expect.poll(size).toEqual({ width: 1100, height: 700 });
  });

  test('writes nothing outside the data folder of the person', async () => {
    expect(await readdir(home)).toEqual(expect.arrayContaining(['.local']));
    expect((await readdir(home)).filter((name) => !['.local', '.config', '.cache', '.pki'].includes(name))).toEqual([]);
    expect(await readdir(join(home, '.config')).catch(() => [])).not.toContain('Droomdoek');
  });
});

describe('a window', () => {
  test('reads the files of the built page and nothing else, each with the policy', async () => {
    const answers = await running.desk.evaluate(async () => {
      const worker = [...document.querySelectorAll('script')].map(({ src }) => new URL(src).pathname)[0] ?? '';
      const paths = ['/index.html', worker, '/..%2f..%2fpackage.json', '/%2e%2e/%2e%2e/package.json', '/../package.json', '/assets', '/resources/..%5c..%5cmain.cjs', '/assets/'];
      return Promise.all(paths.map(async (path) => {
        const answer = await fetch(path);
        return { status: answer.status, policy: answer.headers.get('content-security-policy')?.slice(0, 18) };
      }));
    });
    const policy = "default-src 'none'";
    expect(answers).toEqual([{ status: 200, policy }, { status: 200, policy }, ...Array.from({ length: 6 }, () => ({ status: 404, policy }))]);
  });

  test('lets no worker run text as code or call the internet', async () => {
    const worker = (await readdir(join(projectRoot, 'dist/renderer/assets'))).find((name) => /tile.*\.js$/i.test(name));
    expect(worker).toBeDefined();
    const policy = await running.desk.evaluate(async (name) => (await fetch(`assets/${name}`)).headers.get('content-security-policy'), worker);
    expect(policy).toMatch(/script-src 'self'; worker-src 'self'/);
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(await running.desk.evaluate(() => fetch('https://example.org').then(() => 'out', () => 'shut'))).toBe('shut');
  });

  test('goes nowhere else, opens nothing and is permitted nothing', async () => {
    const before = running.desk.url();
    expect(await running.desk.evaluate(() => window.open('https://example.org'))).toBeNull();
    const permissions = await running.desk.evaluate(async () => Promise.all(
      (['geolocation', 'camera', 'microphone', 'notifications', 'clipboard-read'] as const).map(async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state),
    ));
    expect(permissions).toEqual(['denied', 'denied', 'denied', 'denied', 'denied']);
    for (const address of ['https://example.org/', 'file:///etc/passwd', 'app://droomdoek/assets/', 'app://elsewhere/index.html']) {
      await running.desk.evaluate((to) => { location.href = to; }, address).catch(() => undefined);
    }
    expect((await askFromPage(running.desk, 'app.info', {})).shell).toBe('desktop');
    expect(running.desk.url()).toBe(before);
    expect(await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  });

  test('has the names of the contract and no Node', async () => {
    const seen = await running.desk.evaluate(async () => {
      const bridge = (window as unknown as { droomdoek: { call: (name: string, input: unknown) => Promise<unknown>; openDropped: (file: File) => Promise<unknown>; on: (name: string, listener: () => void) => void } }).droomdoek;
      const refused = await bridge.call('boards.burn', {}).catch((error: unknown) => String(error));
      let deaf = '';
      try { bridge.on('anything', () => {}); } catch (error) { deaf = String(error); }
      const pathSaid = await bridge.call('boards.openPath', { path: '/tmp/Kiel.doek' }).catch((error: unknown) => String(error));
      // A file that a script made up lies nowhere, whatever it says of itself.
      const madeUp = await bridge.openDropped(Object.defineProperty(new File(['x'], 'Kiel.doek'), 'path', { value: '/tmp/Kiel.doek' }));
      return { names: Object.keys(bridge), refused, pathSaid, madeUp, deaf, node: [typeof (globalThis as { require?: unknown }).require, typeof (globalThis as { process?: unknown }).process] };
    });
    expect(seen).toMatchObject({ names: ['call', 'openDropped', 'on'], refused: expect.stringContaining('No such call') as string, pathSaid: expect.stringContaining('No such call') as string, madeUp: null, deaf: expect.stringContaining('No such event') as string, node: ['undefined', 'undefined'] });
  });
});

describe('a second start', () => {
  test('hands its board to the app that runs, and ends', async () => {
    const board = await makeBoard(running.desk, 'Droomwijk');
    await askFromPage(running.desk, 'boards.open', { board });
    const saved = await askFromPage(running.desk, 'boards.saveAs', { board });
    expect((await stat(saved?.path ?? '')).size).toBeGreaterThan(100);
    const asked = await hearInPage(running.desk, ['boards.openRequested']);
    expect(await startAgain(saved?.path ?? '')).toBe(0);
    await expect.poll(asked).toEqual([{ board }]);
  });

  test('without a board brings the desk forward', async () => {
    await running.app.evaluate(({ BrowserWindow }) => { BrowserWindow.getAllWindows()[0]?.minimize(); });
    await expect.poll(() => running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized())).toBe(true);
    expect(await startAgain()).toBe(0);
    await expect.poll(() => running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized())).toBe(false);
  });
});

describe('the menu', () => {
  const labels = (): Promise<readonly string[]> => running.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label) ?? []);

  test('speaks the language of the app and follows it', async () => {
    expect(await labels()).toEqual(['Bord', 'Bewerken', 'Beeld', 'Zaal', 'Hulp']);
    const settings = await askFromPage(running.desk, 'settings.get', {});
    await askFromPage(running.desk, 'settings.set', { settings: { ...settings, locale: 'en' } });
    await expect.poll(async () => (await labels())[1]).toBe('Edit');
  });

  test('gives cut, copy and paste to the page as clipboard events when no text field has the keyboard', async () => {
    // Chromium sends a page no editing commands before the first press in it; nothing is chosen before that either.
    await running.desk.mouse.click(700, 900);
    await running.desk.evaluate(() => {
      (document.activeElement as HTMLElement | null)?.blur();
      getSelection()?.removeAllRanges();
      const heard: string[] = [];
      Object.assign(window, { heard });
      for (const name of ['cut', 'copy', 'paste']) document.addEventListener(name, (event) => { heard.push(`${name} ${(event.target as Element).tagName}`); });
    });
    for (const id of ['edit.copy', 'edit.cut', 'edit.paste']) {
      await running.app.evaluate(({ BrowserWindow, Menu }, item) => {
        const desk = BrowserWindow.getAllWindows()[0];
        desk?.focus();
        Menu.getApplicationMenu()?.getMenuItemById(item)?.click({}, desk, desk?.webContents);
      }, id);
    }
    await expect.poll(() => running.desk.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual(['copy BODY', 'cut BODY', 'paste BODY']);
  });

  test('tells the desk which action was chosen', async () => {
    const heard = await hearInPage(running.desk, ['menu.chosen']);
    await running.app.evaluate(({ Menu, BrowserWindow }) => {
      const item = Menu.getApplicationMenu()?.getMenuItemById('room.curtain');
      item?.click(undefined, BrowserWindow.getAllWindows()[0], undefined);
    });
    await expect.poll(heard).toEqual([{ action: 'room.curtain' }]);
  });
});

test.each([
  ['the desk is closed', () => running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())],
  ['the app is quit', () => running.app.evaluate(({ app }) => app.quit())],
  ['the app is quit while the room watches', async (board: BoardId) => {
    await askFromPage(running.desk, 'room.open', { display: null, view: wholePage(board) });
    await running.app.evaluate(({ app }) => app.quit());
  }],
] as const)('when %s its boards are left whole on the disk, with what the window hands over as it goes', async (_how, end) => {
  const board = await makeBoard(running.desk, 'Droomwijk');
  await askFromPage(running.desk, 'boards.open', { board });
  await askFromPage(running.desk, 'board.do', { board, opId: 'op-1', command: { type: 'board.rename', title: 'Droomwijk Kiel' } });
  await running.desk.evaluate((input) => {
    const { droomdoek } = window as unknown as { readonly droomdoek: { readonly call: (name: string, input: unknown) => Promise<unknown> } };
    window.addEventListener('beforeunload', () => { void droomdoek.call('board.do', input); });
  }, { board, opId: 'op-2', command: { type: 'board.rename', title: 'Droomwijk Linkeroever' } });
  const ended = new Promise((resolve) => { running.app.process().once('exit', resolve); });
  await end(board).catch(() => undefined);
  await ended;
  const folder = join(home, '.local/share/droomdoek/boards', board);
  const names = await readdir(folder);
  expect(names).not.toContain('open');
  const newest = names.filter((name) => name.startsWith('snapshot')).sort().at(-1) ?? '';
  expect(await readFile(join(folder, newest), 'utf8')).toContain('Droomwijk Linkeroever');
});

test('an app that finds no place for its data ends and does not linger without a window', async () => {
  const file = join(home, 'a-file');
  await writeFile(file, '');
  expect(await startWith({ DROOMDOEK_TEST: '1', DROOMDOEK_DATA: join(file, 'data') })).toBe(1);
});
