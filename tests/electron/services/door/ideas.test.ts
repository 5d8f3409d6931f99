import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { IdeaKind } from '../../../../shared/contract/ideas.ts';
import { ideaText } from '../../../../electron/services/ideas/ideaText.ts';
import type { Answer, PhoneClient } from '../../../support/phoneClient.ts';
import { BOARD, card, stroke } from '../sampleBoard.ts';
import { startServices } from '../startServices.ts';
import { openRoom } from './doorRoom.ts';

let keys = 0;
const send = (phone: PhoneClient, text: unknown, kind: IdeaKind | 'theme' = 'trait', key = `sleutel${(keys += 1)}0`): Promise<Answer> => phone.post('/api/idea', { key, kind, text });

describe('what phones may send', () => {
  test('nothing, until the facilitator opens the inbox; phones are told when they may', async () => {
    const { seated, ask } = await openRoom();
    const ann = await seated('t2', 0);
    const shut = await send(ann, 'bruisend');
    expect([shut.status, shut.json]).toEqual([403, { refused: 'ideasClosed' }]);
    expect(await ann.state()).toEqual({ phase: 'wait', table: 2 });
    const told = new Promise<void>((resolve) => { void ann.listen((state) => { if (state.ideas === true) resolve(); }); });
    await ask('ideas.open', { board: BOARD, open: true });
    await told;
    expect(await ann.state()).toEqual({ phase: 'wait', table: 2, ideas: true });
    expect((await send(ann, 'bruisend')).status).toBe(200);
    expect((await send(ann, 'een mierennest', 'metaphor')).status).toBe(200);
    expect(await ask('ideas.list', { board: BOARD })).toMatchObject({
      open: true, ideas: [{ kind: 'trait', text: 'bruisend', table: 't2', state: 'waiting' }, { kind: 'metaphor', text: 'een mierennest', table: 't2', state: 'waiting' }],
    });
  });

  test('only with a pass, only a short line, only traits and metaphors', async () => {
    const { seated, phone, ask } = await openRoom();
    await ask('ideas.open', { board: BOARD, open: true });
    const ann = await seated('t1', 0);
    expect((await send(phone(), 'bruisend')).status).toBe(401);
    expect((await send(ann, 'x'.repeat(81))).status).toBe(400);
    expect((await send(ann, ' \u200b\u202e\n ')).status).toBe(400);
    expect((await send(ann, 7)).status).toBe(400);
    expect((await send(ann, 'groen', 'theme')).status).toBe(400);
    expect((await send(ann, 'groen', 'trait', 'kort')).status).toBe(400);
    expect((await ann.post('/api/idea', { key: 'abcdefgh', kind: 'trait', text: 'groen' }, { Origin: 'http://evil.example' })).status).toBe(403);
    expect((await ask('ideas.list', { board: BOARD })).ideas).toEqual([]);
  });

  test('the same again, since the answer was lost, comes once; five at once and no more', async () => {
    const { seated, ask } = await openRoom();
    await ask('ideas.open', { board: BOARD, open: true });
    const [ann, bob] = [await seated('t1', 0), await seated('t1', 1)];
    for (let i = 0; i < 3; i++) expect((await send(ann, 'bruisend', 'trait', 'zelfde000')).status).toBe(200);
    expect((await send(bob, 'bruisend', 'trait', 'zelfde000')).status).toBe(200);
    expect((await ask('ideas.list', { board: BOARD })).ideas).toHaveLength(2);
    const statuses = [];
    for (let i = 0; i < 5; i++) statuses.push((await send(ann, `woord ${i}`)).status);
    expect(statuses).toEqual([200, 200, 200, 200, 429]);
    // Closing and opening the door gives nobody new tries.
    await ask('door.close', {});
    const { url } = await ask('door.open', { board: BOARD, address: '127.0.0.2', joining: 'codes' });
    const { PhoneClient: Client } = await import('../../../support/phoneClient.ts');
    const again = new Client(url!);
    again.pass = ann.pass;
    expect((await send(again, 'nog een')).json).toEqual({ refused: 'tooManyIdeas' });
    again.hangUp();
  });
});

