import type { RoomOfBoard, RoomView } from '../../../shared/contract/room.ts';
import type { WordKey } from '../../../shared/strings/words.ts';

/** What the room has before it, as one says it: a closed curtain hides the vote, the vote hides the board. */
export function roomSeen(curtain: RoomView['curtain'], scene: RoomView['scene']['kind'], mode: RoomView['mode']): WordKey {
  if (curtain !== 'open') return curtain === 'black' ? 'desk.seesBlack' : 'desk.seesTitle';
  if (scene === 'vote') return 'desk.voteScene';
  if (scene === 'result') return 'desk.resultScene';
  if (scene === 'playback') return 'desk.playbackScene';
  return `desk.${mode}`;
}

/** Why the room does not see this board, and what one can do about it. */
export function roomUnseen(shows: Exclude<RoomOfBoard, 'here'>): { readonly why: WordKey; readonly todo: WordKey } {
  return shows === 'off' ? { why: 'desk.roomClosed', todo: 'desk.roomOpen' } : { why: 'desk.roomElsewhere', todo: 'desk.roomHere' };
}
