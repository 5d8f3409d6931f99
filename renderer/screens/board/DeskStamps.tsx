import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { StampId } from '../../../shared/base/ids.ts';
import { hexOf } from '../../../shared/board/palette.ts';
import type { Host } from '../../../shared/contract/contract.ts';
import { KEPT_PREFIX, originOf, type StampEntry } from '../../../shared/stamps/search.ts';
import { askForFile } from '../../host/chooseBoardFile.ts';
import { fetchDownload } from '../../host/fetchDownload.ts';
import { base64Of } from '../../host/fileBytes.ts';
import { KeptFoot } from '../../panels/stamps/KeptFoot.tsx';
import { StampDrawing } from '../../panels/stamps/StampDrawing.tsx';
import { StampPicker, type StampSize } from '../../panels/stamps/StampPicker.tsx';
import { takeTool } from '../../state/deskStore.ts';
import { openKeptStamps, type KeptStamps } from '../../state/keptStamps.ts';
import { useWords } from '../../words.ts';
import { useBoard } from '../useStored.ts';
import type { DeskSession } from './deskSession.ts';
import { KeptPicture } from './KeptPicture.tsx';
import { takeKeptStamp } from './stampInHand.ts';
import { OWN_STAMPS, readStampLibrary, stampNamed, type StampLibrary } from './stampLibrary.ts';

/** Stamp sizes, board units; an own stamp can also be as large as it was drawn. */
const SIZES: { readonly [size in StampSize]: number | null } = { small: 80, middle: 150, large: 280, asDrawn: null };

/** Read once per window: its list and pictures stay while boards come and go. */
const keptByHost = new WeakMap<Host, KeptStamps>();
function keptStampsOf({ host, notices }: DeskSession): KeptStamps {
  let kept = keptByHost.get(host);
  if (!kept) keptByHost.set(host, (kept = openKeptStamps(host, notices.tell)));
  return kept;
}

const keptId = (id: string): StampId => id.slice(KEPT_PREFIX.length) as StampId;

type Said = { readonly text: string; readonly restore: string | null } | null;

/** Wires what is done to own stamps: names, removing, and taking them along in a file. */
function useKeptStamps(desk: DeskSession, kept: KeptStamps) {
  const { t, n } = useWords();
  const cards = useStore(kept.list);
  const [said, setSaid] = useState<Said>(null);
  const entries = useMemo(() => (cards ?? []).map(({ id, name }): StampEntry => ({ id: `${KEPT_PREFIX}${id}`, nl: name, en: name, tags: [] })), [cards]);
  const nameOf = (id: string): string => entries.find((entry) => entry.id === id)?.nl ?? '';
  const saveAs = async (): Promise<void> => {
    const saved = await desk.host.call('stamps.saveAs', {});
    if (!saved.ok) desk.notices.tell(saved.trouble);
    else if (saved.value?.url) fetchDownload(saved.value.url);
  };
  const takeFile = async (): Promise<void> => {
    const file = await askForFile('.doekstempels');
    if (!file) return;
    const taken = await desk.host.call('stamps.importFile', { name: file.name, base64: await base64Of(file) });
    if (!taken.ok) return desk.notices.tell(taken.trouble);
    const { added } = taken.value;
    setSaid({ text: added === 0 ? t('stamps.takenNone') : t('stamps.taken', { count: added, n: n(added) }), restore: null });
  };
  const remove = async (id: string): Promise<void> => {
    const name = nameOf(id);
    const removed = await desk.host.call('stamps.remove', { stamp: keptId(id) });
    if (!removed.ok) return desk.notices.tell(removed.trouble);
    letGo(desk);
    setSaid({ text: t('stamps.removed', { name }), restore: id });
  };
  const restore = async (id: string): Promise<void> => {
    const restored = await desk.host.call('stamps.restore', { stamp: keptId(id) });
    if (!restored.ok) return desk.notices.tell(restored.trouble);
    setSaid(null);
  };
  const rename = async (id: string, name: string): Promise<void> => {
    const renamed = await desk.host.call('stamps.rename', { stamp: keptId(id), name });
    if (!renamed.ok) desk.notices.tell(renamed.trouble);
  };
  return { entries, nameOf, said, setSaid, saveAs, takeFile, remove, restore, rename };
}

