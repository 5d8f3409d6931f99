import '../../shared/stamps/allDrawings.ts';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { BoardId, MarkId } from '../../shared/base/ids.ts';
import { pagesOf, type Locale } from '../../shared/board/board.ts';
import { marksOnPage } from '../../shared/board/buckets.ts';
import type { BoardCard, PlainDocument } from '../../shared/contract/boards.ts';
import type { Result } from '../../shared/contract/trouble.ts';
import type { DoorAddress, DoorState } from '../../shared/contract/door.ts';
import type { DisplayInfo } from '../../shared/contract/room.ts';
import { TEMPLATES, templateOf } from '../../shared/templates/list.ts';
import type { MeasureEm } from '../../shared/board/lettering.ts';
import type { WindowStart } from './windowStart.ts';
import { chooseBoardFile, importBoardFile } from '../host/chooseBoardFile.ts';
import { Miniature } from '../stage/Miniature.tsx';
import { newId } from '../state/newId.ts';
import type { NoticeStore } from '../state/noticeStore.ts';
import { useWords } from '../words.ts';
import { DeskSettings } from './board/DeskSettings.tsx';
import { DeskNotices } from './board/DeskNotices.tsx';
import { BoardPicture } from './start/BoardPicture.tsx';
import type { BoardPictures } from './start/boardPictures.ts';
import { StartScreen } from './start/StartScreen.tsx';
import { useDuePeople } from './useDuePeople.tsx';
import styles from './StartPage.module.css';

export type StartPageProps = WindowStart & { readonly notices: NoticeStore; readonly pictures: BoardPictures; readonly onOpen: (board: BoardId) => void };

/** A new board of a template. */
function buildFrom(templateId: string, locale: Locale, measure: MeasureEm): PlainDocument | null {
  const template = templateOf(templateId);
  if (!template) return null;
  return template.build({ seed: { id: newId<BoardId>(), title: template.name[locale], locale, createdMs: Date.now() }, measure, newId: () => newId<MarkId>() });
}

/** The page of a template that says most about it: where the harvest happens, else the first. */
function tellingPage(document: PlainDocument) {
  const pages = pagesOf(document.board);
  const harvests = (page: (typeof pages)[number]): boolean => marksOnPage(document.board, page.id).some((mark) => mark.kind === 'shape' && (mark.area === 'traits' || mark.area === 'metaphors'));
  return pages.find(harvests) ?? pages[0];
}

/** The displays as the services see them, kept up to date; null where they cannot be asked for. */
function useDisplays({ host }: Pick<StartPageProps, 'host'>): readonly [readonly DisplayInfo[] | null, () => void] {
  const [displays, setDisplays] = useState<readonly DisplayInfo[] | null>(null);
  const again = useCallback(() => {
    void host.call('room.displays', {}).then((result) => setDisplays(result.ok && result.value.length > 0 ? result.value : null));
  }, [host]);
  useEffect(() => {
    again();
    return host.on('room.displays', setDisplays);
  }, [host, again]);
  return [displays, again];
}

/** The network on which phones likely are: null without any, undefined while it is asked for. */
function useLikelyNetwork({ host }: Pick<StartPageProps, 'host'>): readonly [DoorAddress | null | undefined, () => void] {
  const [network, setNetwork] = useState<DoorAddress | null>();
  const again = useCallback(() => {
    void host.call('door.addresses', {}).then((found) => { if (found.ok) setNetwork(found.value.find(({ kind }) => kind !== 'virtual') ?? null); });
  }, [host]);
  useEffect(again, [again]);
  return [network, again];
}

/** When a phone last came in, as the door knows it. */
function usePhoneCameIn({ host }: Pick<StartPageProps, 'host'>): DoorState['cameIn'] {
  const [cameIn, setCameIn] = useState<DoorState['cameIn']>(null);
  useEffect(() => {
    void host.call('door.state', {}).then((door) => { if (door.ok) setCameIn(door.value.cameIn); });
    return host.on('door.state', (door) => setCameIn(door.cameIn));
  }, [host]);
  return cameIn;
}

