import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PageId } from '../../../shared/base/ids.ts';
import { marksOnPage } from '../../../shared/board/buckets.ts';
import { orderAbove, orderBelow } from '../../../renderer/state/orders.ts';
import { boardWith, PAGE, text } from '../../shared/scene/marks.ts';

test('the first mark of a page has an order too', () => {
  expect(orderAbove(boardWith([]), PAGE)).toBe(orderBelow(boardWith([]), PAGE));
});

test('what is put above or below everything stays there, mark after mark, whatever is on other pages', () => {
  fc.assert(fc.property(fc.array(fc.record({ above: fc.boolean(), here: fc.boolean() }), { minLength: 1, maxLength: 30 }), (puts) => {
    let marks: ReturnType<typeof text>[] = [];
    puts.forEach(({ above, here }, i) => {
      const page = here ? PAGE : ('p2' as PageId);
      const board = boardWith(marks);
      const mark = text(`m${i}`, 'a', { page, order: above ? orderAbove(board, page) : orderBelow(board, page) });
      marks = [...marks, mark];
      const order = marksOnPage(boardWith(marks), page).map(({ id }) => id);
      expect(order[above ? order.length - 1 : 0]).toBe(mark.id);
    });
  }));
});
