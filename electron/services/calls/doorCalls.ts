import type { CallName } from '../../../shared/contract/contract.ts';
import type { Answers, ServiceParts } from '../serviceParts.ts';

/** Calls about the room door, the codes of seats and the helpers. */
export function doorCalls({ door }: ServiceParts): Answers<Extract<CallName, `door.${string}` | `helper.${string}`>> {
  return {
    'door.addresses': async () => door.addresses(),
    'door.open': ({ board, address, joining }) => door.open(board, address, joining),
    'door.close': () => door.close(),
    'door.state': async () => door.state(),
    'door.seats': ({ board }) => door.seats.cards(board),
    'door.renewSeats': ({ board }) => door.renewSeats(board),
    'door.freeSeat': ({ board, table, seat }) => door.seats.free(board, { table, number: seat }),
    'door.freeSeats': ({ board }) => door.seats.freeAll(board),
    'helper.invite': async () => door.helpers.invite(),
    'helper.state': async () => door.helpers.state(),
    'helper.revoke': async ({ helper }) => door.helpers.revoke(helper),
  };
}
