import { describe, expect, test } from 'vitest';
import type { MarkId, TableId } from '../../../shared/base/ids.ts';
import { markOf } from '../../../shared/board/buckets.ts';
import { encodeInk } from '../../../shared/ink/inkCodec.ts';
import { catchWordOf, mergeWordInto } from '../../../renderer/actions/harvestActions.ts';
import { actionNamed } from '../../../renderer/actions/list.ts';
import { placeWaiting } from '../../../renderer/screens/board/placeWaiting.ts';
import type { DeskSession } from '../../../renderer/screens/board/deskSession.ts';
import { selectedClip } from '../../../renderer/screens/board/useClipboard.ts';
import { afterAll } from '../../../renderer/state/afterwork.ts';
import { card, inkThrough, stroke, text } from '../../shared/scene/marks.ts';
import { measureEm } from '../../support/measureEm.ts';
import { toolBench, type ToolBench } from '../tools/toolBench.ts';
import { deskOn } from './deskOn.ts';

const WORD = 'woord' as MarkId;
const INK = inkThrough([[0, 0], [40, 0]]);

/** A desk on which a hand has just rubbed in the drawing of a word: its line is in two, but not on the board yet. */
function rubbedDesk(selection: readonly string[] = []): { readonly desk: DeskSession; readonly bench: ToolBench; readonly asked: () => number } {
  const word = card(WORD, 'groen', { picture: ['lijn' as MarkId], placed: false });
  const bench = toolBench([word, text('titel', 'Kiel'), stroke('lijn')], { lijn: inkThrough([[0, 0], [90, 0]]) });
  bench.context.afterwork.leave((untilMs) => {
    if (untilMs !== Infinity) return false;
    const pieces = [stroke('lijn', { ink: 'ink1' as never }), stroke('stuk', { ink: 'ink2' as never })];
    return bench.store.do({ type: 'marks.put', what: 'erase', marks: [...pieces, { ...word, picture: pieces.map(({ id }) => id) }], inks: { ink1: encodeInk(INK), ink2: encodeInk(INK) } as never });
  });
  let asked = 0;
  const desk = { ...deskOn(bench, selection), store: afterAll(bench.store, bench.context.afterwork), measure: measureEm, focusCatcher: () => { asked++; } };
  return { desk: desk as DeskSession, bench, asked: () => asked };
}
const pictureOf = ({ store }: ToolBench): readonly string[] => {
  const word = markOf(store.get().board, WORD);
  return word?.kind === 'card' ? word.picture : [];
};

describe('while what a hand rubbed is still being worked out', () => {
  test.each(['catcher.focus', 'lettering.enter', 'catcher.role', 'table.set.2', 'table.none'])('%s waits for nothing: whoever types a word does not look at marks', (id) => {
    const { desk, bench } = rubbedDesk();
    actionNamed(id)?.run(desk);
    expect(bench.context.afterwork.isDone()).toBe(false);
  });

  test.each(['edit.duplicate', 'edit.delete', 'edit.selectAll', 'lettering.write', 'style.copy', 'layer.toPrepared'])('%s finds the pieces on the board', (id) => {
    const { desk, bench } = rubbedDesk(['lijn']);
    actionNamed(id)?.run(desk);
    expect(bench.context.afterwork.isDone()).toBe(true);
  });

  test('the catcher has the focus by its key, and by Enter where nothing is chosen that one can write in', () => {
    const { desk, asked } = rubbedDesk(['lijn']);
    for (const id of ['catcher.focus', 'lettering.enter']) actionNamed(id)?.run(desk);
    expect(asked()).toBe(2);
  });

  test.each<readonly [string, (desk: DeskSession) => void]>([
    ['is caught again', (desk) => catchWordOf(desk, { text: 'groen', role: 'trait', table: 't2' as TableId })],
    ['takes in another that says the same', (desk) => mergeWordInto(desk, WORD, 'groene', ['t2' as TableId], 'op')],
    ['is put on the page', (desk) => placeWaiting(desk, WORD)],
  ])('a word that %s keeps every piece of its drawing', (_what, go) => {
    const { desk, bench } = rubbedDesk();
    go(desk);
    expect(pictureOf(bench)).toEqual(['lijn', 'stuk']);
    expect(JSON.stringify(markOf(bench.store.get().board, WORD))).not.toBe(JSON.stringify(card(WORD, 'groen', { picture: ['lijn', 'stuk'] as never, placed: false })));
  });

  test('the clipboard gets the ink that is left', () => {
    const { desk } = rubbedDesk(['lijn']);
    expect(selectedClip(desk).inks).toEqual({ ink1: encodeInk(INK) });
  });
});
