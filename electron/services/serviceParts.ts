import type { BoardId } from '../../shared/base/ids.ts';
import type { CallName, Calls } from '../../shared/contract/contract.ts';
import type { FileKeeper } from './boardFile/fileKeeper.ts';
import type { BoardHolders } from './boards/boardHolders.ts';
import type { BoardDesk } from './boards/boardDesk.ts';
import type { BoardStore } from './boards/boardStore.ts';
import type { RoomDoor } from './door/roomDoor.ts';
import type { IdeaBoxes } from './ideas/ideaBoxes.ts';
import type { Exports } from './exports/createExports.ts';
import type { PeopleKeeper } from './people/peopleKeeper.ts';
import type { Emit } from './room/roomRelay.ts';
import type { SettingsFile } from './settings/settingsFile.ts';
import type { StampLibrary } from './stampLibrary/stampLibrary.ts';
import type { WindowName } from './windowCalls.ts';

/** What all parts of the services share. */
export type ServiceParts = {
  readonly dataFolder: string;
  readonly store: BoardStore;
  readonly desk: BoardDesk;
  readonly holders: BoardHolders;
  readonly keeper: FileKeeper;
  readonly settings: SettingsFile;
  readonly people: PeopleKeeper;
  readonly stamps: StampLibrary;
  readonly door: RoomDoor;
  readonly ideas: IdeaBoxes;
  readonly exports: Exports | null;
  /** How to cancel each export that runs, by job. */
  readonly cancels: Map<string, () => void>;
  /** Where films that windows are making will be written, by job. */
  readonly films: Map<string, string>;
  readonly emit: Emit;
  readonly newBoardId: () => BoardId;
  /** Tells all windows which boards there are. */
  readonly tellBoards: () => void;
};

/** Answers to calls, by name; each is told which window asks. */
export type Answers<Name extends CallName> = { readonly [Key in Name]: (input: Calls[Key]['in'], from: WindowName) => Promise<Calls[Key]['out']> };
