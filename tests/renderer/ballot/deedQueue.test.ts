import { describe, expect, test } from 'vitest';
import { asId, type MarkId, type RoundId, type TableId } from '../../../shared/base/ids.ts';
import type { HelperDeed, HelperRequest, HelperView } from '../../../shared/contract/helper.ts';
import { UNHEARD } from '../../../renderer/ballot/doorTalk.ts';
import { makeDeedQueue, type DeedQueue } from '../../../renderer/ballot/helper/deedQueue.ts';
import type { DeedAnswer } from '../../../renderer/ballot/helper/helperTalk.ts';

const round = asId<RoundId>('r1');
const panda = asId<MarkId>('panda');
const count = (table: string, dots: number): HelperDeed => ({ do: 'count', round, table: asId<TableId>(table), dots: { [panda]: dots } });
const close: HelperDeed = { do: 'close', round };
const undo: HelperDeed = { do: 'undo', round };
const done: DeedAnswer = { outcome: 'done', view: {} as HelperView };

/** A laptop that answers when it is told to, and a page that tries again when it is told to. */
function here() {
  const sent: HelperRequest[] = [];
  const heard: string[] = [];
  const waiting: ((answer: DeedAnswer | typeof UNHEARD) => void)[] = [];
  let again: (() => void) | null = null;
  let keys = 0;
  const queue: DeedQueue = makeDeedQueue({
    send: (request) => {
      sent.push(request);
      return new Promise((resolve) => { waiting.push(resolve); });
    },
    patience: { later: (next) => { again = next; }, now: () => again?.(), calm: () => { again = null; } },
    key: () => `key${(keys += 1)}`,
    onAnswer: (deed, answer) => heard.push(`${deed.do} ${answer.outcome}`),
    onUnheard: () => heard.push('unheard'),
  });
  const answer = async (said: DeedAnswer | typeof UNHEARD): Promise<void> => {
    waiting.shift()?.(said);
    await new Promise((resolve) => { setImmediate(resolve); });
  };
  return { queue, sent, heard, answer, tryAgain: () => again?.(), deeds: () => sent.map(({ deed }) => deed) };
}

describe('what a helper does', () => {
  test('at one table is not lost by going on to the next while the laptop is out of reach', async () => {
    const { queue, answer, tryAgain, deeds } = here();
    queue.add(count('t1', 3));
    await answer(UNHEARD);
    queue.add(count('t2', 4));
    await answer(UNHEARD);
    tryAgain();
    await answer(done);
    await answer(done);
    expect(deeds()).toEqual([count('t1', 3), count('t1', 3), count('t1', 3), count('t2', 4)]);
  });

  test('reaches the laptop in order: no closing before the last count was answered', async () => {
    const { queue, answer, deeds, tryAgain, heard } = here();
    queue.add(count('t1', 3));
    queue.add(close);
    expect(deeds()).toEqual([count('t1', 3)]);
    await answer(UNHEARD);
    expect(deeds()).toEqual([count('t1', 3)]);
    tryAgain();
    await answer(done);
    expect(deeds().at(-1)).toEqual(close);
    await answer(done);
    expect(heard).toEqual(['unheard', 'count done', 'close done']);
  });

  test('is sent again with the key it had', async () => {
    const { queue, answer, sent, tryAgain } = here();
    queue.add(undo);
    await answer(UNHEARD);
    tryAgain();
    await answer(done);
    queue.add(undo);
    expect(sent.map(({ key }) => key)).toEqual(['key1', 'key1', 'key2']);
  });

  test('is sent as it was counted last, and never an older count after a newer one', async () => {
    const { queue, answer, deeds, tryAgain } = here();
    queue.add(count('t1', 1));
    queue.add(count('t1', 2));
    queue.add(count('t1', 3));
    await answer(UNHEARD);
    tryAgain();
    await answer(done);
    expect(deeds()).toEqual([count('t1', 1), count('t1', 3)]);
  });

  test('that rests on a count that was refused is not done; counts of other tables are', async () => {
    const { queue, answer, deeds } = here();
    queue.add(count('t1', 99));
    queue.add(count('t2', 4));
    queue.add(undo);
    queue.add(close);
    await answer({ outcome: 'failed' });
    await answer(done);
    await answer(done);
    expect(deeds()).toEqual([count('t1', 99), count('t2', 4)]);
  });
});