describe('the inbox', () => {
  test('has an idea again when what put it on the board is taken back, and not when that is done again', async () => {
    const room = await openRoom();
    const { ask, seated, data } = room;
    await ask('ideas.open', { board: BOARD, open: true });
    const ann = await seated('t3', 0);
    for (const text of ['bruisend', 'groen', 'stil']) await send(ann, text);
    const waiting = async (from = ask): Promise<readonly string[]> => (await from('ideas.list', { board: BOARD })).ideas.map(({ text, state }) => `${text} ${state}`);
    const [first, second, third] = (await ask('ideas.list', { board: BOARD })).ideas.map(({ id }) => id);
    const place = async (opId: string, n: number, ideas: readonly (typeof first)[]): Promise<void> => {
      await ask('board.do', { board: BOARD, opId, command: stroke(n) });
      await ask('ideas.taken', { board: BOARD, ideas: ideas.flatMap((id) => id ?? []), opId });
    };
    await place('one', 1, [first, second]);
    expect(await waiting()).toEqual(['stil waiting']);
    await ask('board.do', { board: BOARD, opId: 'drawn since', command: stroke(2) });
    await ask('board.undo', { board: BOARD });
    expect(await waiting(), 'the stroke since is nobody’s idea').toEqual(['stil waiting']);
    await ask('board.undo', { board: BOARD });
    await expect.poll(() => waiting()).toEqual(['bruisend waiting', 'groen waiting', 'stil waiting']);
    await ask('board.redo', { board: BOARD });
    await expect.poll(() => waiting()).toEqual(['stil waiting']);
    // After a restart, too.
    await ask('board.undo', { board: BOARD });
    await expect.poll(() => waiting()).toHaveLength(3);
    await ask('board.redo', { board: BOARD });
    await expect.poll(() => waiting()).toHaveLength(1);
    await room.close();
    const again = await openRoom({ data });
    expect(await waiting(again.ask)).toEqual(['stil waiting']);
    await again.ask('board.undo', { board: BOARD });
    await expect.poll(() => waiting(again.ask)).toHaveLength(3);
    // What is drawn instead leaves them in the box for good, where they can be dropped or placed anew.
    await again.ask('board.do', { board: BOARD, opId: 'instead', command: stroke(3) });
    await again.ask('ideas.drop', { board: BOARD, ideas: [first!] });
    await again.ask('board.do', { board: BOARD, opId: 'anew', command: stroke(4) });
    await again.ask('ideas.taken', { board: BOARD, ideas: [second!], opId: 'anew' });
    expect(await waiting(again.ask)).toEqual(['bruisend dropped', 'stil waiting']);
    // Taken back before the box was told that they are on the board.
    await again.ask('board.do', { board: BOARD, opId: 'quick', command: stroke(5) });
    await again.ask('board.undo', { board: BOARD });
    await again.ask('ideas.taken', { board: BOARD, ideas: [third!], opId: 'quick' });
    expect(await waiting(again.ask)).toEqual(['bruisend dropped', 'stil waiting']);
  });

  test('drops, takes dropping back, and lets go of what stands on the board; it is there after a restart and nowhere else', async () => {
    const room = await openRoom();
    const { ask, seated, data } = room;
    await ask('ideas.open', { board: BOARD, open: true });
    const ann = await seated('t3', 0);
    for (const text of ['bruisend', 'groen', 'zeldzaamwoord']) await send(ann, text);
    const [first, second, third] = (await ask('ideas.list', { board: BOARD })).ideas.map(({ id }) => id);
    expect((await ask('ideas.drop', { board: BOARD, ideas: [first!, second!] })).ideas.map(({ state }) => state)).toEqual(['dropped', 'dropped', 'waiting']);
    expect((await ask('ideas.restore', { board: BOARD, ideas: [second!] })).ideas.map(({ state }) => state)).toEqual(['dropped', 'waiting', 'waiting']);
    await ask('board.do', { board: BOARD, opId: 'onto the board', command: stroke(1) });
    expect((await ask('ideas.taken', { board: BOARD, ideas: [second!], opId: 'onto the board' })).ideas.map(({ id }) => id)).toEqual([first, third]);
    expect(room.told['ideas.listed']?.at(-1)?.view.ideas).toHaveLength(2);
    await room.close();

    for (const name of await readdir(join(data, 'boards', BOARD), { recursive: true, withFileTypes: true })) {
      if (!name.isFile()) continue;
      const text = await readFile(join(name.parentPath, name.name), 'latin1');
      expect([name.name, text.includes('zeldzaamwoord')]).toEqual([name.name, name.name === 'ideas.json']);
      expect(text).not.toContain(ann.pass);
    }
    const again = await startServices(data);
    await again.ask('boards.open', { board: BOARD });
    expect((await again.ask('ideas.list', { board: BOARD })).ideas.map(({ text }) => text)).toEqual(['bruisend', 'zeldzaamwoord']);
  });

  test('keeps an idea that the board has refused, as when the word it was merged into was taken back meanwhile', async () => {
    const { seated, ask } = await openRoom();
    await ask('ideas.open', { board: BOARD, open: true });
    await send(await seated('t3', 0), 'bruisend');
    const [idea] = (await ask('ideas.list', { board: BOARD })).ideas;
    const merging = { type: 'card.mention', id: card('gone', 'bruisend').id, mention: { table: null, atMs: 1 }, sizeUnits: 50, matrix: [1, 0, 0, 1, 0, 0] } as const;
    await expect(ask('board.do', { board: BOARD, opId: 'merged', command: merging })).rejects.toThrow('command.refused');
    expect((await ask('ideas.taken', { board: BOARD, ideas: [idea!.id], opId: 'merged' })).ideas).toEqual([idea]);
    expect((await ask('ideas.list', { board: BOARD })).ideas).toEqual([idea]);
  });

  test('asks for an open board', async () => {
    const { ask } = await openRoom();
    await ask('boards.close', { board: BOARD });
    await expect(ask('ideas.list', { board: BOARD })).rejects.toThrow('board.notOpen');
  });
});

describe('the text of an idea', () => {
  test('is one line of composed letters without anything unseen', () => {
    expect(ideaText('  een \n\t mieren\u0000nest\u202e ')).toBe('een mierennest');
    expect(ideaText('cafe\u0301')).toBe('café');
    expect(ideaText('cafe\u200b\u0301 \ud83d')).toBe('café');
    expect(ideaText(`e${'\u0301\u0302\u0303\u0304\u0305'.repeat(4)}`)!.length).toBeLessThan(6);
    expect(ideaText('🐼'.repeat(80))).toBe('🐼'.repeat(80));
    expect(ideaText('🐼'.repeat(81))).toBeNull();
  });

  test('whatever is sent, is none or short, and stays the same when it is sent again', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (sent) => {
      const text = ideaText(sent);
      if (text === null) return;
      expect([...text].length).toBeLessThanOrEqual(80);
      expect(ideaText(text)).toBe(text);
    }), { numRuns: 100 });
  });
});
