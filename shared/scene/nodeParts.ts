import type { LetteringLine } from '../board/lettering.ts';
import type { SceneNode } from './sceneNode.ts';

/**
 * To which part of its text each line belongs, counted from 0: every item of a list is a part of its own, the lines
 * between lists are one together. All lines are one part where there is no list.
 */
export function linePart(lines: readonly LetteringLine[]): readonly number[] {
  let part = -1, isItem = true;
  return lines.map(({ sign, runs }) => {
    // A further line of an item stands in as its first one does.
    const goesOn = isItem ? part >= 0 && sign === undefined && (runs[0]?.xEm ?? 0) > 0 : sign === undefined;
    if (!goesOn) {
      part++;
      isItem = sign !== undefined;
    }
    return part;
  });
}

/** A node taken apart into the stretches of its ops that belong to one part of its text; `part` is 0 for what lies under them. */
export function nodeParts(node: SceneNode): readonly { readonly part: number; readonly node: SceneNode }[] {
  const stretches: { part: number; ops: SceneNode['ops'][number][] }[] = [];
  for (const op of node.ops) {
    const part = 'part' in op ? op.part ?? 0 : 0;
    const last = stretches[stretches.length - 1];
    if (last?.part === part) last.ops.push(op); else stretches.push({ part, ops: [op] });
  }
  return stretches.map(({ part, ops }) => ({ part, node: { ...node, ops } }));
}
