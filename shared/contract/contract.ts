import type { AssetId, BoardId, IdeaId, MarkId, RoundId, StampId, TableId } from '../base/ids.ts';
import type { Locale } from '../board/board.ts';
import type { Command } from '../board/commands.ts';
import type { Round } from '../board/round.ts';
import type { AssetData, BoardCard, BoardChanged, HistoryState, OpenedBoard, PlainDocument, SaveState } from './boards.ts';
import type { DoorAddress, DoorState, Joining, TableCards } from './door.ts';
import type { ExportFormat, ExportProgress, ExportRequest } from './exportRequest.ts';
import type { HelperInvitation, HelperState, HelperWish } from './helper.ts';
import type { IdeasView } from './ideas.ts';
import type { PeopleChange, PeopleDue, PeopleErased, PeoplePart } from './people.ts';
import type { PlaybackPiece, PlaybackPlace, PlaybackStart } from './playback.ts';
import type { DisplayInfo, LiveMessage, RoomState, RoomView } from './room.ts';
import type { CandidatePictures, LedgerView, TableDots, VotingWay, VotingWays } from './rounds.ts';
import type { Settings } from './settings.ts';
import type { KeptStamp, NewStamp, StampList, StampsTaken } from './stamps.ts';
import type { Result } from './trouble.ts';

type Call<In, Out> = { readonly in: In; readonly out: Out };
type Nothing = Record<string, never>;

