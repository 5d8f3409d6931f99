import { useEffect, useState } from 'react';
import type { MarkId } from '../../../../shared/base/ids.ts';
import { drawnStamp } from '../../../../shared/stamps/drawn.ts';
import type { LedgerView } from '../../../../shared/contract/rounds.ts';
import { checkTableDots } from '../../../../shared/voting/tableTally.ts';
import { StampDrawing } from '../../../../renderer/panels/stamps/StampDrawing.tsx';
import { ResultPanel } from '../../../../renderer/panels/voting/ResultPanel.tsx';
import { TallyPanel } from '../../../../renderer/panels/voting/TallyPanel.tsx';
import { VoteSetup } from '../../../../renderer/panels/voting/VoteSetup.tsx';
import { DeskScene } from './DeskScene.tsx';
import { CANDIDATES, LEDGER, TABLES } from './kielDay.ts';
import type { SceneProps } from './scenes.tsx';

const nothing = (): void => undefined;
const STAMP_OF: Readonly<Record<string, string>> = { braderie: 'kraam' };

/** The drawing of a candidate. */
export function picture(id: MarkId) {
  const stamp = drawnStamp(STAMP_OF[id] ?? id);
  return stamp ? <StampDrawing stamp={stamp} sizePx={76} /> : null;
}

const RULE = { dotsPerPerson: 1, atMostPerCandidate: 1 } as const;

export function TallyScene({ hand }: SceneProps) {
  const [view, setView] = useState<LedgerView>(LEDGER);
  const [told, setTold] = useState<readonly string[]>([]);
  const [shown, setShown] = useState(true);
  const tell = (what: string): void => { document.title += ` ${what}`; setTold((before) => [...before, what]); };
  useEffect(() => {
    const hide = (): void => setShown(false);
    window.addEventListener('gallery-unmount', hide);
    return () => window.removeEventListener('gallery-unmount', hide);
  }, []);
  return (
    <DeskScene
      hand={hand}
      panelWidth="wide"
      panel={!shown ? null : (
        <>
          <TallyPanel
            roundNumber={1}
            rule={RULE}
            candidates={CANDIDATES}
            pictureOf={picture}
            tables={TABLES}
            view={view}
            onCount={(table, dots) => {
              tell(`${table} ${JSON.stringify(dots)}`);
              setView((before) => {
                const rows = before.rows.map((row) => (row.table === table ? { ...row, dots, ...checkTableDots(dots, row.heads, RULE) } : row));
                return { ...before, rows, cast: rows.reduce((sum, row) => sum + (row.counted ? row.heads : 0), 0) };
              });
            }}
            onHeads={(table, heads) => tell(`${table} heads ${heads}`)}
            onUndo={() => tell('undo')}
            onCloseRound={() => tell('close')}
            onCancelRound={() => tell('cancel')}
            onDismiss={() => tell('dismiss')}
          />
          <output className="aloud" data-testid="told">{told.join('|')}</output>
        </>
      )}
    />
  );
}

export function SetupScene({ hand }: SceneProps) {
  const [opened, setOpened] = useState('');
  return (
    <DeskScene
      hand={hand}
      panelWidth="wide"
      panel={(
        <>
          <VoteSetup candidates={CANDIDATES} pictureOf={picture} tables={TABLES} onHeads={nothing} onOpen={(plan) => setOpened(JSON.stringify(plan))} onDismiss={nothing} />
          <output className="aloud" data-testid="opened">{opened}</output>
        </>
      )}
    />
  );
}

const ways = { onReveal: nothing, onRunOff: nothing, onDrawLots: nothing, onKeepBoth: nothing, onNewRound: nothing, onBackToBoard: nothing, onDismiss: nothing };
const round = { question: 'Welk beeld past bij onze droomwijk?', roundNumber: 1, rule: RULE, cast: 45, heads: 47, corrections: 1, pictureOf: picture, lots: null, isRunOff: false };
const rowsOf = (dots: readonly number[], winner: number) => CANDIDATES.map(({ id, label }, i) => ({
  id, label, place: i + 1, dots: dots[i] ?? 0, share: (dots[i] ?? 0) / Math.max(...dots), winner: i === winner,
}));

export function HiddenScene({ hand }: SceneProps) {
  return <DeskScene hand={hand} panelWidth="wide" panel={<ResultPanel {...round} {...ways} rows={null} tie={null} />} />;
}

export function ResultScene({ hand }: SceneProps) {
  return <DeskScene hand={hand} panelWidth="wide" panel={<ResultPanel {...round} {...ways} rows={rowsOf([19, 13, 8, 5], 0)} tie={null} />} />;
}

export function TieScene({ hand }: SceneProps) {
  return <DeskScene hand={hand} panelWidth="wide" panel={<ResultPanel {...round} {...ways} rows={rowsOf([17, 17, 7, 4], -1)} tie={CANDIDATES.slice(0, 2)} />} />;
}
