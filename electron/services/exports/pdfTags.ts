import type { MarkId } from '../../../shared/base/ids.ts';
import { unionOf, type Box } from '../../../shared/geometry/box.ts';
import { transformBox, type Matrix } from '../../../shared/geometry/matrix.ts';
import type { OutlineBlock, OutlinePage } from '../../../shared/outline/outline.ts';
import type { SceneNode } from '../../../shared/scene/sceneNode.ts';
import { paintNode } from '../../../shared/paint/paintScene.ts';
import type { Surface } from '../../../shared/paint/surface.ts';
import type { Pdf } from './pdfSurface.ts';

type Element = ReturnType<Pdf['struct']>;

/** A structure element that painted marks belong to, with the type that its marked content carries. */
type Target = { readonly element: Element; readonly type: string };

/** Headings of the whole document: a level may not be left out (PDF/UA-1, 7.4.2), so the first is always a 1. */
export type HeadingLevels = { hasFirst: boolean };

/** What building the tags of one page needs. */
type Builder = {
  readonly pdf: Pdf;
  readonly painted: ReadonlyMap<MarkId, Box>;
  readonly toPt: Matrix;
  readonly levels: HeadingLevels;
  readonly targets: Map<MarkId, Target>;
};

const onPage = (marks: readonly MarkId[], { painted, targets }: Builder): readonly MarkId[] =>
  marks.filter((mark) => painted.has(mark) && !targets.has(mark));

function place(marks: readonly MarkId[], element: Element, type: string, { targets }: Builder): void {
  for (const mark of marks) targets.set(mark, { element, type });
}

function addHeading(parent: Element, text: string, marks: readonly MarkId[], wanted: 1 | 2, builder: Builder): void {
  const shown = onPage(marks, builder);
  if (shown.length === 0) return;
  const type = wanted === 1 || !builder.levels.hasFirst ? 'H1' : 'H2';
  builder.levels.hasFirst = true;
  const heading = builder.pdf.struct(type, { title: text });
  parent.add(heading);
  place(shown, heading, type, builder);
}

function addFigure(parent: Element, alt: string, marks: readonly MarkId[], builder: Builder): void {
  const shown = onPage(marks, builder);
  const box = unionOf(shown.map((mark) => builder.painted.get(mark) as Box));
  if (!box) return;
  const { x, y, w, h } = transformBox(builder.toPt, box);
  // The types leave `bbox` out; a reader needs it to show where the figure is.
  const options = { alt, bbox: [x, y, x + w, y + h], placement: 'Block' } as { alt: string };
  const figure = builder.pdf.struct('Figure', options);
  parent.add(figure);
  place(shown, figure, 'Figure', builder);
}

function addList(parent: Element, items: Extract<OutlineBlock, { kind: 'list' }>['items'], builder: Builder): void {
  const shown = items.map((item) => ({ ...item, marks: onPage(item.marks, builder) })).filter(({ marks }) => marks.length > 0);
  if (shown.length === 0) return;
  const list = builder.pdf.struct('L');
  parent.add(list);
  for (const { text, marks } of shown) {
    const item = builder.pdf.struct('LI');
    list.add(item);
    // The picture says "×4" and shows disks with numbers; the reader hears it in words.
    const body = builder.pdf.struct('LBody', { actual: text });
    item.add(body);
    place(marks, body, 'LBody', builder);
  }
}

function addBlock(parent: Element, block: OutlineBlock, builder: Builder): void {
  switch (block.kind) {
    case 'heading': addHeading(parent, block.text, block.marks, 2, builder); return;
    case 'figure': addFigure(parent, block.alt, block.marks, builder); return;
    case 'list': addList(parent, block.items, builder); return;
    case 'paragraph': {
      const shown = onPage(block.marks, builder);
      if (shown.length === 0) return;
      const paragraph = builder.pdf.struct('P');
      parent.add(paragraph);
      place(shown, paragraph, 'P', builder);
      return;
    }
    case 'area': {
      const section = builder.pdf.struct('Sect', { title: block.title.text });
      parent.add(section);
      addHeading(section, block.title.text, block.title.marks, 2, builder);
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
  addHeading(section, page.title.text, page.title.marks, 1, builder);
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
  for (const node of nodes) {
    beforeNode();
    const target = targets.get(node.id) ?? 'artifact';
    if (open === undefined || (open === 'artifact' || target === 'artifact' ? open !== target : open.element !== target.element)) {
      if (open !== undefined) pdf.endMarkedContent();
      if (target === 'artifact') pdf.markContent('Artifact', { type: 'Layout' });
      else target.element.add(pdf.markStructureContent(target.type));
      open = target;
    }
    paintNode(node, surface);
  }
  if (open !== undefined) pdf.endMarkedContent();
}