/** What a window may ask of the services, the same over IPC and over the loopback socket. */
export type Calls = {
  'app.info': Call<Nothing, { readonly shell: 'desktop' | 'web'; readonly platform: string; readonly version: string; readonly openAtStart: BoardId | null }>;
  'settings.get': Call<Nothing, Settings>;
  'settings.set': Call<{ readonly settings: Settings }, Settings>;
  'boards.list': Call<Nothing, readonly BoardCard[]>;
  'boards.create': Call<{ readonly document: PlainDocument; readonly assets: readonly AssetData[] }, { readonly board: BoardId }>;
  'boards.open': Call<{ readonly board: BoardId }, OpenedBoard>;
  /** A board as it is now, only to be looked at: nothing is opened by it, and nothing needs closing. */
  'boards.read': Call<{ readonly board: BoardId }, PlainDocument>;
  /** This window wants to work on a board; `elsewhere` when another window does, which then goes on doing so. */
  'boards.hold': Call<{ readonly board: BoardId }, { readonly elsewhere: boolean }>;
  /** This window works on a board from now on; whichever did before is told, saves and leaves. */
  'boards.takeOver': Call<{ readonly board: BoardId }, null>;
  /** This window leaves a board, which is closed unless another window works on it. */
  'boards.close': Call<{ readonly board: BoardId }, null>;
  /** Puts a board's working copy in the app's own bin; nothing is erased. */
  'boards.remove': Call<{ readonly board: BoardId }, null>;
  /** Desktop: shows the system's open dialog; `opens` says that this window opens the board next, and does not only read it. Null when the user cancelled. */
  'boards.chooseFile': Call<{ readonly opens: boolean }, { readonly board: BoardId } | null>;
  /** A `.doek` file that was dropped on or chosen in the window and lies nowhere. */
  'boards.importFile': Call<{ readonly name: string; readonly base64: string }, { readonly board: BoardId }>;
  /** Desktop: system dialog, path. Browser: a URL to download. Null when cancelled. */
  'boards.saveAs': Call<{ readonly board: BoardId }, { readonly path: string | null; readonly url: string | null } | null>;
  /** Lets the user choose a folder or stick for the second copy; null turns it off. */
  'boards.chooseSecondCopy': Call<{ readonly off: boolean }, Settings>;
  'boards.setThumbnail': Call<{ readonly board: BoardId; readonly png: string }, null>;
  /** The picture of a board on this laptop: PNG as base64, or null when none was made yet. */
  'boards.thumbnail': Call<{ readonly board: BoardId }, string | null>;
  /** Resolves when the change is on disk. */
  'board.do': Call<{ readonly board: BoardId; readonly opId: string; readonly command: Command }, { readonly seq: number }>;
  'board.undo': Call<{ readonly board: BoardId }, HistoryState>;
  'board.redo': Call<{ readonly board: BoardId }, HistoryState>;
  'assets.put': Call<{ readonly board: BoardId; readonly mime: string; readonly base64: string }, { readonly asset: AssetId }>;
  'assets.get': Call<{ readonly board: BoardId; readonly asset: AssetId }, AssetData>;
  /** Opens a round: how each table votes, and when a countdown closes it (null: by hand). */
  'rounds.start': Call<{ readonly board: BoardId; readonly round: Round; readonly ways: VotingWays; readonly closesMs: number | null }, LedgerView>;
  'rounds.view': Call<{ readonly board: BoardId; readonly round: RoundId }, LedgerView>;
  'rounds.count': Call<{ readonly board: BoardId; readonly round: RoundId; readonly table: TableId; readonly dots: TableDots }, LedgerView>;
  /** The raised hands of all tables that vote so, as one row. */
  'rounds.hands': Call<{ readonly board: BoardId; readonly round: RoundId; readonly dots: TableDots }, LedgerView>;
  /** Changes how a table votes. Leaving the phones takes their ballots out of the round. */
  'rounds.way': Call<{ readonly board: BoardId; readonly round: RoundId; readonly table: TableId; readonly way: VotingWay }, LedgerView>;
  /** Starts, moves or (null) stops the countdown. */
  'rounds.countdown': Call<{ readonly board: BoardId; readonly round: RoundId; readonly closesMs: number | null }, LedgerView>;
  /** Drawings of the candidates for the phones; kept in memory only, so they are given again after a start. */
  'rounds.pictures': Call<{ readonly board: BoardId; readonly round: RoundId; readonly pictures: CandidatePictures }, null>;
  /** The room saw the result to its end (`drawn`: with what lots gave), so that phones may show it. */
  'rounds.told': Call<{ readonly board: BoardId; readonly round: RoundId; readonly drawn: MarkId | null }, null>;
  /** The result that was revealed last, if the room has not seen it yet. */
  'rounds.untold': Call<{ readonly board: BoardId }, { readonly round: RoundId | null }>;
  'rounds.undo': Call<{ readonly board: BoardId; readonly round: RoundId }, LedgerView>;
  /** Folds the grid to totals and destroys it; the closed round comes as a board change. */
  'rounds.close': Call<{ readonly board: BoardId; readonly round: RoundId }, null>;
  'rounds.cancel': Call<{ readonly board: BoardId; readonly round: RoundId }, null>;
  /** Where phones may reach this laptop, likeliest first. */
  'door.addresses': Call<Nothing, readonly DoorAddress[]>;
  /** Opens the room door, or moves it; when the laptop cannot listen there, the state says why. */
  'door.open': Call<{ readonly board: BoardId; readonly address: string; readonly joining: Joining }, DoorState>;
  'door.close': Call<Nothing, DoorState>;
  'door.state': Call<Nothing, DoorState>;
  'door.seats': Call<{ readonly board: BoardId }, readonly TableCards[]>;
  /** Makes all codes void, also those that were printed, and gives new ones. */
  'door.renewSeats': Call<{ readonly board: BoardId }, readonly TableCards[]>;
  /** Lets another device in with a seat's code: the one before and its ballot count no more. */
  'door.freeSeat': Call<{ readonly board: BoardId; readonly table: TableId; readonly seat: number }, readonly TableCards[]>;
  /** The same for all seats, for a new session with the same cards; refused while phones have voted in an open round. */
  'door.freeSeats': Call<{ readonly board: BoardId }, readonly TableCards[]>;
  /** A secret address with which one phone or tablet becomes a helper's; null while the door is closed. */
  'helper.invite': Call<Nothing, HelperInvitation | null>;
  'helper.state': Call<Nothing, HelperState>;
  /** Sends a helper away; null: all, and the invitation too. */
  'helper.revoke': Call<{ readonly helper: string | null }, HelperState>;
  /** What phones sent to the facilitator. */
  'ideas.list': Call<{ readonly board: BoardId }, IdeasView>;
  /** Lets phones send ideas, or no longer. */
  'ideas.open': Call<{ readonly board: BoardId; readonly open: boolean }, IdeasView>;
  'ideas.drop': Call<{ readonly board: BoardId; readonly ideas: readonly IdeaId[] }, IdeasView>;
  /** Takes dropping back. */
  'ideas.restore': Call<{ readonly board: BoardId; readonly ideas: readonly IdeaId[] }, IdeasView>;
  /** They stand on the board since the change that was sent under that name, and leave the inbox; when that is taken back they are there again. */
  'ideas.taken': Call<{ readonly board: BoardId; readonly ideas: readonly IdeaId[]; readonly opId: string }, IdeasView>;
  'people.get': Call<{ readonly board: BoardId }, PeoplePart>;
  /** Changes the people as they are when its turn comes, whatever another window did meanwhile, and gives them as they are then. */
  'people.change': Call<{ readonly board: BoardId; readonly change: PeopleChange }, PeoplePart>;
  /** Destroys the key and the people part wherever this laptop can reach them; the board need not be open. */
  'people.erase': Call<{ readonly board: BoardId }, PeopleErased>;
  /** Boards, open or not, whose people should have been forgotten by now. */
  'people.due': Call<Nothing, readonly PeopleDue[]>;
  /** Desktop: asks where to save first (null when cancelled). The rest comes as `exports.progress`. */
  'exports.start': Call<{ readonly board: BoardId; readonly request: ExportRequest }, { readonly job: string } | null>;
  /**
   * Prints what a PDF would show. Desktop: the system's print dialog, with the right paper. Browser: a PDF that opens.
   * How it goes comes as `exports.progress`.
   */
  'exports.print': Call<{ readonly board: BoardId; readonly request: ExportRequest }, { readonly job: string } | null>;
  /** Gets ready for an export of that format that is likely to come, and of those pages if any are named: drawings take time. */
  'exports.prepare': Call<{ readonly board: BoardId; readonly format: ExportFormat; readonly pages: ExportRequest['pages'] }, null>;
  /** Nobody looks at the choices any more: what is worked out for an export that may come is left off. */
  'exports.rest': Call<Nothing, null>;
  'exports.cancel': Call<{ readonly job: string }, null>;
  'exports.reveal': Call<{ readonly job: string }, null>;
  /** How a board came about: where that begins. Never people or ballots. */
  'playback.open': Call<{ readonly board: BoardId }, PlaybackStart>;
  /** The next gestures up to change `toSeq`, as many as are told at once. */
  'playback.read': Call<{ readonly board: BoardId; readonly from: PlaybackPlace; readonly toSeq: number }, PlaybackPiece>;
  /** Makes ready for a film of a board. Desktop: asks where to save it first (null when cancelled). */
  'films.start': Call<{ readonly board: BoardId }, { readonly job: string } | null>;
  /** Writes a WebM file that the window made; that it is done comes as `exports.progress`, too. */
  'films.write': Call<{ readonly job: string; readonly base64: string }, null>;
  /** The stamps that were kept on this laptop; drawings come one by one with `stamps.get`. */
  'stamps.list': Call<Nothing, StampList>;
  'stamps.get': Call<{ readonly stamp: StampId }, KeptStamp>;
  'stamps.keep': Call<NewStamp, { readonly stamp: StampId }>;
  'stamps.rename': Call<{ readonly stamp: StampId; readonly name: string }, null>;
  /** Lays a stamp aside, from where `stamps.restore` takes it back. */
  'stamps.remove': Call<{ readonly stamp: StampId }, null>;
  'stamps.restore': Call<{ readonly stamp: StampId }, null>;
  /** Writes all of them to one file, `.doekstempels`. Desktop: system dialog, path. Browser: a URL to download. Null when cancelled. */
  'stamps.saveAs': Call<Nothing, { readonly path: string | null; readonly url: string | null } | null>;
  /** Takes in the stamps of such a file; those that are there already stay as they are. */
  'stamps.importFile': Call<{ readonly name: string; readonly base64: string }, StampsTaken>;
  'room.displays': Call<Nothing, readonly DisplayInfo[]>;
  'room.open': Call<{ readonly display: string | null; readonly view: RoomView }, RoomState>;
  'room.close': Call<Nothing, RoomState>;
  'room.state': Call<Nothing, RoomState>;
  'room.show': Call<{ readonly view: RoomView }, null>;
  'room.live': Call<{ readonly message: LiveMessage }, null>;
};

