import { useState } from 'react';
import { asId, type BoardId } from '../../../../shared/base/ids.ts';
import type { BoardCard } from '../../../../shared/contract/boards.ts';
import { DueCard } from '../../../../renderer/panels/people/DueCard.tsx';
import { AwayBoard } from '../../../../renderer/screens/start/AwayBoard.tsx';
import { StartScreen } from '../../../../renderer/screens/start/StartScreen.tsx';
import { KielThumbnail } from './KielSheet.tsx';
import { NOW_MS } from './kielDay.ts';
import type { SceneProps } from './scenes.tsx';

const nothing = (): void => undefined;
const card = (id: string, title: string, changedMs: number, pages: number, more: Partial<BoardCard> = {}): BoardCard => ({
  id: asId<BoardId>(id), title, template: 'kiel', changedMs, pages, picturedMs: changedMs, unfinished: false, filePath: null, ...more,
});
const HOUR_MS = 3_600_000;
const BOARDS: readonly BoardCard[] = [
  card('b1', 'Droomwijk Kiel', NOW_MS, 3),
  card('b2', 'Visiedag wijkteam', NOW_MS - 20 * HOUR_MS, 1),
  card('b3', 'Ontmoeting in de wijk', NOW_MS - 400 * HOUR_MS, 2, { picturedMs: null }),
];
const templates = {
  templates: [
    { id: 'kiel', name: 'Samenwerkingsdag', text: 'dromen, stemmen, charter' },
    { id: 'kennis', name: 'Kenniscafé', text: 'zeven stappen, één droom' },
    { id: 'expeditie', name: 'Expeditie', text: 'vijf pitstops en een kompas' },
    { id: 'kracht', name: 'Krachtenkaart', text: 'wat de wijk al kan' },
    { id: 'stip', name: 'Stip op de horizon', text: 'van drijfveer naar doel' },
  ],
  renderMiniature: () => <KielThumbnail />,
  onNew: nothing,
};
const displays = [
  { id: '1', label: 'laptop', widthPx: 1920, heightPx: 1200, holdsDesk: true },
  { id: '2', label: 'projector', widthPx: 1920, heightPx: 1080, holdsDesk: false },
];
const rest = { nowMs: NOW_MS, templates, renderPicture: () => <KielThumbnail />, onOpen: nothing, onRemove: nothing, onOpenFile: nothing, onDropFile: nothing, onHand: nothing, onLocale: nothing, onSettings: nothing };

export function StartScene({ hand }: SceneProps) {
  return <StartScreen {...rest} boards={BOARDS} drawingHand={hand} check={{ displays, mirrored: false, diskFreeBytes: 41e9, secondCopy: { folder: null, onChoose: nothing }, network: { address: '192.168.8.20', name: 'Wi-Fi', kind: 'wifi' }, phone: { address: '192.168.8.20', atMs: NOW_MS }, seats: { now: { distanceM: 10, pictureM: 2.4 }, onChange: nothing }, onAgain: nothing }} />;
}

export function RecoverScene({ hand }: SceneProps) {
  const boards = [...BOARDS, card('b4', 'Buurtdag Kiel', NOW_MS - 2 * HOUR_MS, 3, { unfinished: true })];
  return <StartScreen {...rest} boards={boards} drawingHand={hand} check={{ displays, mirrored: true, diskFreeBytes: 1.2e9, secondCopy: null, network: null, phone: null, seats: { now: { distanceM: 10, pictureM: 2.4 }, onChange: nothing }, onAgain: nothing }} />;
}

export function DueScene({ hand }: SceneProps) {
  const [shown, setShown] = useState(true);
  const erased = { outOfReach: ['E:\\buurt\\Droomwijk Kiel.doek'], given: [{ kind: 'contacts' as const, name: 'C:\\Documenten\\Contactlijst Droomwijk Kiel.pdf', atMs: NOW_MS - 300 * 24 * HOUR_MS }], stopped: 1 };
  const due = shown && <DueCard due={{ board: asId<BoardId>('b1'), title: 'Droomwijk Kiel', eraseOn: '2026-11-01', people: 12 }} nowMs={NOW_MS} onErase={() => Promise.resolve(erased)} onDismiss={() => setShown(false)} />;
  return <StartScreen {...rest} due={due} boards={BOARDS} drawingHand={hand} check={{ displays, mirrored: false, diskFreeBytes: 41e9, secondCopy: { folder: null, onChoose: nothing }, network: { address: '192.168.8.20', name: 'Wi-Fi', kind: 'wifi' }, phone: null, seats: { now: { distanceM: 10, pictureM: 2.4 }, onChange: nothing }, onAgain: nothing }} />;
}

export function AwayScene() {
  return <AwayBoard wasHere={false} onBack={nothing} onHere={nothing} />;
}

export function StartEmptyScene({ hand }: SceneProps) {
  return <StartScreen {...rest} boards={[]} drawingHand={hand} check={{ displays: displays.slice(0, 1), mirrored: false, diskFreeBytes: null, secondCopy: null, network: undefined, phone: null, seats: { now: { distanceM: 10, pictureM: 2.4 }, onChange: nothing }, onAgain: nothing }} />;
}