/** Nothing is in the hand any more. */
function letGo(desk: DeskSession): void {
  desk.desk.getState().style.kept?.letGo();
  desk.desk.setState((state) => ({ style: { ...state.style, stamp: null, kept: null } }));
}

/** Wires the stamp picker: what is chosen follows the pointer until another tool is taken. */
export function DeskStamps({ desk, onDismiss }: { readonly desk: DeskSession; readonly onDismiss: () => void }) {
  const { t, locale } = useWords();
  const { board } = useBoard(desk.store);
  const { style, table: speaking } = useStore(desk.desk);
  const [library, setLibrary] = useState<StampLibrary | null>(null);
  const [size, setSize] = useState<StampSize>('middle');
  const [colours, setColours] = useState<'own' | 'table'>('own');
  const kept = keptStampsOf(desk);
  const own = useKeptStamps(desk, kept);
  const table = speaking === null ? null : (board.tables[speaking] ?? null);
  useEffect(() => {
    let gone = false;
    readStampLibrary().then((read) => { if (!gone) setLibrary(read); }, () => desk.notices.tell({ code: 'internal', detail: 'stamps' }));
    return () => { gone = true; };
  }, [desk]);

  const takeKept = async (id: string, sizeUnits: number | null): Promise<void> => {
    const inHand = await takeKeptStamp(desk, kept, keptId(id), sizeUnits);
    if (!inHand) return desk.notices.tell({ code: 'stamp.unknown', detail: '' });
    letGo(desk);
    desk.desk.setState((state) => ({ tool: 'stamp', style: { ...state.style, kept: inHand } }));
  };
  const take = (id: string, sizeUnits = SIZES[size], inOwn = colours === 'own'): void => {
    own.setSaid(null);
    if (originOf({ id }) === 'kept') return void takeKept(id, sizeUnits);
    const stamp = stampNamed(id, library);
    if (!stamp) return;
    const outline = originOf({ id }) === 'library' ? (library?.outlineOf(id) ?? null) : null;
    letGo(desk);
    desk.desk.setState((state) => ({
      tool: 'stamp',
      style: {
        ...state.style,
        color: inOwn || !table ? state.style.color : table.color,
        stamp: { id, outline, alt: locale === 'nl' ? stamp.altNl : stamp.altEn, sizeUnits: sizeUnits ?? 150, ownColors: inOwn && outline === null },
      },
    }));
  };
  const chosen = style.kept ? `${KEPT_PREFIX}${style.kept.id}` : (style.stamp?.id ?? null);
  const chosenOwn = chosen !== null && own.nameOf(chosen) !== '' ? { id: chosen, name: own.nameOf(chosen) } : null;
  const recolour = colours === 'table' && table ? (hexOf(table.color) as `#${string}`) : undefined;
  const drawing = (id: string, sizePx: number) => {
    if (originOf({ id }) === 'kept') return <KeptPicture kept={kept} stamp={keptId(id)} sizePx={sizePx} />;
    const stamp = stampNamed(id, library);
    return stamp ? <StampDrawing stamp={stamp} sizePx={sizePx} recolour={recolour} /> : null;
  };
  return (
    <StampPicker
      kept={own.entries}
      drawn={OWN_STAMPS}
      library={library?.entries ?? []}
      libraryLoading={library === null}
      drawing={drawing}
      chosen={chosen}
      onChoose={(id) => take(id)}
      onDragOut={(id) => take(id)}
      size={size === 'asDrawn' && !chosenOwn ? 'middle' : size}
      onSize={(next) => { setSize(next); if (chosen) take(chosen, SIZES[next]); }}
      colours={colours}
      onColours={(next) => { setColours(next); if (chosen) take(chosen, SIZES[size], next === 'own'); }}
      table={table}
      onDraw={(word) => { takeTool(desk.desk, 'pen'); desk.desk.setState({ wish: { name: word, marks: [] } }); }}
      foot={<KeptFoot chosen={chosenOwn} said={own.said} onRename={(id, name) => void own.rename(id, name)} onRemove={(id) => void own.remove(id)} onRestore={(id) => void own.restore(id)} />}
      files={[
        { kind: 'do', id: 'toFile', label: t('stamps.toFile'), disabled: own.entries.length === 0, onPress: () => void own.saveAs() },
        { kind: 'do', id: 'fromFile', label: t('stamps.fromFile'), onPress: () => void own.takeFile() },
      ]}
      onDismiss={onDismiss}
    />
  );
}
