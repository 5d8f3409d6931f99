import type { GroupId, MarkId } from '../base/ids.ts';
import type { Board, Buckets } from './board.ts';
import { markOf } from './buckets.ts';
import type { Mark } from './marks.ts';

/** Members of every group in one bucket; a gesture makes one new bucket of 256 and leaves the others as they were. */
const kept = new WeakMap<Buckets[string], ReadonlyMap<GroupId, readonly MarkId[]>>();
const NO_GROUPS: ReadonlyMap<GroupId, readonly MarkId[]> = new Map();

function groupsIn(bucket: Buckets[string]): ReadonlyMap<GroupId, readonly MarkId[]> {
  const known = kept.get(bucket);
  if (known) return known;
  const members = new Map<GroupId, MarkId[]>();
  for (const { id, groups } of Object.values(bucket)) {
    for (const group of groups ?? []) {
      const list = members.get(group);
      if (list) list.push(id); else members.set(group, [id]);
    }
  }
  const found = members.size === 0 ? NO_GROUPS : members;
  kept.set(bucket, found);
  return found;
}

/** The marks of a group, those of the groups in it included. */
export function membersOf(board: Pick<Board, 'buckets'>, group: GroupId): readonly MarkId[] {
  return Object.values(board.buckets).flatMap((bucket) => groupsIn(bucket).get(group) ?? []);
}

/**
 * The group that a mark is picked with: its largest, or inside a group that was gone into the largest one in that.
 * @param inside the group that was gone into, null when none
 */
export function groupOf(mark: Mark, inside: GroupId | null): GroupId | null {
  const groups = mark.groups ?? [];
  return groups[inside === null ? 0 : groups.indexOf(inside) + 1] ?? null;
}

/** Whether a mark lies in a group, however deep. */
export function isInside(mark: Mark, group: GroupId): boolean {
  return mark.groups?.includes(group) ?? false;
}

/** Marks, and all that is picked together with them. */
export function withGroups(board: Board, ids: readonly MarkId[], inside: GroupId | null): readonly MarkId[] {
  const all = new Set(ids);
  const seen = new Set<GroupId>();
  for (const id of ids) {
    const mark = markOf(board, id);
    const group = mark ? groupOf(mark, inside) : null;
    if (group === null || seen.has(group)) continue;
    seen.add(group);
    for (const member of membersOf(board, group)) all.add(member);
  }
  return [...all];
}

/** The groups that marks belong to, by their ids. */
export type Grouping = { readonly [id: MarkId]: readonly GroupId[] };

const marksOfIds = (board: Board, ids: readonly MarkId[]): readonly Mark[] => ids.flatMap((id) => markOf(board, id) ?? []);

/** Puts marks, and the groups that they are in, into one new group inside the one that was gone into. */
export function grouped(board: Board, ids: readonly MarkId[], inside: GroupId | null, group: GroupId): Grouping {
  return Object.fromEntries(marksOfIds(board, ids).map((mark) => {
    const groups = mark.groups ?? [];
    const depth = inside === null ? 0 : groups.indexOf(inside) + 1;
    return [mark.id, [...groups.slice(0, depth), group, ...groups.slice(depth)]];
  }));
}

/** Takes marks out of the group that they are picked with; groups in it stay together. */
export function ungrouped(board: Board, ids: readonly MarkId[], inside: GroupId | null): Grouping {
  return Object.fromEntries(marksOfIds(board, ids).flatMap((mark) => {
    const group = groupOf(mark, inside);
    return group === null ? [] : [[mark.id, (mark.groups ?? []).filter((id) => id !== group)]];
  }));
}

/** Copies of marks in groups of their own; a group of which only one mark was copied along is none. */
export function regrouped(marks: readonly Mark[], newGroupId: () => GroupId): readonly Mark[] {
  const counts = new Map<GroupId, number>();
  for (const { groups } of marks) for (const group of groups ?? []) counts.set(group, (counts.get(group) ?? 0) + 1);
  const names = new Map<GroupId, GroupId>();
  return marks.map((mark): Mark => {
    if (mark.groups === undefined) return mark;
    const { groups, ...rest } = mark;
    const own = groups.filter((group) => (counts.get(group) ?? 0) > 1).map((group) => {
      const name = names.get(group) ?? newGroupId();
      names.set(group, name);
      return name;
    });
    return own.length === 0 ? rest : { ...rest, groups: own };
  });
}
