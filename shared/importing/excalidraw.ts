import { generateNKeysBetween } from 'fractional-indexing';
import * as v from 'valibot';
import { asId, type GroupId, type AssetId, type InkId, type MarkId, type PageId } from '../base/ids.ts';
import { regrouped } from '../board/groups.ts';
import { PAGE_SIZE, type Board } from '../board/board.ts';
import { bucketOf } from '../board/buckets.ts';
import { emptyBoard, type BoardSeed } from '../board/emptyBoard.ts';
import type { MeasureEm } from '../board/lettering.ts';
import type { Mark } from '../board/marks.ts';
import type { AssetData, PlainDocument } from '../contract/boards.ts';
import { TroubleError } from '../contract/trouble.ts';
import { unionOf, type Size } from '../geometry/box.ts';
import { transformBox } from '../geometry/matrix.ts';
import type { InkText } from '../ink/inkCodec.ts';
import { elementMatrix, ownBox } from './elementPlace.ts';
import { fileSchema, readElement, sceneSchema, type Element } from './excalidrawSchema.ts';
import { importElement, type Importing } from './importElement.ts';
import { pageAround } from './importPage.ts';

/** A board that came from a foreign file, and what could not be taken over, by kind. */
export type Imported = {
  readonly document: PlainDocument;
  readonly assets: readonly AssetData[];
  readonly skipped: { readonly [kind: string]: number };
};

/** What reading a foreign file needs from outside. `newId` gives a new id text at each call. */
export type ImportTools = { readonly seed: BoardSeed; readonly measure: MeasureEm; readonly newId: () => string };

/** More than two hours of drawing give; a larger scene would only stall the machine. */
const MOST_ELEMENTS = 200_000;
const MOST_POINTS = 5_000_000;

const PICTURE = /^data:(image\/(?:png|jpeg|webp|gif));base64,([A-Za-z0-9+/=\s]+)$/;

/** The pictures of a scene that its elements show, by their name in the file; those of other kinds are left out. */
function readPictures(files: Readonly<Record<string, unknown>>, elements: readonly Element[], newId: () => string): ReadonlyMap<string, AssetData> {
  const pictures = new Map<string, AssetData>();
  for (const element of elements) {
    if (element.kind !== 'image' || pictures.has(element.value.fileId)) continue;
    const file = v.safeParse(fileSchema, Object.hasOwn(files, element.value.fileId) ? files[element.value.fileId] : null);
    const match = file.success ? PICTURE.exec(file.output.dataURL) : null;
    if (match) pictures.set(element.value.fileId, { asset: asId<AssetId>(newId()), mime: match[1] as string, base64: (match[2] as string).replace(/\s/g, '') });
  }
  return pictures;
}

type Read = { readonly elements: readonly Element[]; readonly deleted: number; readonly skipped: Record<string, number> };

function readElements(values: readonly unknown[]): Read {
  const skipped: Record<string, number> = Object.create(null) as Record<string, number>;
  const elements: Element[] = [];
  let deleted = 0;
  let points = 0;
  for (const value of values) {
    const read = readElement(value);
    if (read === 'deleted') deleted++;
    else if ('skipped' in read) skipped[read.skipped] = (skipped[read.skipped] ?? 0) + 1;
    else {
      elements.push(read);
      if ('points' in read.value) points += read.value.points.length;
      if (points > MOST_POINTS) throw new TroubleError('file.tooLarge', `${points} points`);
    }
  }
  return { elements, deleted, skipped };
}

function boardWith(seed: BoardSeed, size: Size, marks: readonly Mark[]): Board {
  const board = emptyBoard(seed);
  const page = Object.values(board.pages)[0];
  const buckets: Record<string, Record<MarkId, Mark>> = {};
  for (const mark of marks) (buckets[bucketOf(mark.id)] ??= {})[mark.id] = mark;
  return page ? { ...board, buckets, pages: { [page.id]: { ...page, size } } } : board;
}

/**
 * Reads a scene of the open Excalidraw format (version 2 of its JSON) as a board of one page.
 * What has no counterpart or makes no sense is left out and counted.
 * @throws TroubleError file.foreign when it is no such scene, file.damaged when nothing of it can be read,
 *   file.tooLarge beyond 200,000 elements or 5 million points
 */
export function readExcalidraw(value: unknown, { seed, measure, newId }: ImportTools): Imported {
  const scene = v.safeParse(sceneSchema, value);
  if (!scene.success) throw new TroubleError('file.foreign', 'excalidraw');
  const { elements: values, files, source } = scene.output;
  if (values.length > MOST_ELEMENTS) throw new TroubleError('file.tooLarge', `${values.length} elements`);
  const { elements, deleted, skipped } = readElements(values);
  if (elements.length === 0 && values.length > deleted) throw new TroubleError('file.damaged', 'elements');
  const pictures = readPictures(files, elements, newId);
  const content = unionOf(elements.map((element) => transformBox(elementMatrix(element), ownBox(element))));
  const page = pageAround(content ?? { x: 0, y: 0, ...PAGE_SIZE });
  const orders = generateNKeysBetween(null, null, elements.length);
  const importing: Importing = {
    page: asId<PageId>('p1'), measure, newId, pictures, toPage: page.toPage, scale: page.scale,
    // Excalidraw paints its freehand lines 4.25 times as wide as it writes; other programs write the width at full
    // pressure, which a hand at middle pressure draws about half as wide.
    nibFactor: source === '' || source.includes('excalidraw') ? 4.25 : 0.6,
    ids: new Map(elements.map(({ value: { id } }) => [id, asId<MarkId>(newId())])),
    byId: new Map(elements.map((element) => [element.value.id, element])),
    captions: captionsOf(elements),
  };
  const marks: Mark[] = [];
  const inks: Record<InkId, InkText> = {};
  elements.forEach((element, i) => {
    const result = importElement(element, orders[i] as string, importing);
    if (result.kind === 'skipped') skipped[element.kind] = (skipped[element.kind] ?? 0) + 1;
    else if (result.kind === 'mark') {
      marks.push(result.mark);
      if (result.ink) inks[result.ink.id] = result.ink.text;
    }
  });
  return { document: { board: boardWith(seed, page.size, regrouped(marks, () => asId<GroupId>(newId()))), inks }, assets: [...pictures.values()], skipped: { ...skipped } };
}

/** Texts that stand in a form, by the form's id: they become the form's own lettering. */
function captionsOf(elements: readonly Element[]): Importing['captions'] {
  const forms = new Set(elements.flatMap(({ kind, value: { id } }) => (id !== '' && (kind === 'rectangle' || kind === 'ellipse' || kind === 'diamond') ? [id] : [])));
  return new Map(elements.flatMap((element) => (element.kind === 'text' && forms.has(element.value.containerId) ? [[element.value.containerId, element.value] as const] : [])));
}
