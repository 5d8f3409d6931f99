import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { asId, type TableId } from '../../../../shared/base/ids.ts';
import type { HelperView, Paired } from '../../../../shared/contract/helper.ts';
import { HelperPasses, INVITATION_MS } from '../../../../electron/services/door/helperPasses.ts';
import type { Answer, PhoneClient } from '../../../support/phoneClient.ts';
import { BOARD } from '../sampleBoard.ts';
import { opened, openRoom, panda, rat, type Room } from './doorRoom.ts';

const t1 = asId<TableId>('t1');

const secretOf = async ({ ask }: Room): Promise<string> => (await ask('helper.invite', {}))!.url.split('#helper=')[1]!;

/** A tablet that was paired. */
async function paired(room: Room, from = '127.0.7.1'): Promise<PhoneClient> {
  const tablet = room.phone(from);
  const answer = await tablet.post('/api/helper/pair', { secret: await secretOf(room) });
  expect(answer.status).toBe(200);
  tablet.pass = (answer.json as Paired).pass;
  return tablet;
}

const look = (tablet: PhoneClient): Promise<Answer> => tablet.ask('/api/helper/view', { headers: { Authorization: `Bearer ${tablet.pass}` } });
const viewOf = async (tablet: PhoneClient): Promise<HelperView> => (await look(tablet)).json as HelperView;
const act = (tablet: PhoneClient, deed: unknown, key = randomBytes(8).toString('hex')): Promise<Answer> => tablet.post('/api/helper/do', { key, deed });

describe('pairing', () => {
  test('the secret of the desk lets one device in, once', async () => {
    const room = await openRoom();
    const secret = await secretOf(room);
    expect(secret).toMatch(/^[A-Za-z0-9_-]{22}$/);
    const first = await room.phone('127.0.7.1').post('/api/helper/pair', { secret });
    expect(first.status).toBe(200);
    expect((await room.phone('127.0.7.2').post('/api/helper/pair', { secret })).status).toBe(403);
    expect(await room.ask('helper.state', {})).toMatchObject({ helpers: [{ here: false }] });
  });

  test('a new invitation makes the one before void; after five minutes it is void by itself', async () => {
    const room = await openRoom();
    const [old, fresh] = [await secretOf(room), await secretOf(room)];
    expect((await room.phone('127.0.7.1').post('/api/helper/pair', { secret: old })).status).toBe(403);
    expect((await room.phone('127.0.7.2').post('/api/helper/pair', { secret: fresh })).status).toBe(200);
    let nowMs = 0;
    const passes = new HelperPasses(() => nowMs);
    const { secret } = passes.invite();
    nowMs = INVITATION_MS + 1;
    expect(passes.pair(secret)).toBeNull();
    expect(passes.pair(passes.invite().secret)).not.toBeNull();
  });

  test('no code of a seat, no wrong secret and no other origin lets a helper in; guessing ends', async () => {
    const room = await openRoom();
    const voter = await room.seated('t1', 0);
    expect((await look(voter)).status).toBe(401);
    expect((await act(voter, { do: 'close', round: opened.id })).status).toBe(401);
    expect((await room.phone('127.0.7.4').post('/api/helper/pair', { secret: await secretOf(room) }, { Origin: 'http://evil.example' })).status).toBe(403);
    const guesser = room.phone('127.0.7.5');
    const tries = [];
    for (let i = 0; i < 9; i++) tries.push((await guesser.post('/api/helper/pair', { secret: `nee${i}` })).status);
    expect(tries).toEqual([...Array<number>(8).fill(403), 429]);
  });

  test('without a door there is no invitation', async () => {
    const { ask } = await openRoom();
    await ask('door.close', {});
    expect(await ask('helper.invite', {})).toBeNull();
  });
});

