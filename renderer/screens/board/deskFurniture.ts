import { DeskFoot } from './DeskFoot.tsx';
import { DeskNotices } from './DeskNotices.tsx';
import { DeskPalette } from './DeskPalette.tsx';
import { DeskFoldedRail, DeskRail, DeskRoomBeside } from './DeskRail.tsx';
import { DeskTray } from './DeskTray.tsx';
import { DeskWish } from './DeskWish.tsx';
import { EmptyHints } from './EmptyHints.tsx';
import { FoundFrame } from './FoundFrame.tsx';
import { NibByKeys } from './NibByKeys.tsx';
import { PresentedVote } from './PresentedVote.tsx';
import { SelectionBar } from './SelectionBar.tsx';
import { WritingField } from './WritingField.tsx';

/** What lies around and over the sheet besides the dock. Its code is fetched when these two stand: one draws by then. */
export const deskFurniture = { DeskFoot, DeskNotices, DeskPalette, DeskFoldedRail, DeskRail, DeskRoomBeside, DeskTray, DeskWish, EmptyHints, FoundFrame, NibByKeys, PresentedVote, SelectionBar, WritingField } as const;
