import { useEffect, useState } from 'react';
import type { BoardId } from '../../../shared/base/ids.ts';
import type { Table } from '../../../shared/board/board.ts';
import type { CallName, Calls } from '../../../shared/contract/contract.ts';
import type { DoorState, TableCards } from '../../../shared/contract/door.ts';
import type { SeatsInUseProps } from '../../panels/door/SeatsInUse.tsx';

type Ask = <Name extends CallName>(name: Name, input: Calls[Name]['in']) => Promise<Calls[Name]['out'] | null>;

/** The seats of a board as the door panel shows them. */
export type Seats = {
  /** Seat cards, spare ones included; null while it is not known. */
  readonly cards: number | null;
  readonly inUse: SeatsInUseProps;
  /** Makes new codes; false when that was refused. */
  readonly renew: () => Promise<boolean>;
};

/** Keeps at how many cards there are and which seats are in use, which the door tells anew whenever phones come or go. */
export function useSeats(ask: Ask, board: BoardId, door: DoorState, tables: readonly Table[]): Seats {
  const [seats, setSeats] = useState<readonly TableCards[] | null>(null);
  const people = tables.map(({ heads }) => heads).join(' ');
  useEffect(() => {
    if (door.joining === 'codes') void ask('door.seats', { board }).then((found) => { if (found) setSeats(found); });
  }, [ask, board, door, people]);
  const take = async (asked: Promise<readonly TableCards[] | null>): Promise<boolean> => {
    const fresh = await asked;
    if (fresh) setSeats(fresh);
    return fresh !== null;
  };
  return {
    cards: seats?.reduce((sum, { cards }) => sum + cards, 0) ?? null,
    inUse: {
      tables: tables.map(({ id, number, color }) => ({ id, number, color, taken: seats?.find(({ table }) => table === id)?.taken ?? [] })),
      onFree: (table, seat) => take(ask('door.freeSeat', { board, table, seat })),
      onFreeAll: () => take(ask('door.freeSeats', { board })),
    },
    renew: () => take(ask('door.renewSeats', { board })),
  };
}
