import fc from 'fast-check';
import { expect, test } from 'vitest';
import { takenBack } from '../../../shared/journal/takenBack.ts';

type Step = 'change' | 'undo' | 'redo' | 'fixed';
type Entry = { readonly seq: number; readonly kind: 'change' | 'undo' | 'redo'; readonly of: number | null };
/** A run of entries, and the gestures that stand on the board before each of them and at the end. */
type Run = { readonly entries: readonly Entry[]; readonly standing: readonly ReadonlySet<number>[] };

/** A journal as the services write it; what is fixed stands and can never be taken back. */
function run(steps: readonly Step[]): Run {
  const entries: Entry[] = [];
  const standing: ReadonlySet<number>[] = [new Set()];
  const undo: number[] = [];
  let redo: number[] = [];
  for (const step of steps) {
    const seq = entries.length + 1;
    const now = new Set(standing[standing.length - 1]);
    if (step === 'change' || step === 'fixed') {
      if (step === 'change') { undo.push(seq); redo = []; }
      now.add(seq);
      entries.push({ seq, kind: 'change', of: null });
    } else {
      const of = (step === 'undo' ? undo : redo).pop();
      if (of === undefined) continue;
      (step === 'undo' ? redo : undo).push(of);
      if (step === 'undo') now.delete(of); else now.add(of);
      entries.push({ seq, kind: step, of });
    }
    standing.push(now);
  }
  return { entries, standing };
}

test('between entries that are seen stands nothing that was taken back for good, and what stayed is seen or fixed', () => {
  fc.assert(fc.property(fc.array(fc.constantFrom<Step>('change', 'change', 'change', 'undo', 'undo', 'redo', 'fixed'), { maxLength: 60 }), fc.nat(), (steps, cut) => {
    const whole = run(steps);
    // A film may begin where the journal does: in the middle of the day.
    const from = cut % (whole.entries.length + 1);
    const entries = whole.entries.slice(from), standing = whole.standing.slice(from);
    const passed = takenBack(entries);
    const stays = standing[standing.length - 1] as ReadonlySet<number>;
    entries.forEach(({ seq, kind }, i) => {
      const undoneMeanwhile = [...(standing[i] as ReadonlySet<number>)].filter((of) => !stays.has(of));
      if (!passed[i]) expect(undoneMeanwhile).toEqual([]);
      if (!passed[i] && kind === 'change') expect(stays.has(seq)).toBe(true);
    });
    const changes = entries.filter(({ kind }) => kind === 'change').length;
    if (!steps.includes('undo')) expect(passed.filter((is) => !is)).toHaveLength(changes);
  }));
});

test('what was done again in the end is seen, and a gesture that follows its undoing is too', () => {
  expect(takenBack(run(['change', 'undo', 'redo']).entries)).toEqual([false, false, false]);
  expect(takenBack(run(['change', 'change', 'undo', 'change', 'undo', 'redo', 'undo', 'change']).entries)).toEqual([false, true, true, true, true, true, true, false]);
  expect(takenBack(run(['change', 'fixed', 'undo', 'fixed']).entries)).toEqual([true, true, true, false]);
});