describe('a helper', () => {
  test('sees how far the count is and counts tables, hands and ways, as the desk does', async () => {
    const room = await openRoom();
    const tablet = await paired(room);
    expect(await viewOf(tablet)).toMatchObject({ title: 'Droomwijk Kiel', round: null, ledger: null, tables: [{ number: 1, heads: 7 }, {}, {}, {}, {}, {}, {}] });
    await room.start({ t1: 'paper', t2: 'hands' });
    expect(await viewOf(tablet)).toMatchObject({ round: { id: 'r1', state: 'open', candidates: [{ letter: 'A', label: 'de panda' }, {}, {}] }, ledger: { cast: 0 } });

    const counted = await act(tablet, { do: 'count', round: 'r1', table: 't1', dots: { [panda]: 5 } });
    expect([counted.status, (counted.json as HelperView).ledger?.rows[0]]).toMatchObject([200, { dots: { [panda]: 5 }, counted: true }]);
    expect((await act(tablet, { do: 'hands', round: 'r1', dots: { [rat]: 3 } })).json).toMatchObject({ ledger: { hands: { dots: { [rat]: 3 }, counted: true } } });
    expect((await act(tablet, { do: 'undo', round: 'r1' })).json).toMatchObject({ ledger: { hands: { counted: false } } });
    expect((await act(tablet, { do: 'way', round: 'r1', table: 't3', way: 'hands' })).json).toMatchObject({ ledger: { hands: { heads: 14 } } });
    const timed = (await act(tablet, { do: 'countdown', round: 'r1', closesInMs: 120_000 })).json as HelperView;
    expect(timed.closesInMs).toBeGreaterThan(100_000);
    expect(await room.ask('rounds.view', { board: BOARD, round: opened.id })).toMatchObject({ closesMs: expect.any(Number), rows: [{ dots: { [panda]: 5 } }, {}, { way: 'hands' }, {}, {}, {}, {}] });
  });

  test('closes, and is shown no result; to open and to reveal it asks the desk', async () => {
    const room = await openRoom();
    const tablet = await paired(room);
    expect((await act(tablet, { do: 'open' })).status).toBe(202);
    await room.start({ t1: 'paper' });
    await act(tablet, { do: 'count', round: 'r1', table: 't1', dots: { [panda]: 5 } });
    const closed = await act(tablet, { do: 'close', round: 'r1' });
    expect(closed.status).toBe(200);
    expect(closed.json).toMatchObject({ round: { id: 'r1', state: 'closed' }, ledger: null });
    expect(closed.text).not.toMatch(/tally|totals|byHand/);
    expect((await act(tablet, { do: 'reveal', round: 'r1' })).status).toBe(202);
    expect(room.told['helper.wish']).toEqual([{ board: BOARD, wish: { kind: 'open' } }, { board: BOARD, wish: { kind: 'reveal', round: 'r1' } }]);
    const late = await act(tablet, { do: 'count', round: 'r1', table: 't1', dots: { [panda]: 5 } });
    expect([late.status, late.json]).toEqual([409, { trouble: 'round.notOpen' }]);
  });

  test('may send the same step back again: it is taken back once', async () => {
    const room = await openRoom();
    const tablet = await paired(room);
    await room.start({ t1: 'paper' });
    for (const dots of [1, 2, 3]) await act(tablet, { do: 'count', round: 'r1', table: 't1', dots: { [panda]: dots } });
    const undo = { do: 'undo', round: 'r1' };
    const answers = await Promise.all([act(tablet, undo, 'a1b2c3d4'), act(tablet, undo, 'a1b2c3d4')]);
    answers.push(await act(tablet, undo, 'a1b2c3d4'));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await viewOf(tablet)).ledger?.rows[0]?.dots).toMatchObject({ [panda]: 2 });
    await act(tablet, undo);
    expect((await viewOf(tablet)).ledger?.rows[0]?.dots).toMatchObject({ [panda]: 1 });
    expect((await act(tablet, undo, 'no')).status).toBe(400);
  });

  test('can do nothing else, and nothing with garbage', async () => {
    const room = await openRoom();
    const tablet = await paired(room);
    await room.start();
    for (const deed of [{ do: 'cancel', round: 'r1' }, { do: 'count', round: 'r1' }, { do: 'count', round: 'r1', table: '../x', dots: {} }, { do: 'way', round: 'r1', table: 't1', way: 'post' }, { do: 'countdown', round: 'r1', closesInMs: -1 }, {}]) {
      expect([deed, (await act(tablet, deed)).status]).toEqual([deed, 400]);
    }
    expect((await act(tablet, { do: 'count', round: 'r1', table: 't1', dots: { elsewhere: 3 } })).json).toEqual({ trouble: 'round.candidates' });
    expect((await tablet.ask('/api/helper/nothing')).status).toBe(404);
    expect((await tablet.ask('/api/helper/do')).status).toBe(405);
  });

  test('is told what changes, is shown on the desk while its page is open, and is sent away by it', async () => {
    const room = await openRoom();
    const tablet = await paired(room);
    const heard: HelperView[] = [];
    let wake = (): void => undefined;
    const ended = new Promise<void>((resolve) => {
      void tablet.listen((view: HelperView) => {
        heard.push(view);
        wake();
      }, resolve, '/api/helper/events');
    });
    const until = async (wish: (view: HelperView) => boolean): Promise<void> => {
      while (!heard.some(wish)) await new Promise<void>((resolve) => { wake = resolve; });
    };
    await until(({ round }) => round === null);
    await room.start({ t1: 'paper' });
    await room.ask('rounds.count', { board: BOARD, round: opened.id, table: t1, dots: { [panda]: 4 } });
    await until(({ ledger }) => ledger?.rows[0]?.dots[panda] === 4);
    const { helpers } = await room.ask('helper.state', {});
    expect(helpers).toMatchObject([{ here: true }]);
    expect(await room.ask('helper.revoke', { helper: helpers[0]!.id })).toEqual({ helpers: [] });
    await ended;
    expect((await look(tablet)).status).toBe(401);
    expect((await act(tablet, { do: 'close', round: 'r1' })).status).toBe(401);
    expect(await room.ask('rounds.view', { board: BOARD, round: opened.id })).toMatchObject({ cast: 7 });
  });

  test('stays when the door is moved', async () => {
    const room = await openRoom();
    const tablet = await paired(room);
    const { url } = await room.ask('door.open', { board: BOARD, address: '127.0.0.3', joining: 'codes' });
    const { PhoneClient: Client } = await import('../../../support/phoneClient.ts');
    const again = new Client(url!, '127.0.7.1');
    again.pass = tablet.pass;
    expect((await look(again)).status).toBe(200);
    again.hangUp();
  });
});
