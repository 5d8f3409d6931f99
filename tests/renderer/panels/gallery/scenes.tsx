import type { ComponentType } from 'react';
import { CharterScene, ExportScene, HarvestScene, HelpScene, KeepStampScene, NoticeScene, OutlineScene, PaletteScene, SearchScene, SelectionScene, SettingsScene, SigningScene, StampScene, UntoldScene } from './PanelScenes.tsx';
import { DeskScene } from './DeskScene.tsx';
import { AwayScene, DueScene, RecoverScene, StartEmptyScene, StartScene } from './StartScenes.tsx';
import { DoorClosedScene, DoorOpenScene, DoorReachedScene } from './DoorScenes.tsx';
import { IdeasScene } from './IdeasScene.tsx';
import { PlaybackScene } from './PlaybackScene.tsx';
import { RoomBlackScene, RoomClockScene, RoomClosedScene, RoomCurtainScene, RoomResultScene, RoomTieScene, RoomVoteScene } from './RoomScenes.tsx';
import { HiddenScene, ManyScene, MixedScene, ResultScene, SetupScene, SetupTraitsScene, TallyScene, TieScene } from './VotingScenes.tsx';

export type SceneProps = { readonly hand: 'right' | 'left' };

/** Every picture of the gallery by its name. */
export const SCENES: Readonly<Record<string, ComponentType<SceneProps>>> = {
  desk: DeskScene,
  start: StartScene,
  startEmpty: StartEmptyScene,
  recover: RecoverScene,
  away: AwayScene,
  due: DueScene,
  setup: SetupScene,
  setupTraits: SetupTraitsScene,
  tally: TallyScene,
  tallyMixed: MixedScene,
  tallyMany: ManyScene,
  doorClosed: DoorClosedScene,
  doorOpen: DoorOpenScene,
  doorReached: DoorReachedScene,
  hidden: HiddenScene,
  result: ResultScene,
  tie: TieScene,
  export: ExportScene,
  harvest: HarvestScene,
  stamps: StampScene,
  charter: CharterScene,
  signing: SigningScene,
  outline: OutlineScene,
  settings: SettingsScene,
  help: HelpScene,
  palette: PaletteScene,
  notices: NoticeScene,
  selection: SelectionScene,
  keepStamp: KeepStampScene,
  untold: UntoldScene,
  search: SearchScene,
  ideas: IdeasScene,
  playback: PlaybackScene,
  roomVote: RoomVoteScene,
  roomClosed: RoomClosedScene,
  roomResult: RoomResultScene,
  roomTie: RoomTieScene,
  roomCurtain: RoomCurtainScene,
  roomBlack: RoomBlackScene,
  roomClock: RoomClockScene,
};
