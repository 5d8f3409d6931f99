import { useDuePeople } from '../useDuePeople.tsx';
import type { DeskSession } from './deskSession.ts';

/** Asks, when this board is opened after its day, to forget its people. */
export function DeskDue({ desk }: { readonly desk: DeskSession }) {
  return <>{useDuePeople(desk, desk.store.id)}</>;
}
