import type { MarkId } from '../../../shared/base/ids.ts';
import { unionOf, type Box } from '../../../shared/geometry/box.ts';
import { transformBox, type Matrix } from '../../../shared/geometry/matrix.ts';
import type { OutlineBlock, OutlineItem, OutlineList, OutlinePage } from '../../../shared/outline/outline.ts';
import { nodeParts } from '../../../shared/scene/nodeParts.ts';
import type { SceneNode } from '../../../shared/scene/sceneNode.ts';
import { paintNode } from '../../../shared/paint/paintScene.ts';
import type { Surface } from '../../../shared/paint/surface.ts';
import type { Pdf } from './pdfSurface.ts';

type Element = ReturnType<Pdf['struct']>;

/** A structure element that painted marks belong to, with the type that its marked content carries. Parts of a mark's lettering may have their own. */
type Target = { readonly element: Element; readonly type: string; readonly parts?: Map<number, Target> };

/**
 * Headings of the whole document: a level may not be left out (PDF/UA-1, 7.4.2), so the first is always a 1. `below` says
 * that those of the page stand below another heading.
 */
export type HeadingLevels = { hasFirst: boolean; readonly below?: 1 };

/** What building the tags of one page needs. */
type Builder = {
  readonly pdf: Pdf;
  readonly painted: ReadonlyMap<MarkId, Box>;
  readonly toPt: Matrix;
  readonly levels: HeadingLevels;
  readonly targets: Map<MarkId, Target>;
};

/** The marks of a block that are painted and still free; a part of one that was given away in parts is free too. */
const onPage = (marks: readonly MarkId[], part: number | undefined, { painted, targets }: Builder): readonly MarkId[] =>
  marks.filter((mark) => painted.has(mark) && (targets.get(mark) === undefined || (part !== undefined && targets.get(mark)?.parts?.has(part) === false)));

function place(marks: readonly MarkId[], part: number | undefined, element: Element, type: string, { targets }: Builder): void {
  const target: Target = { element, type };
  for (const mark of marks) {
    const given = targets.get(mark);
    if (part !== undefined && given?.parts) given.parts.set(part, target);
    else targets.set(mark, part === undefined ? target : { ...target, parts: new Map([[part, target]]) });
  }
}

function addHeading(parent: Element, { text, marks, part }: OutlineItem, wanted: 1 | 2, builder: Builder): void {
  const shown = onPage(marks, part, builder);
  if (shown.length === 0) return;
  const type = builder.levels.hasFirst ? `H${wanted + (builder.levels.below ?? 0)}` : 'H1';
  builder.levels.hasFirst = true;
  const heading = builder.pdf.struct(type, { title: text });
  parent.add(heading);
  place(shown, part, heading, type, builder);
}

function addFigure(parent: Element, alt: string, marks: readonly MarkId[], builder: Builder): void {
  const shown = onPage(marks, undefined, builder);
  const box = unionOf(shown.map((mark) => builder.painted.get(mark) as Box));
  if (!box) return;
  const { x, y, w, h } = transformBox(builder.toPt, box);
  // The types leave `bbox` out; a reader needs it to show where the figure is.
  const options = { alt, bbox: [x, y, x + w, y + h], placement: 'Block' } as { alt: string };
  const figure = builder.pdf.struct('Figure', options);
  parent.add(figure);
  place(shown, undefined, figure, 'Figure', builder);
}

function addList(parent: Element, { items }: OutlineList, builder: Builder): void {
  const shown = items.map((item) => ({ ...item, marks: onPage(item.marks, item.part, builder) })).filter(({ marks }) => marks.length > 0);
  if (shown.length === 0) return;
  const list = builder.pdf.struct('L');
  parent.add(list);
  for (const { text, label, marks, part, inner } of shown) {
    const item = builder.pdf.struct('LI');
    list.add(item);
    // The picture says "×4" and shows disks with numbers, or a drawn sign; the reader hears it in words.
    const read = { actual: label === undefined ? text : `${label} ${text}` };
    const body = builder.pdf.struct('LBody', inner ? {} : read);
    item.add(body);
    if (!inner) {
      place(marks, part, body, 'LBody', builder);
      continue;
    }
    // What is said instead of a body would be said instead of the list in it too.
    const words = builder.pdf.struct('Span', read);
    body.add(words);
    place(marks, part, words, 'Span', builder);
    addList(body, inner, builder);
  }
}

function addBlock(parent: Element, block: OutlineBlock, builder: Builder): void {
  switch (block.kind) {
    case 'heading': addHeading(parent, block, 2, builder); return;
    case 'figure': addFigure(parent, block.alt, block.marks, builder); return;
    case 'list': addList(parent, block, builder); return;
    case 'paragraph': {
      const shown = onPage(block.marks, block.part, builder);
      if (shown.length === 0) return;
      const paragraph = builder.pdf.struct('P');
      parent.add(paragraph);
      place(shown, block.part, paragraph, 'P', builder);
      return;
    }
    case 'area': {
      const section = builder.pdf.struct('Sect', { title: block.title.text });
      parent.add(section);
      addHeading(section, block.title, 2, builder);
      for (const inner of block.blocks) addBlock(section, inner, builder);
    }
  }
}

/**
 * Makes the structure elements of a page in reading order, empty as yet, and tells which mark belongs to which.
 * @param nodes what will be painted; elements whose marks are not painted are not made
 * @param toPt from board units to points from the top left corner of the current page
 */
export function tagPage(pdf: Pdf, parent: Element, page: OutlinePage, nodes: readonly SceneNode[], toPt: Matrix, levels: HeadingLevels): ReadonlyMap<MarkId, Target> {
  const builder: Builder = { pdf, toPt, levels, painted: new Map(nodes.map(({ id, bounds }) => [id, bounds])), targets: new Map() };
  const section = pdf.struct('Sect', { title: page.title.text });
  parent.add(section);
  addHeading(section, page.title, 1, builder);
  for (const block of page.blocks) addBlock(section, block, builder);
  return builder.targets;
}

/**
 * Paints nodes in their painting order, each stretch that belongs together inside the structure element made for it;
 * what has none is decoration and becomes an artifact.
 * @param beforeNode called before each node; may throw to stop
 */
export function paintTagged(pdf: Pdf, surface: Surface, nodes: readonly SceneNode[], targets: ReadonlyMap<MarkId, Target>, beforeNode: () => void): void {
  let open: Target | 'artifact' | undefined;
  const paintAs = (target: Target | 'artifact', node: SceneNode): void => {
    if (open === undefined || (open === 'artifact' || target === 'artifact' ? open !== target : open.element !== target.element)) {
      if (open !== undefined) pdf.endMarkedContent();
      if (target === 'artifact') pdf.markContent('Artifact', { type: 'Layout' });
      else target.element.add(pdf.markStructureContent(target.type));
      open = target;
    }
    paintNode(node, surface);
  };
  for (const node of nodes) {
    beforeNode();
    const target = targets.get(node.id);
    if (target?.parts) for (const { part, node: stretch } of nodeParts(node)) paintAs(target.parts.get(part) ?? target, stretch);
    else paintAs(target ?? 'artifact', node);
  }
  if (open !== undefined) pdf.endMarkedContent();
}
