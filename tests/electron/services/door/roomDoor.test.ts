import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { asId, type TableId } from '../../../../shared/base/ids.ts';
import type { Round } from '../../../../shared/board/round.ts';
import type { VoterState } from '../../../../shared/contract/phone.ts';
import { BOARD } from '../sampleBoard.ts';
import { opened, openRoom, panda, rat, braderie } from './doorRoom.ts';
import { tablesOf } from '../../../../shared/board/board.ts';
import { PhoneClient } from '../../../support/phoneClient.ts';
import { seatCodes } from '../../../support/seatCodes.ts';

const t1 = asId<TableId>('t1');
const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

describe('coming in', () => {
  test('whoever opens the page learns what the room is called and nothing of a vote', async () => {
    const { phone, start } = await openRoom();
    await start();
    expect((await phone().ask('/api/room')).json).toEqual({
      title: 'Droomwijk Kiel', locale: 'nl', joining: 'codes', tables: [1, 2, 3, 4, 5, 6, 7].map((number) => ({ number, color: expect.stringMatching(/^#[0-9a-f]{6}$/i) })),
    });
    expect((await phone().ask('/api/state')).status).toBe(401);
  });

  test('the code of a seat is enough, however it is typed; for one phone, which may ask again', async () => {
    const { phone, codes } = await openRoom();
    const code = codes('t3')[4]!;
    const first = phone();
    const joined = await first.join({ code: `${code.slice(0, 3).toLowerCase()}-${code.slice(3)}` });
    expect(joined.json).toEqual({ pass: expect.stringMatching(/^seat\.t3\.5\.0\.\w{24}\.[\w-]{22}$/), table: 3 });
    expect(await first.state()).toEqual({ phase: 'wait', table: 3 });
    // An answer that was lost on its way is asked for again.
    expect((await first.join({ code })).json).toEqual(joined.json);
    const neighbour = await phone().join({ code });
    expect([neighbour.status, neighbour.json]).toEqual([403, { refused: 'seatTaken', table: 3, seat: 5 }]);
  });

  test('a wrong code is refused, and so is a table while codes are asked for', async () => {
    const { phone } = await openRoom();
    const wrong = await phone().join({ code: 'AAA AAA' });
    expect([wrong.status, wrong.json]).toEqual([403, { refused: 'codeUnknown' }]);
    expect((await phone().join({ table: 2 })).json).toEqual({ refused: 'joiningChanged' });
  });

  test('without codes one says where one sits; three devices per address, of which the desk is told, and codes do not count', async () => {
    const { phone, codes, ask } = await openRoom({ joining: 'open' });
    const device = phone('127.0.3.1');
    for (let i = 0; i < 4; i++) expect((await device.join({ table: 4 })).status).toBe(200);
    expect(await device.state()).toEqual({ phase: 'wait', table: 4 });
    expect(await ask('door.state', {})).toMatchObject({ again: 0 });
    expect((await phone().join({ code: codes('t4')[0]! })).json).toEqual({ refused: 'joiningChanged' });
    expect((await phone().join({ table: 12 })).status).toBe(400);
    const again = [await phone('127.0.3.1').join({ table: 4 }), await phone('127.0.3.1').join({ table: 4 }), await phone('127.0.3.1').join({ table: 4 })];
    expect(again.map(({ status }) => status)).toEqual([200, 200, 403]);
    expect(again[2]!.json).toEqual({ refused: 'roomFull' });
    expect(await ask('door.state', {})).toMatchObject({ again: 2 });
  });

  test('without codes a device that comes in again, at another table too, has one ballot, the later one', async () => {
    const { phone, start, ask } = await openRoom({ joining: 'open' });
    await start();
    const device = phone('127.0.3.2');
    await device.join({ table: 4 });
    await device.vote(opened.id, [panda]);
    await device.join({ table: 2 });
    expect(await device.state()).toMatchObject({ table: 2, mine: ['panda'] });
    expect((await device.vote(opened.id, [rat])).outcome).toBe('replaced');
    expect(await ask('rounds.view', { board: BOARD, round: opened.id })).toMatchObject({ cast: 1, rows: [{ phones: 0 }, { phones: 1 }, {}, { phones: 0 }, {}, {}, {}] });
  });
});

describe('voting on a phone', () => {
  test('a vote is shown, cast, replaced and counted once', async () => {
    const { seated, start, ask } = await openRoom();
    const [ann, bob] = [await seated('t1', 0), await seated('t2', 4)];
    await start();
    expect(await ann.state()).toEqual({
      phase: 'vote', table: 1, round: 'r1', question: opened.question, dotsPerPerson: 1, atMostPerCandidate: 1, mine: null, count: 0, closesInMs: null,
      candidates: [['panda', 'A', 'de panda'], ['rat', 'B', 'de rat'], ['braderie', 'C', 'de braderie']].map(([id, letter, label]) => ({ id, letter, label, picture: false })),
    });
    expect(await ann.vote(opened.id, [rat])).toEqual({ status: 200, outcome: 'cast' });
    expect(await ann.vote(opened.id, [panda])).toEqual({ status: 200, outcome: 'replaced' });
    expect(await ann.vote(opened.id, [panda])).toEqual({ status: 200, outcome: 'replaced' });
    expect(await bob.vote(opened.id, [braderie])).toEqual({ status: 200, outcome: 'cast' });
    expect(await ann.state()).toMatchObject({ mine: ['panda'] });
    await ask('rounds.close', { board: BOARD, round: opened.id });
    const { board } = await ask('boards.open', { board: BOARD });
    expect(board.rounds[opened.id]?.tally).toMatchObject({ totals: { panda: 1, rat: 0, braderie: 1 }, cast: 2 });
  });

  test('dots that the rule does not give are no vote; what names no candidate neither', async () => {
    const { seated, start } = await openRoom();
    const ann = await seated('t1', 0);
    await start();
    expect(await ann.vote(opened.id, [panda, rat])).toEqual({ status: 422, outcome: 'invalid' });
    expect((await ann.post('/api/ballot', { round: 'r1', choices: ['../x'] })).status).toBe(400);
    expect(await ann.state()).toMatchObject({ mine: null });
  });

  test('a vote that comes after closing, or for another round, does not count and says so', async () => {
    const { seated, start, ask } = await openRoom();
    const ann = await seated('t1', 0);
    expect(await ann.vote(opened.id, [panda])).toEqual({ status: 409, outcome: 'closed' });
    await start();
    await ask('rounds.close', { board: BOARD, round: opened.id });
    expect(await ann.vote(opened.id, [panda])).toEqual({ status: 409, outcome: 'closed' });
    expect(await ann.state()).toEqual({ phase: 'closed', table: 1, question: opened.question });
  });

  test('a table that goes over to paper has its ballots taken out and its phones told; coming back they vote again', async () => {
    const { seated, start, ask } = await openRoom();
    const ann = await seated('t1', 0);
    await start({ t2: 'hands' });
    expect(await (await seated('t2', 0)).state()).toEqual({ phase: 'elsewhere', table: 2, way: 'hands', question: opened.question });
    await ann.vote(opened.id, [panda]);
    await ask('rounds.way', { board: BOARD, round: opened.id, table: t1, way: 'paper' });
    expect(await ann.state()).toEqual({ phase: 'elsewhere', table: 1, way: 'paper', question: opened.question });
    expect(await ann.vote(opened.id, [panda])).toEqual({ status: 409, outcome: 'elsewhere' });
    await ask('rounds.way', { board: BOARD, round: opened.id, table: t1, way: 'phones' });
    expect(await ann.state()).toMatchObject({ phase: 'vote', mine: null });
    expect(await ann.vote(opened.id, [panda])).toMatchObject({ outcome: 'cast' });
  });

  test('drawings are there once the desk gave them, for the round that is open only', async () => {
    const { seated, start, ask } = await openRoom();
    const ann = await seated('t1', 0);
    await start();
    expect((await ann.ask('/api/picture/panda')).status).toBe(404);
    await ask('rounds.pictures', { board: BOARD, round: opened.id, pictures: { [panda]: PNG } });
    expect(await ann.state()).toMatchObject({ candidates: [{ picture: true }, { picture: false }, { picture: false }] });
    const picture = await ann.ask('/api/picture/panda');
    expect([picture.status, picture.headers['content-type']]).toEqual([200, 'image/png']);
    await ask('rounds.close', { board: BOARD, round: opened.id });
    expect((await ann.ask('/api/picture/panda')).status).toBe(404);
  });

  test('a ballot that comes late does not replace a newer one, and says so', async () => {
    const { seated, start, ask } = await openRoom();
    const ann = await seated('t1', 0);
    await start();
    const [first, second] = [ann.ballot(opened.id, [panda]), ann.ballot(opened.id, [rat])];
    expect(await ann.cast(second)).toEqual({ status: 200, outcome: 'cast' });
    expect(await ann.cast(first)).toEqual({ status: 409, outcome: 'newer' });
    expect(await ann.cast(second)).toEqual({ status: 200, outcome: 'replaced' });
    expect(await ann.cast({ ...second, choices: [braderie] })).toEqual({ status: 409, outcome: 'newer' });
    expect(await ann.state()).toMatchObject({ mine: ['rat'], count: 2 });
    expect(await ask('rounds.view', { board: BOARD, round: opened.id })).toMatchObject({ cast: 1 });
  });

  test('phones show a result when the room has seen it, however long that takes, and lots when it has seen those', async () => {
    const { seated, start, ask } = await openRoom();
    const [ann, bob] = [await seated('t1', 0), await seated('t2', 0)];
    await start();
    await ann.vote(opened.id, [panda]);
    await bob.vote(opened.id, [rat]);
    await ask('rounds.close', { board: BOARD, round: opened.id });
    const put = async (more: Partial<Round>) => {
      const { board } = await ask('boards.open', { board: BOARD });
      await ask('board.do', { board: BOARD, opId: JSON.stringify(more), command: { type: 'round.put', round: { ...board.rounds[opened.id]!, ...more } } });
    };
    const told = (drawn: typeof rat | null) => ask('rounds.told', { board: BOARD, round: opened.id, drawn });
    await put({ state: 'revealed' });
    expect(await ann.state()).toMatchObject({ phase: 'closed' });
    const heard = new Promise<VoterState>((resolve) => { void ann.listen((state: VoterState) => { if (state.phase === 'revealed') resolve(state); }); });
    await told(null);
    expect(await heard).toEqual({ phase: 'revealed', table: 1, question: opened.question, winners: ['de panda', 'de rat'] });
    await put({ lots: { seed: '4711', drawn: rat } });
    expect(await ann.state()).toMatchObject({ phase: 'closed' });
    await told(rat);
    expect(await ann.state()).toMatchObject({ phase: 'revealed', winners: ['de rat'] });
  });

  test('a start in the middle of a reveal gives phones nothing ahead of the room; what the room has seen stays told', async () => {
    const first = await openRoom();
    const { pass } = await first.seated('t1', 0);
    const tally = { totals: { [rat]: 1 }, cast: 1, heads: 49, corrections: 0, ballots: [], byHand: { [rat]: 1 } };
    const command = { type: 'round.put', round: { ...opened, state: 'revealed', closedMs: 2, tally } } as const;
    await first.ask('board.do', { board: BOARD, opId: 'reveal', command });
    await first.close();
    const again = await openRoom({ data: first.data });
    expect(await again.phone().goOnWith(pass)).toMatchObject({ phase: 'closed' });
    expect(await again.ask('rounds.untold', { board: BOARD }), 'the desk can ask for it').toEqual({ round: opened.id });
    await again.ask('rounds.told', { board: BOARD, round: opened.id, drawn: null });
    await again.close();
    const after = await openRoom({ data: first.data });
    expect(await after.ask('rounds.untold', { board: BOARD })).toEqual({ round: null });
    expect(await after.phone().goOnWith(pass)).toMatchObject({ phase: 'revealed', winners: ['de rat'] });
    // Told was the tie, or what the dots say: not what lots give after it.
    await after.ask('board.do', { board: BOARD, opId: 'lots', command: { ...command, round: { ...command.round, lots: { seed: '4711', drawn: rat } } } });
    await after.close();
    const last = await openRoom({ data: first.data });
    expect(await last.phone().goOnWith(pass)).toMatchObject({ phase: 'closed' });
  });
});

describe('a phone that listens', () => {
  /** What a phone was told, and a promise of the next that satisfies a wish. */
  function listener(): { readonly heard: VoterState[]; readonly take: (state: VoterState) => void; readonly until: (wish: (state: VoterState) => boolean) => Promise<VoterState> } {
    const heard: VoterState[] = [];
    const waiting: (() => void)[] = [];
    return {
      heard,
      take: (state) => {
        heard.push(state);
        for (const wake of waiting.splice(0)) wake();
      },
      until: async (wish) => {
        for (;;) {
          const found = heard.find(wish);
          if (found) return found;
          await new Promise<void>((resolve) => { waiting.push(resolve); });
        }
      },
    };
  }

  test('is told how things stand at once, then each change once: opening, its own vote, closing', async () => {
    const { seated, start, ask } = await openRoom();
    const ann = await seated('t1', 0);
    const ears = listener();
    expect(await ann.listen(ears.take)).toBe(200);
    await ears.until(({ phase }) => phase === 'wait');
    await start();
    await ears.until(({ phase }) => phase === 'vote');
    await (await seated('t1', 1)).vote(opened.id, [rat]);
    await ann.vote(opened.id, [panda]);
    await ears.until((state) => state.phase === 'vote' && state.mine?.[0] === panda);
    await ask('rounds.close', { board: BOARD, round: opened.id });
    await ears.until(({ phase }) => phase === 'closed');
    expect(ears.heard.map(({ phase }) => phase)).toEqual(['wait', 'vote', 'vote', 'closed']);
  });

  test('without a pass, or with a void one, is sent away', async () => {
    const { phone, codes, ask } = await openRoom();
    expect(await phone().listen(() => undefined)).toBe(401);
    const ann = phone();
    await ann.join({ code: codes('t1')[0]! });
    let end = (): void => undefined;
    const ended = new Promise<void>((resolve) => { end = resolve; });
    await ann.listen(() => undefined, () => { end(); });
    await ask('door.renewSeats', { board: BOARD });
    await ended;
    expect((await ann.ask('/api/state', { headers: { Authorization: `Bearer ${ann.pass}` } })).status).toBe(401);
  });

  test('is counted on the desk while its page is open, several tabs as one', async () => {
    const { seated, ask } = await openRoom();
    const ann = await seated('t1', 0);
    await ann.listen(() => undefined);
    await ann.listen(() => undefined);
    await (await seated('t2', 0)).listen(() => undefined);
    expect(await ask('door.state', {})).toMatchObject({ open: true, phones: 2 });
  });
});

describe('the door', () => {
  test('says whether anybody but this laptop has come in, and what else may be the reason', async () => {
    const { phone, ask, told } = await openRoom();
    await phone('127.0.0.1').ask('/');
    expect(await ask('door.state', {})).toMatchObject({ reached: false, causes: ['wrongNetwork', 'firewall', 'isolation'] });
    await phone('127.0.0.9').ask('/');
    expect(await ask('door.state', {})).toMatchObject({ reached: true, causes: [], trouble: null, cameIn: { address: '127.0.0.2' } });
    expect(told['door.state']?.at(-1)).toMatchObject({ reached: true });
    // The check of the room still knows it when the door is closed.
    expect(await ask('door.close', {})).toMatchObject({ reached: false, cameIn: { address: '127.0.0.2' } });
  });

  test('closed lets nobody in; open again, also elsewhere, all passes hold and the round went on', async () => {
    const { seated, start, ask, url } = await openRoom();
    const ann = await seated('t1', 0);
    await start();
    await ann.vote(opened.id, [panda]);
    expect(await ask('door.close', {})).toMatchObject({ open: false, url: null, phones: 0 });
    await expect(ann.state()).rejects.toThrow();
    const moved = await ask('door.open', { board: BOARD, address: '127.0.0.3', joining: 'codes' });
    expect(moved.url).not.toBe(url);
    const again = new PhoneClient(moved.url!);
    expect(await again.goOnWith(ann.pass)).toMatchObject({ phase: 'vote', mine: ['panda'] });
    expect(await again.vote(opened.id, [rat])).toEqual({ status: 200, outcome: 'replaced' });
    again.hangUp();
  });

  test('says when the ports are taken, and when the laptop has no such address', async () => {
    const { url, ask } = await openRoom();
    const port = Number(new URL(url).port);
    const second = await openRoom({ options: { doorPorts: [port] } });
    expect(second.door).toMatchObject({ open: false, url: null, trouble: 'portTaken' });
    const third = await openRoom({ options: { doorPorts: [port, 0] } });
    expect(third.door).toMatchObject({ open: true, trouble: null });
    expect(await ask('door.open', { board: BOARD, address: '192.0.2.7', joining: 'codes' })).toMatchObject({ open: false, trouble: 'addressGone' });
    await expect(ask('door.open', { board: BOARD, address: '::1', joining: 'codes' })).rejects.toThrow('call.invalid');
  });

  test('counts no ballot of codes that are void: one that comes in while they change keeps them, and the door stays', async () => {
    const { seated, start, ask, url } = await openRoom();
    await start();
    const voters = await Promise.all(['t1', 't2', 't3', 't4', 't5'].map((table) => seated(table, 0)));
    const [renewed, ...votes] = await Promise.allSettled([ask('door.renewSeats', { board: BOARD }), ...voters.map((voter) => voter.vote(opened.id, [panda]))]);
    const { cast } = await ask('rounds.view', { board: BOARD, round: opened.id });
    const counted = votes.filter((vote) => vote.status === 'fulfilled' && 'outcome' in (vote.value as object) && (vote.value as { readonly outcome: string }).outcome === 'cast').length;
    if (renewed.status === 'fulfilled') expect([cast, counted]).toEqual([0, 0]);
    else expect(cast).toBeGreaterThan(0);
    expect(await ask('door.state', {})).toMatchObject({ open: true, url });
  });

  test('changes neither the way of joining nor the codes once phones voted, since that would give two ballots', async () => {
    const { seated, start, ask, codes, data } = await openRoom();
    const ann = await seated('t1', 0);
    await start();
    const { board } = await ask('boards.open', { board: BOARD });
    // Windows are told how many cards there are, and no code.
    expect(await ask('door.renewSeats', { board: BOARD })).toEqual(tablesOf(board).map(({ id, heads }) => ({ table: id, cards: heads + 3, taken: [] })));
    expect(await ask('door.seats', { board: BOARD })).toEqual(tablesOf(board).map(({ id, heads }) => ({ table: id, cards: heads + 3, taken: [] })));
    const code = (await seatCodes(data, board))[0]!.codes[0]!;
    expect(codes('t1')).not.toContain(code);
    await ann.join({ code });
    await ann.vote(opened.id, [panda]);
    await expect(ask('door.renewSeats', { board: BOARD })).rejects.toThrow('door.ballots');
    await expect(ask('door.open', { board: BOARD, address: '127.0.0.2', joining: 'open' })).rejects.toThrow('door.ballots');
    expect(await ann.state()).toMatchObject({ mine: ['panda'] });
    await ask('rounds.close', { board: BOARD, round: opened.id });
    expect(await ask('door.open', { board: BOARD, address: '127.0.0.2', joining: 'open' })).toMatchObject({ open: true, joining: 'open' });
  });

  test('closes with its board', async () => {
    const { phone, ask } = await openRoom();
    await ask('boards.close', { board: BOARD });
    expect(await ask('door.state', {})).toMatchObject({ open: false, board: null });
    await expect(phone().ask('/api/room')).rejects.toThrow();
  });
});

describe('what stays of a room', () => {
  test('no code, pass, address or browser of anybody is written anywhere', async () => {
    const { seated, start, ask, data, close, codes, phone } = await openRoom();
    const ann = await seated('t1', 0);
    await start();
    await ann.vote(opened.id, [panda]);
    await phone('127.0.9.77').ask('/api/nothing', { headers: { 'User-Agent': 'Telefoontje/7' } });
    await ask('rounds.close', { board: BOARD, round: opened.id });
    await close();
    const files = (await readdir(data, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
    expect(files.length).toBeGreaterThan(3);
    for (const file of files) {
      const text = await readFile(join(file.parentPath, file.name), 'latin1');
      for (const word of [ann.pass, ann.pass.split('.')[5]!, ann.device, ...codes('t1'), '127.0.9.77', '127.0.1.', 'Telefoontje']) expect(text.includes(word), `${file.name} holds ${word}`).toBe(false);
    }
  });
});
