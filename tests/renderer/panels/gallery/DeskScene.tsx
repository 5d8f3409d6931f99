import { useState, type ReactNode } from 'react';
import type { TableId } from '../../../../shared/base/ids.ts';
import type { InkColor } from '../../../../shared/board/palette.ts';
import { WordCatcher, type CatchRole } from '../../../../renderer/panels/catcher/WordCatcher.tsx';
import { DeskCorner } from '../../../../renderer/panels/desk/DeskCorner.tsx';
import { DeskFrame } from '../../../../renderer/panels/desk/DeskFrame.tsx';
import { RoomBeside } from '../../../../renderer/panels/desk/RoomBeside.tsx';
import { Dock, type DockTool } from '../../../../renderer/panels/dock/Dock.tsx';
import type { ToolIconName } from '../../../../renderer/panels/dock/ToolIcon.tsx';
import { FoldedRail } from '../../../../renderer/panels/rail/FoldedRail.tsx';
import { Rail } from '../../../../renderer/panels/rail/Rail.tsx';
import type { RoomStripProps } from '../../../../renderer/panels/rail/RoomStrip.tsx';
import { Tray } from '../../../../renderer/panels/tray/Tray.tsx';
import { useWords } from '../../../../renderer/words.ts';
import { KielSheet, KielThumbnail } from './KielSheet.tsx';
import { markId, NOW_MS, PAGES, pageId, TABLES, tableId, WORDS_HEARD } from './kielDay.ts';

const GROUPS: readonly (readonly (readonly [ToolIconName, string])[])[] = [
  [['pen', 'P'], ['highlighter', 'M'], ['eraser', 'E'], ['lasso', 'L']],
  [['text', 'T'], ['stamp', 'S'], ['form.rectangle', 'K'], ['connector', 'A']],
  [['hand', 'H'], ['laser', 'W']],
  [['undo', 'Ctrl+Z'], ['redo', 'Ctrl+Y']],
];

const ROOM: RoomStripProps = { shows: 'here', thumbnail: <span className="small"><KielThumbnail /></span>, mode: 'whole', curtain: 'open', scene: 'board', onMode: () => undefined, onFrame: null, far: 0, onFar: () => undefined, displays: [], display: null, onDisplay: () => undefined, onCurtain: () => undefined, onOpen: () => undefined, onClose: () => undefined };

type DeskSceneProps = {
  readonly hand: 'right' | 'left';
  readonly panel?: ReactNode;
  readonly panelWidth?: 'narrow' | 'picker' | 'wide';
  readonly notices?: ReactNode;
  readonly trouble?: string;
};

/** The whole desk around one open panel or none. */
export function DeskScene({ hand, panel = null, panelWidth = 'narrow', notices = null, trouble }: DeskSceneProps) {
  const { t } = useWords();
  const [tool, setTool] = useState('pen');
  const [color, setColor] = useState<InkColor>('rood');
  const [width, setWidth] = useState(2.6);
  const [smoothing, setSmoothing] = useState(0.4);
  const [pressure, setPressure] = useState(true);
  const [table, setTable] = useState<TableId | null>(tableId(4));
  const [role, setRole] = useState<CatchRole>('trait');
  const [page, setPage] = useState(pageId(1));
  const [caught, setCaught] = useState<readonly string[]>([]);
  const groups = GROUPS.map((group) => group.map(([icon, shortcut]): DockTool => ({
    id: icon, icon, label: t(`tools.${icon as 'pen'}`), shortcut, active: icon === tool, disabled: icon === 'redo', hasMore: icon === 'pen', once: icon === 'undo' || icon === 'redo',
  })));
  return (
    <DeskFrame
      drawingHand={hand}
      panel={panel}
      panelWidth={panelWidth}
      notices={notices}
      sheet={(
        <div className="place">
          <div className="sheet"><KielSheet /></div>
          <output className="aloud" data-testid="caught">{caught.join('|')}</output>
        </div>
      )}
      sheetRatio={849 / 1200}
      underSheet={<RoomBeside {...ROOM} />}
      rail={(
        <Rail
          title="Kiel"
          onRename={() => undefined}
          onBack={() => undefined}
          saved={trouble === undefined ? { kind: 'saved', atMs: NOW_MS } : { kind: 'trouble', text: trouble }}
          room={ROOM}
          waiting={{ found: null, words: [{ id: markId('w1'), text: 'warm contact', table: TABLES[5] ?? null }], onPlace: () => undefined }}
          layers={{ open: false, shown: false, onPress: () => undefined }}
      pages={{ pages: PAGES, active: page, thumbnail: () => <KielThumbnail />, onPage: setPage, onRename: () => undefined, onAdd: () => undefined }}
        />
      )}
      foldedRail={<FoldedRail saved={{ kind: 'saved', atMs: NOW_MS }} shows="here" curtain="open" waiting={1} preparedOpen={false} />}
      tray={(
        <Tray
          tool={t('tools.pen')}
          side={hand}
          color={{ value: color, onChange: setColor }}
          wash={{ value: null, noneAllowed: false, onChange: (wash) => setColor(wash ?? 'ink') }}
          widths={{ options: [1.8, 2.6, 3.6, 4.4], value: width, color, onChange: setWidth }}
          smoothing={{ value: smoothing, onChange: setSmoothing }}
          pressure={{ on: pressure, onChange: setPressure }}
        />
      )}
      dock={<Dock groups={groups} onTool={setTool} onHold={() => undefined} />}
      corner={<DeskCorner voteOpen={false} onVote={() => undefined} items={[{ kind: 'do', id: 'harvest', label: t('desk.harvest'), onPress: () => undefined }, { kind: 'do', id: 'export', label: t('desk.export'), shortcut: 'Ctrl+E', onPress: () => undefined }]} />}
      catcher={(
        <WordCatcher
          tables={TABLES}
          table={table}
          onTable={setTable}
          role={role}
          onRole={setRole}
          complete={(text) => WORDS_HEARD.find((word) => word.text.startsWith(text.toLowerCase()) && word.text !== text)?.text ?? null}
          preview={(text) => {
            const known = WORDS_HEARD.find((word) => word.text === text.toLowerCase());
            return known ? { kind: 'grows', word: known.text, count: known.times + 1, spelledAlike: true } : { kind: 'new' };
          }}
          onCatch={(text) => setCaught([...caught, text])}
        />
      )}
    />
  );
}