/** What the services tell windows unasked. */
export type Events = {
  'board.changed': BoardChanged;
  'board.saved': SaveState;
  'exports.progress': ExportProgress;
  'room.state': RoomState;
  'room.live': LiveMessage;
  'room.displays': readonly DisplayInfo[];
  'rounds.view': { readonly board: BoardId; readonly view: LedgerView };
  /** The room saw a result to its end. */
  'rounds.told': { readonly board: BoardId; readonly round: RoundId };
  'door.state': DoorState;
  'helper.state': HelperState;
  /** A helper asks something of the desk that has this board before it. */
  'helper.wish': { readonly board: BoardId; readonly wish: HelperWish };
  'ideas.listed': { readonly board: BoardId; readonly view: IdeasView };
  'settings.changed': Settings;
  /** A menu entry of the shell was chosen: the id of an action. */
  'menu.chosen': { readonly action: string; readonly locale?: Locale };
  'boards.listed': readonly BoardCard[];
  'stamps.listed': StampList;
  /** Another window works on the board from now on; that one has not opened it yet. */
  'boards.takenOver': { readonly board: BoardId };
  'boards.openRequested': { readonly board: BoardId };
  /** A large board is being read from a file: its first marks, and null when it could not be opened. `sent`: what the page that sent it called it, null for one that the shell itself opens. */
  'boards.firstMarks': { readonly document: PlainDocument | null; readonly sent: string | null };
};

