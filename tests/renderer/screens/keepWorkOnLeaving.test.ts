import { expect, test } from 'vitest';
import { keepWorkOnLeaving } from '../../../renderer/screens/board/keepWorkOnLeaving.ts';
import { afterAll } from '../../../renderer/state/afterwork.ts';
import { shape } from '../../shared/scene/marks.ts';
import { calm } from '../state/memoryService.ts';
import { toolBench } from '../tools/toolBench.ts';

/** A page with a board; `leave` says whether somebody who leaves it is asked to stay. */
function bench(isBrowsers = true) {
  const { store, service, context: { afterwork } } = toolBench();
  const page = { window: new EventTarget(), document: Object.assign(new EventTarget(), { visibilityState: 'visible' as DocumentVisibilityState }), isBrowsers };
  const stop = keepWorkOnLeaving(afterwork, afterAll(store, afterwork), page);
  return {
    store, afterwork, page, stop,
    saved: () => calm(service),
    leave: (): boolean => !page.window.dispatchEvent(new Event('beforeunload', { cancelable: true })),
  };
}
const draw = { type: 'marks.put', what: 'draw', marks: [shape('kader', 'rectangle')] } as const;

test('a page in a browser asks to be stayed at until what it shows is on the disk', async () => {
  const { store, afterwork, saved, leave } = bench();
  expect(leave()).toBe(false);
  store.do(draw);
  expect(leave()).toBe(true);
  await saved();
  expect(leave()).toBe(false);
  afterwork.leave((untilMs) => untilMs === Infinity && store.do(draw));
  expect(leave()).toBe(true);
  afterwork.finish();
  await saved();
  expect(leave()).toBe(false);
});

test('a window of the desktop never asks, and neither does a board that was closed', () => {
  const desktop = bench(false), closed = bench();
  closed.stop();
  for (const { store, leave } of [desktop, closed]) {
    store.do(draw);
    expect(leave()).toBe(false);
  }
});

test('what a hand left is worked out when the page goes or nobody sees it, and not when somebody looks at it again', () => {
  const { afterwork, page } = bench();
  const leaveWork = (): void => afterwork.leave((untilMs) => untilMs === Infinity);
  leaveWork();
  page.document.dispatchEvent(new Event('visibilitychange'));
  expect(afterwork.isDone()).toBe(false);
  page.document.visibilityState = 'hidden';
  page.document.dispatchEvent(new Event('visibilitychange'));
  expect(afterwork.isDone()).toBe(true);
  leaveWork();
  page.window.dispatchEvent(new Event('pagehide'));
  expect(afterwork.isDone()).toBe(true);
});
