import * as v from 'valibot';
import type { StampEntry } from './search.ts';
import type { Stamp } from './stamp.ts';

/** A stamp of the large library as the index knows it; `group` names the file with its outline. */
export type LibraryEntry = StampEntry & { readonly group: string };

const indexSchema = v.object({
  version: v.literal(1),
  groups: v.array(v.object({ key: v.string(), nl: v.string(), en: v.string() })),
  stamps: v.array(v.tuple([v.string(), v.number(), v.string(), v.string(), v.string()])),
});

const outlinesSchema = v.record(v.string(), v.pipe(v.string(), v.regex(/^[mlqz0-9 -]*$/)));

/** The groups of the large library and its stamps, without their outlines. */
export type LibraryIndex = {
  readonly groups: readonly { readonly key: string; readonly nl: string; readonly en: string }[];
  readonly entries: readonly LibraryEntry[];
};

/**
 * Reads what the build wrote to `index.json`.
 * @param json parsed JSON
 * @throws ValiError when it has another shape
 */
export function readLibraryIndex(json: unknown): LibraryIndex {
  const { groups, stamps } = v.parse(indexSchema, json);
  return {
    groups,
    entries: stamps.map(([id, group, nl, en, tags]) => ({
      id,
      nl,
      en,
      tags: tags === '' ? [] : tags.split('|'),
      group: groups[group]?.key ?? '',
    })),
  };
}

/** The file with the outlines of a group, beside `index.json`. */
export const outlinesFile = (group: string): string => `outlines-${group}.json`;

/** Relative commands in whole tenths (m l q z) to an absolute path in a box of 100. */
function absolutePath(packed: string): string {
  let from: readonly number[] = [0, 0];
  let start = from;
  return packed.replace(/([mlqz])([^mlqz]*)/g, (_, letter: string, numbers: string) => {
    if (letter === 'z') {
      from = start;
      return 'Z';
    }
    const places = (numbers.match(/-?\d+/g) ?? []).map((step, i) => Number(step) + (from[i % 2] ?? 0));
    from = places.slice(-2);
    if (letter === 'm') start = from;
    return letter.toUpperCase() + places.map((place) => place / 10).join(' ');
  });
}

/**
 * Reads what the build wrote to a group's outlines file: by stamp id the whole drawing as one path in a box
 * of 100, absolute M L Q Z.
 * @param json parsed JSON
 * @throws ValiError when it has another shape
 */
export function readLibraryOutlines(json: unknown): ReadonlyMap<string, string> {
  const outlines = Object.entries(v.parse(outlinesSchema, json));
  return new Map(outlines.map(([id, packed]) => [id, absolutePath(packed)]));
}

/** A library stamp as a drawing: its outline in one ink. */
export function libraryStamp(entry: LibraryEntry, outline: string): Stamp {
  const { id, nl, en, tags } = entry;
  return { id, nl, en, tags, altNl: nl, altEn: en, ops: [{ kind: 'fill', d: outline, color: 'ink' }] };
}
