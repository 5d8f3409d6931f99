import type { Font } from 'fontkit';

/** A table of fontkit: arrays are plain, or read when asked for and kept. */
type Listed = readonly unknown[] | { readonly toArray: () => readonly unknown[] };
/** The parts of a lookup in which the letters before the one at hand are named (OpenType, GSUB 6 and GPOS 8). */
type ChainedTable = { readonly extension?: ChainedTable; readonly backtrackCoverage?: unknown[]; readonly chainRuleSets?: Listed; readonly chainClassSet?: Listed };
type Lookups = { readonly lookupList: Listed };

const itemsOf = <T>(list: Listed | null | undefined): readonly T[] => (list ? ('toArray' in list ? list.toArray() : list) : []) as readonly T[];

function turn(table: ChainedTable): void {
  if (table.extension) return turn(table.extension);
  table.backtrackCoverage?.reverse();
  for (const sets of [table.chainRuleSets, table.chainClassSet]) {
    for (const set of itemsOf<Listed | null>(sets)) for (const rule of itemsOf<{ readonly backtrack?: unknown[] }>(set)) rule.backtrack?.reverse();
  }
}

const repaired = new WeakSet<Font>();

/**
 * Makes fontkit 2.0 choose the letters that HarfBuzz chooses on screen. A font names the letters before the one at hand from the
 * nearest to the farthest (OpenType, Chained Sequence Context); fontkit compares them the other way round, so that hands with several forms
 * of a letter would have others on paper, and lines another width.
 */
export function repairedFont(font: Font): Font {
  if (repaired.has(font)) return font;
  repaired.add(font);
  const { GSUB, GPOS } = font as unknown as { readonly GSUB?: Lookups; readonly GPOS?: Lookups };
  for (const table of [GSUB, GPOS]) {
    if (!table) continue;
    for (const lookup of itemsOf<{ readonly subTables: Listed }>(table.lookupList)) for (const part of itemsOf<ChainedTable>(lookup.subTables)) turn(part);
  }
  return font;
}