export type CallName = keyof Calls;
export type EventName = keyof Events;

/** The names of all calls, for the bridge, which lets nothing else through. */
export const CALL_NAMES = [
  'app.info', 'settings.get', 'settings.set', 'boards.list', 'boards.create', 'boards.open', 'boards.read', 'boards.hold', 'boards.takeOver', 'boards.close', 'boards.remove',
  'boards.chooseFile', 'boards.importFile', 'boards.saveAs', 'boards.chooseSecondCopy', 'boards.setThumbnail', 'boards.thumbnail', 'board.do',
  'board.undo', 'board.redo', 'assets.put', 'assets.get', 'rounds.start', 'rounds.view', 'rounds.count', 'rounds.undo',
  'rounds.hands', 'rounds.way', 'rounds.countdown', 'rounds.pictures', 'rounds.told', 'rounds.untold',
  'rounds.close', 'rounds.cancel', 'people.get', 'people.change', 'people.erase', 'people.due', 'exports.start', 'exports.print', 'exports.prepare', 'exports.rest', 'exports.cancel',
  'door.addresses', 'door.open', 'door.close', 'door.state', 'door.seats', 'door.renewSeats', 'door.freeSeat', 'door.freeSeats',
  'helper.invite', 'helper.state', 'helper.revoke', 'ideas.list', 'ideas.open', 'ideas.drop', 'ideas.restore', 'ideas.taken',
  'exports.reveal', 'playback.open', 'playback.read', 'films.start', 'films.write', 'stamps.list', 'stamps.get', 'stamps.keep', 'stamps.rename', 'stamps.remove', 'stamps.restore', 'stamps.saveAs',
  'stamps.importFile', 'room.displays', 'room.open', 'room.close', 'room.state', 'room.show', 'room.live',
] as const satisfies readonly CallName[];

/** The names of all events. */
export const EVENT_NAMES = [
  'board.changed', 'board.saved', 'exports.progress', 'room.state', 'room.live', 'room.displays', 'rounds.view', 'rounds.told',
  'door.state', 'helper.state', 'helper.wish', 'ideas.listed', 'settings.changed', 'menu.chosen', 'boards.listed', 'stamps.listed', 'boards.openRequested', 'boards.takenOver',
  'boards.firstMarks',
] as const satisfies readonly EventName[];

/** Whoever answers calls: the services behind a shell, or the transport to them in a window. */
export type Host = {
  call<Name extends CallName>(name: Name, input: Calls[Name]['in']): Promise<Result<Calls[Name]['out']>>;
  /** Listens to an event; the returned function stops it. */
  on<Name extends EventName>(name: Name, listener: (event: Events[Name]) => void): () => void;
};
