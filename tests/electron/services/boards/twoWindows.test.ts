import { describe, expect, test } from 'vitest';
import { BOARD, sampleBoard, stroke } from '../sampleBoard.ts';
import { startServices, tempFolder } from '../startServices.ts';

const document = { board: sampleBoard(), inks: {} };

/** Two windows of one app, the first of which has the board open. */
async function twoWindows() {
  const { services, told, ask } = await startServices(await tempFolder());
  await ask('boards.create', { document, assets: [] });
  await ask('boards.open', { board: BOARD });
  let strokes = 0;
  const isOpen = async (): Promise<boolean> => (await services.handle('board.do', { board: BOARD, opId: `op${(strokes += 1)}`, command: stroke(strokes) })).ok;
  const elsewhere = async (from: string): Promise<boolean> => {
    const held = await services.handle('boards.hold', { board: BOARD }, from);
    return held.ok && held.value.elsewhere;
  };
  const close = (from: string) => services.handle('boards.close', { board: BOARD }, from);
  expect(await elsewhere('first')).toBe(false);
  return { services, told, isOpen, elsewhere, close };
}

describe('a board that two windows ask for', () => {
  test('stays with the first, and leaving by the other does not close it', async () => {
    const { isOpen, elsewhere, close } = await twoWindows();
    expect(await elsewhere('second')).toBe(true);
    expect(await elsewhere('first')).toBe(false);
    await close('second');
    expect(await isOpen()).toBe(true);
    await close('first');
    expect(await isOpen()).toBe(false);
  });

  test('goes to the one that takes it over, stays open when the other leaves, and is closed by the last', async () => {
    const { services, told, isOpen, elsewhere, close } = await twoWindows();
    await services.handle('boards.takeOver', { board: BOARD }, 'second');
    expect(told['boards.takenOver']).toEqual([{ board: BOARD }]);
    expect(await elsewhere('first')).toBe(true);
    await close('first');
    expect(await isOpen()).toBe(true);
    await close('second');
    expect(await isOpen()).toBe(false);
  });

  test('is free again, and still open, when the line of its window is lost', async () => {
    const { services, isOpen, elsewhere } = await twoWindows();
    services.windowGone('first');
    expect(await isOpen()).toBe(true);
    expect(await elsewhere('second')).toBe(false);
    expect(await elsewhere('first')).toBe(true);
  });

  test('is not put in the bin under the hand that draws on it', async () => {
    const { services, isOpen } = await twoWindows();
    expect(await services.handle('boards.remove', { board: BOARD }, 'second')).toMatchObject({ ok: false, trouble: { code: 'file.openElsewhere' } });
    expect(await isOpen()).toBe(true);
    expect((await services.handle('boards.remove', { board: BOARD }, 'first')).ok).toBe(true);
  });

  test('opens anew when it is asked for while the last window closes it', async () => {
    const { services, isOpen, close } = await twoWindows();
    const [, opened] = await Promise.all([close('first'), services.handle('boards.open', { board: BOARD }, 'second')]);
    expect(opened.ok).toBe(true);
    expect(await isOpen()).toBe(true);
  });
});
