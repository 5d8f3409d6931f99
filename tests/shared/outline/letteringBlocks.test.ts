import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TextMark } from '../../../shared/board/marks.ts';
import { letteringBlocks } from '../../../shared/outline/letteringBlocks.ts';
import type { OutlineBlock, OutlineList } from '../../../shared/outline/outline.ts';
import { linePart, nodeParts } from '../../../shared/scene/nodeParts.ts';
import { markNode } from '../../../shared/scene/markNode.ts';
import { relettered } from '../../../shared/scene/writtenMark.ts';
import { measureEm } from '../../support/measureEm.ts';
import { sceneOf, text } from '../scene/marks.ts';

const lettered = (words: string, part: Partial<TextMark> = {}): TextMark => relettered(text('t', '', part), { text: words }, measureEm);
const blocks = (words: string): readonly OutlineBlock[] => letteringBlocks(lettered(words), false);

/** The parts that blocks name, in reading order. */
function partsIn(all: readonly OutlineBlock[]): readonly (number | undefined)[] {
  const inList = ({ items }: OutlineList): readonly (number | undefined)[] => items.flatMap(({ part, inner }) => [part, ...(inner ? inList(inner) : [])]);
  return all.flatMap((block) => (block.kind === 'list' ? inList(block) : block.kind === 'paragraph' ? [block.part] : []));
}

describe('lettering as it is read', () => {
  test('without a list is one paragraph', () => {
    expect(blocks('een wijk\nvoor ons')).toEqual([{ kind: 'paragraph', text: 'een wijk voor ons', marks: ['t'] }]);
    expect(blocks('')).toEqual([]);
  });

  test('with a list is that list, nested as it is lettered, with its numbers', () => {
    expect(blocks('wat we willen\n1. groen\n\t- bomen\n\t- gras\n2. stil\nen nu')).toEqual([
      { kind: 'paragraph', text: 'wat we willen', marks: ['t'], part: 0 },
      { kind: 'list', items: [
        { text: 'groen', marks: ['t'], part: 1, label: '1.', inner: { kind: 'list', items: [{ text: 'bomen', marks: ['t'], part: 2 }, { text: 'gras', marks: ['t'], part: 3 }] } },
        { text: 'stil', marks: ['t'], part: 4, label: '2.' },
      ] },
      { kind: 'paragraph', text: 'en nu', marks: ['t'], part: 5 },
    ]);
  });

  test('names exactly the parts that are painted, however its lines are broken', () => {
    const line = fc.tuple(fc.constantFrom('', '\t'), fc.constantFrom('- ', '1. ', ''), fc.constantFrom('groen', 'een wijk waar iedereen elkaar kent en groet')).map(([indent, sign, words]) => (sign === '' ? words : indent + sign + words));
    fc.assert(fc.property(fc.array(line, { minLength: 1, maxLength: 7 }), fc.constantFrom(null, 160, 300), (lines, breakUnits) => {
      const mark = lettered(lines.join('\n'), { breakUnits });
      if (!mark.lines.some(({ sign }) => sign)) return;
      const painted = new Set(linePart(mark.lines));
      expect([...new Set(partsIn(letteringBlocks(mark, false)))]).toEqual([...painted]);
      const stretches = nodeParts(markNode(mark, sceneOf([mark])));
      expect(stretches.flatMap(({ node }) => node.ops)).toEqual(markNode(mark, sceneOf([mark])).ops);
      expect(new Set(stretches.map(({ part }) => part))).toEqual(painted);
    }));
  });
});
