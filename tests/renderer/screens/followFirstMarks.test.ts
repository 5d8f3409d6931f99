import { describe, expect, test } from 'vitest';
import { createTakenFiles } from '../../../renderer/host/takenFiles.ts';
import type { Line } from '../../../renderer/host/connectedHost.ts';
import { followFirstMarks } from '../../../renderer/screens/followFirstMarks.ts';
import { emptyBoard } from '../../../shared/board/emptyBoard.ts';
import type { PlainDocument } from '../../../shared/contract/boards.ts';
import type { Result } from '../../../shared/contract/trouble.ts';

const document: PlainDocument = { board: emptyBoard({ id: 'b' as never, title: 'Kiel', locale: 'nl', createdMs: 0 }), inks: {} };

/** A window and what it shows; the test says what the services tell it. */
function windowThat(isOnlyWindow: boolean, name = 'tab') {
  let sent = 0;
  const files = createTakenFiles(() => `${name} ${++sent}`);
  const shown: (PlainDocument | null)[] = [];
  let tell: (event: { readonly document: PlainDocument | null; readonly sent: string | null }) => void = () => undefined;
  let line: (line: Line) => void = () => undefined;
  followFirstMarks({
    files, isOnlyWindow, show: (first) => shown.push(first),
    host: { on: (_name, listener) => { tell = listener as never; return () => undefined; }, onLine: (listener) => { line = listener; return () => undefined; } },
  });
  let answer: (result: Result<null>) => void = () => undefined;
  const send = () => files.follow(() => new Promise<Result<null>>((resolve) => { answer = resolve; }));
  return { shown, tell: (of: PlainDocument | null, named: string | null = `${name} 1`) => tell({ document: of, sent: named }), line: (state: Line) => line(state), send, answer: (result: Result<null>) => answer(result) };
}

describe('the first marks of a file', () => {
  test('are shown in the window that sent it, and stay until its board does', async () => {
    const tab = windowThat(false);
    const sent = tab.send();
    tab.tell(document);
    tab.answer({ ok: true, value: null });
    await sent;
    expect(tab.shown).toEqual([document]);
  });

  test('are not shown in a window beside it, which would never open that board', async () => {
    const tab = windowThat(false);
    tab.tell(document);
    expect(tab.shown).toEqual([]);
    const sent = tab.send();
    tab.answer({ ok: true, value: null });
    await sent;
    tab.tell(document);
    expect(tab.shown).toEqual([]);
  });

  test('are those of its own file: a file of another tab shows nothing here and takes nothing away', async () => {
    const tab = windowThat(false);
    const sent = tab.send();
    tab.tell(document);
    tab.tell(null, 'other 1');
    tab.tell({ ...document, inks: {} }, 'other 2');
    tab.tell(document, null);
    expect(tab.shown).toEqual([document]);
    tab.tell(null);
    expect(tab.shown).toEqual([document, null]);
    tab.answer({ ok: true, value: null });
    await sent;
  });

  test('are shown on the desktop, whoever opened the file', () => {
    const desktop = windowThat(true);
    desktop.tell(document, null);
    desktop.tell(null, null);
    expect(desktop.shown).toEqual([document, null]);
  });

  test('go when the file turns out to be no board, whoever finds that out', async () => {
    const tab = windowThat(false);
    const sent = tab.send();
    tab.tell(document);
    tab.answer({ ok: false, trouble: { code: 'internal', detail: '500' } });
    expect(await sent).toMatchObject({ ok: false });
    expect(tab.shown).toEqual([document, null]);
  });

  test('go with the line to the services', () => {
    const tab = windowThat(false);
    void tab.send();
    tab.tell(document);
    tab.line('lost');
    expect(tab.shown).toEqual([document, null]);
  });
});
