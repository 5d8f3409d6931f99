import type { BoardId } from '../../../shared/base/ids.ts';
import type { Joining } from '../../../shared/contract/door.ts';
import { answerHelper, isForHelpers } from './helperRoutes.ts';
import type { HelperPasses } from './helperPasses.ts';
import { HelperRoom, type HelperRoomParts } from './helperRoom.ts';
import { startDoorServer, type DoorServer } from './doorServer.ts';
import { EventStreams } from './eventStreams.ts';
import type { Guesses } from './guesses.ts';
import type { IdeaIntake } from './ideaIntake.ts';
import type { OpenJoins } from './openJoins.ts';
import { Passes } from './passes.ts';
import type { SeatClaims } from './seatClaims.ts';
import type { PhonePage } from './phonePage.ts';
import { PhoneRoom, type PhoneRoomParts } from './phoneRoom.ts';
import type { RoundLedgers } from '../rounds/roundLedgers.ts';
import { answerPhone } from './phoneRoutes.ts';

/** What opening the door of a board takes. */
export type Opening = Pick<PhoneRoomParts, 'board' | 'now'> & Pick<HelperRoomParts, 'wish'> & {
  readonly rounds: RoundLedgers;
  readonly boardId: BoardId;
  readonly address: string;
  readonly joining: Joining;
  readonly ports: readonly number[];
  readonly key: Buffer;
  readonly claims: SeatClaims;
  readonly page: PhonePage;
  readonly guesses: Guesses;
  readonly helpers: HelperPasses;
  readonly openJoins: OpenJoins;
  readonly ideas: IdeaIntake;
  /** Phones came or went. */
  readonly moved: () => void;
  /** Is told the address of each device that opens the page. */
  readonly reached: (address: string) => void;
  readonly failed: (error: unknown) => void;
};

/** A door that stands open on one address for one board. */
export type OpenDoor = {
  readonly board: BoardId;
  readonly address: string;
  readonly joining: Joining;
  readonly host: string;
  readonly room: PhoneRoom;
  readonly streams: EventStreams;
  readonly helperRoom: HelperRoom;
  readonly helperStreams: EventStreams;
  /** Resolves when nothing of it goes on: every ballot that came in is on the disk or refused. */
  readonly close: () => Promise<void>;
};

/** Opens the door. @throws the system's error when it cannot listen there */
export async function openDoor(opening: Opening): Promise<OpenDoor> {
  const { boardId, board, rounds, helpers, wish, key, claims, joining, address, ports, page, guesses, openJoins, ideas, now, moved, reached, failed } = opening;
  const passes = new Passes({ key, joining, board, claims });
  const room = new PhoneRoom({ board, rounds, passes, joining, ideas, now });
  const streams = new EventStreams((pass) => room.telling(pass), moved, 'state');
  const helperRoom = new HelperRoom({ board, rounds, now, wish });
  const helperStreams = new EventStreams((pass) => (helpers.helperOf(pass) ? helperRoom.telling() : null), moved, 'view');
  const helperParts = { passes: helpers, room: helperRoom, streams: helperStreams, guesses, changed: moved };
  const parts = { page, room, passes, joining, streams, guesses, openJoins, ideas, reached };
  const shut = async (): Promise<void> => {
    streams.close();
    helperStreams.close();
    await room.close();
  };
  let server: DoorServer;
  try {
    server = await startDoorServer({ address, ports, now, failed, answer: (asked) => (isForHelpers(asked.path) ? answerHelper(asked, helperParts) : answerPhone(asked, parts)) });
  } catch (error) {
    await shut();
    throw error;
  }
  return {
    board: boardId, address, joining, host: server.host, room, streams, helperRoom, helperStreams,
    close: async () => {
      const quiet = shut();
      await server.close();
      await quiet;
    },
  };
}