/** Wires the start screen: recent boards, templates, files, and the check of the room. */
export function StartPage({ host, measure, settings, notices, pictures, onOpen }: StartPageProps) {
  const { locale } = useWords();
  const [boards, setBoards] = useState<readonly BoardCard[]>([]);
  const [displays, lookAtDisplays] = useDisplays({ host });
  const [network, lookAtNetworks] = useLikelyNetwork({ host });
  const due = useDuePeople({ host, notices }, null);
  const phone = usePhoneCameIn({ host });
  const { drawingHand, secondCopyFolder, roomDistanceM, roomPictureM } = useStore(settings);
  const [nowMs] = useState(() => Date.now());
  const [settingsOpen, setSettingsOpen] = useState(false);
  const refresh = useCallback(() => {
    void host.call('boards.list', {}).then((result) => { if (result.ok) setBoards(result.value); else notices.tell(result.trouble); });
  }, [host, notices]);
  useEffect(() => {
    refresh();
    return host.on('boards.listed', setBoards);
  }, [host, refresh]);
  const miniatures = useMemo(() => new Map(TEMPLATES.map(({ id }) => [id, buildFrom(id, locale, measure)])), [locale, measure]);

  const go = (result: Result<{ readonly board: BoardId } | null>): void => {
    if (!result.ok) notices.tell(result.trouble);
    else if (result.value) onOpen(result.value.board);
  };
  const create = async (templateId: string): Promise<void> => {
    const document = buildFrom(templateId, locale, measure);
    if (document) go(await host.call('boards.create', { document, assets: [] }));
  };
  const remove = async (board: BoardId): Promise<void> => {
    const result = await host.call('boards.remove', { board });
    if (!result.ok) notices.tell(result.trouble);
    refresh();
  };

  return (
    <>
      <StartScreen
        boards={boards}
        due={due}
        nowMs={nowMs}
        renderPicture={(card) => <BoardPicture card={card} pictures={pictures} />}
        templates={{
          templates: TEMPLATES.filter(({ id }) => id !== 'empty').map(({ id, name, about }) => ({ id, name: name[locale], text: about[locale] })),
          onNew: (id) => void create(id),
          renderMiniature: (id) => {
            const document = miniatures.get(id);
            const page = document && tellingPage(document);
            return document && page && id !== 'empty' ? <Miniature document={document} page={page.id} /> : null;
          },
        }}
        check={{
          seats: { now: { distanceM: roomDistanceM, pictureM: roomPictureM }, onChange: ({ distanceM, pictureM }) => settings.change({ roomDistanceM: distanceM, roomPictureM: pictureM }) },
          displays, mirrored: displays !== null && displays.length === 1, diskFreeBytes: null, network, phone,
          onAgain: () => { lookAtDisplays(); lookAtNetworks(); },
          // A browser may not name folders; without displays it is one.
          secondCopy: displays === null ? null : { folder: secondCopyFolder, onChoose: () => void host.call('boards.chooseSecondCopy', { off: secondCopyFolder !== null }) },
        }}
        drawingHand={drawingHand}
        onOpen={onOpen}
        onRemove={(board) => void remove(board)}
        onOpenFile={() => void chooseBoardFile(host, 'opening').then(go)}
        onDropFile={(file) => void importBoardFile(host, file, 'opening').then(go)}
        onHand={(hand) => settings.change({ drawingHand: hand })}
        onLocale={(next) => settings.change({ locale: next })}
        onSettings={() => setSettingsOpen(true)}
      />
      {settingsOpen && <div className={styles['settings']}><DeskSettings host={host} settings={settings} onDismiss={() => setSettingsOpen(false)} /></div>}
      <div className={styles['notices']}><DeskNotices notices={notices} /></div>
    </>
  );
}
