import { useEffect, useState } from 'react';
import type { MarkId } from '../../../../shared/base/ids.ts';
import { drawnStamp } from '../../../../shared/stamps/drawn.ts';
import type { Candidate } from '../../../../shared/board/round.ts';
import type { LedgerView } from '../../../../shared/contract/rounds.ts';
import { checkTableDots } from '../../../../shared/voting/tableTally.ts';
import { StampDrawing } from '../../../../renderer/panels/stamps/StampDrawing.tsx';
import { ResultPanel } from '../../../../renderer/panels/voting/ResultPanel.tsx';
import { TallyPanel } from '../../../../renderer/panels/voting/TallyPanel.tsx';
import type { VoteCard } from '../../../../renderer/panels/voting/votePlan.ts';
import { VoteSetup } from '../../../../renderer/panels/voting/VoteSetup.tsx';
import { DeskScene } from './DeskScene.tsx';
import { FIRST_DRAFT, type VoteDraft } from '../../../../renderer/state/voteDraft.ts';
import { CANDIDATES, LEDGER, markId, MIXED, TABLES, tableId } from './kielDay.ts';
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
  return <Tally hand={hand} first={LEDGER} />;
}

/** Paper, phones and hands in one round, with a countdown. */
export function MixedScene({ hand }: SceneProps) {
  const [first] = useState<LedgerView>(() => ({ ...MIXED, closesMs: Date.now() + 161_000 }));
  return <Tally hand={hand} first={first} />;
}

/** As many candidates as a round can have. */
export function ManyScene({ hand }: SceneProps) {
  const [first] = useState<LedgerView>(() => ({ ...MIXED, hands: { ...MIXED.hands, dots: {}, counted: false } }));
  return <Tally hand={hand} first={first} candidates={CARDS.slice(0, 12)} />;
}

function Tally({ hand, first, candidates = CANDIDATES }: SceneProps & { readonly first: LedgerView; readonly candidates?: readonly Candidate[] }) {
  const [view, setView] = useState<LedgerView>(first);
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
            candidates={candidates}
            pictureOf={picture}
            tables={TABLES}
            view={view}
            onCount={(table, dots) => {
              tell(`${table} ${JSON.stringify(dots)}`);
              // As when the disk is full.
              if (new URLSearchParams(window.location.search).has('refused')) return Promise.resolve(null);
              setView((before) => {
                const rows = before.rows.map((row) => (row.table === table ? { ...row, dots, ...checkTableDots(dots, row.heads, RULE) } : row));
                return { ...before, rows, cast: rows.reduce((sum, row) => sum + (row.counted ? row.heads : 0), 0) };
              });
              return undefined;
            }}
            onHands={(dots) => tell(`hands ${JSON.stringify(dots)}`)}
            onHeads={(table, heads) => tell(`${table} heads ${heads}`)}
            onWay={(table, way) => {
              tell(`${table} ${way}`);
              setView((before) => ({ ...before, rows: before.rows.map((row) => (row.table === table ? { ...row, way, phones: 0 } : row)) }));
            }}
            onClosesMs={(closesMs) => { tell(closesMs === null ? 'clock off' : 'clock'); setView((before) => ({ ...before, closesMs })); }}
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

const CARDS: readonly VoteCard[] = [
  ...CANDIDATES.map(({ id, label }) => ({ id, label, role: 'metaphor' as const, times: 1 })),
  ...['bruisend', 'verbinding', 'samen', 'eigenheid', 'potentie', 'warm contact', 'groen', 'veilig', 'gezellig', 'divers', 'open', 'creatief', 'solidair', 'speels'].map((label, i) => ({ id: markId(label.replace(' ', '-')), label, role: 'trait' as const, times: Math.max(1, 5 - i) })),
];

function Setup({ hand, first, doorUrl }: SceneProps & { readonly first: VoteDraft; readonly doorUrl: string | null }) {
  const [draft, setDraft] = useState<VoteDraft>(first);
  const [opened, setOpened] = useState('');
  return (
    <DeskScene
      hand={hand}
      panelWidth="wide"
      panel={(
        <>
          <VoteSetup cards={CARDS} draft={draft} onDraft={setDraft} pictureOf={picture} tables={TABLES} doorUrl={doorUrl} onHeads={nothing} onDoor={() => setOpened('door')} onMerge={() => setOpened('merge')} onOpen={(plan) => setOpened(JSON.stringify(plan))} onDismiss={nothing} />
          <output className="aloud" data-testid="opened">{opened}</output>
        </>
      )}
    />
  );
}

export function SetupScene({ hand }: SceneProps) {
  return <Setup hand={hand} first={FIRST_DRAFT} doorUrl={null} />;
}

/** Traits to choose from, and tables that vote in different ways while the door is still closed. */
export function SetupTraitsScene({ hand }: SceneProps) {
  return <Setup hand={hand} first={{ ...FIRST_DRAFT, role: 'trait', ways: { [tableId(1)]: 'phones', [tableId(2)]: 'phones', [tableId(3)]: 'hands' }, minutes: 3 }} doorUrl={null} />;
}

const ways = { onReveal: nothing, onRunOff: nothing, onDrawLots: nothing, onKeepBoth: nothing, onNewRound: nothing, onGuide: nothing, topTwo: null, onTopTwo: nothing, onBackToBoard: nothing, onTell: null, onDismiss: nothing };
const round = { question: 'Welk beeld past bij onze droomwijk?', roundNumber: 1, rule: RULE, cast: 45, heads: 47, corrections: 1, pictureOf: picture, lots: null, isRunOff: false };
const rowsOf = (dots: readonly number[], winner: number) => CANDIDATES.map(({ id, label }, i) => ({
  id, label, place: i + 1, dots: dots[i] ?? 0, share: (dots[i] ?? 0) / Math.max(...dots), winner: i === winner,
}));

export function HiddenScene({ hand }: SceneProps) {
  return <DeskScene hand={hand} panelWidth="wide" panel={<ResultPanel {...round} {...ways} rows={null} tie={null} />} />;
}

export function ResultScene({ hand }: SceneProps) {
  return <DeskScene hand={hand} panelWidth="wide" panel={<ResultPanel {...round} {...ways} onTell={nothing} rows={rowsOf([19, 13, 8, 5], 0)} tie={null} />} />;
}

export function TieScene({ hand }: SceneProps) {
  return <DeskScene hand={hand} panelWidth="wide" panel={<ResultPanel {...round} {...ways} rows={rowsOf([17, 17, 7, 4], -1)} tie={CANDIDATES.slice(0, 2)} />} />;
}
