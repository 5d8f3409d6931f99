import './looks/fonts.css';
import './looks/tokens.css';
import './looks/base.css';
import { connectHost } from './host/host.ts';
import { firstBoard } from './host/firstBoard.ts';
import { boardFonts } from './stage/boardFonts.ts';

/**
 * The first thing that a window runs: it asks the services for what will be shown, and only then waits for the code
 * that shows it. A board is laid down and can be drawn on before the code of the screen around it is fetched (see
 * `vite.config.ts`); the room screen is a page of its own, loaded only by its window.
 */
async function start(): Promise<void> {
  const host = connectHost(window);
  const asked = { host, settings: host.call('settings.get', {}) };
  if (new URLSearchParams(location.search).has('room')) {
    boardFonts();
    const { showRoom } = await import('./screens/room/showRoom.tsx');
    await showRoom(await pageRoot(), asked);
    return;
  }
  const first = firstBoard(host, window.sessionStorage);
  void first.then(async (found) => {
    if (found) return;
    boardFonts();
    await Promise.all([import('./screens/showDesk.tsx'), import('./screens/StartPage.tsx')]);
  });
  const { firstSheet } = await import('./screens/firstSheet.ts');
  const root = await pageRoot();
  const desk = await firstSheet(root, asked, first);
  // Fetched beside the screen's code; a sheet that is drawn on needs none of them.
  boardFonts();
  const { showDesk } = await import('./screens/showDesk.tsx');
  await showDesk(root, desk);
}

/** Where the page is to be shown; this script may run before the browser has read that far. */
async function pageRoot(): Promise<HTMLElement> {
  if (document.readyState === 'loading') await new Promise((read) => { document.addEventListener('DOMContentLoaded', read, { once: true }); });
  const root = document.getElementById('root');
  if (!root) throw new Error('The page has no #root');
  return root;
}

void start();
