import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { MarkId } from '../../../shared/base/ids.ts';
import { tablesOf } from '../../../shared/board/board.ts';
import type { Round } from '../../../shared/board/round.ts';
import type { LedgerView } from '../../../shared/contract/rounds.ts';
import { resultRows } from '../../../shared/voting/ranking.ts';
import { ResultPanel } from '../../panels/voting/ResultPanel.tsx';
import { TallyPanel } from '../../panels/voting/TallyPanel.tsx';
import { VoteSetup } from '../../panels/voting/VoteSetup.tsx';
import { useBoard } from '../useStored.ts';
import type { DeskSession } from './deskSession.ts';
import { MarkPicture } from '../MarkPicture.tsx';
import { tellUntold } from '../../actions/voteActions.ts';
import { guideOf, layGuide } from '../../actions/winnerGuide.ts';
import { openRoundOf, waitingRoundOf } from './followVote.ts';
import { drawInPublic, keepBoth, ledger, reveal, roundOf, roundsOf, startRound, startRunOff, tieOf, topTwoOf, voteCardsOf } from './voteSteps.ts';

type StepProps = { readonly desk: DeskSession; readonly onDismiss: () => void; readonly pictureOf: (card: MarkId) => React.ReactNode };

/** The open round's grid; the ledger is asked again when somebody else counted. */
function OpenRound({ desk, round, onDismiss, pictureOf }: StepProps & { readonly round: Round }) {
  const { board } = useBoard(desk.store);
  const [view, setView] = useState<LedgerView | null>(null);
  useEffect(() => {
    const take = (next: LedgerView | null): void => { if (next?.round === round.id) setView(next); };
    void ledger.view(desk, round.id).then(take);
    return desk.host.on('rounds.view', ({ board: of, view: next }) => { if (of === desk.store.id) take(next); });
  }, [desk, round.id, board.tables]);
  if (!view) return null;
  const then = async (asked: Promise<LedgerView | null>): Promise<LedgerView | null> => {
    const next = await asked;
    if (next) setView(next);
    return next;
  };
  return (
    <TallyPanel
      roundNumber={roundsOf(desk).findIndex(({ id }) => id === round.id) + 1}
      rule={round.rule}
      candidates={round.candidates}
      pictureOf={pictureOf}
      tables={tablesOf(board)}
      view={view}
      onCount={(table, dots) => then(ledger.count(desk, round.id, table, dots))}
      onHands={(dots) => then(ledger.hands(desk, round.id, dots))}
      onWay={(table, way) => void then(ledger.way(desk, round.id, table, way))}
      onClosesMs={(closesMs) => void then(ledger.countdown(desk, round.id, closesMs))}
      onHeads={(table, heads) => { const record = board.tables[table]; if (record) desk.store.do({ type: 'table.put', table: { ...record, heads } }); }}
      onUndo={() => void then(ledger.undo(desk, round.id))}
      onCloseRound={() => void ledger.close(desk, round.id)}
      onCancelRound={() => void ledger.cancel(desk, round.id).then(() => desk.desk.setState({ round: null }))}
      onDismiss={onDismiss}
    />
  );
}

/** Whether phones wait for a result since before this desk. */
function useUntold({ desk, store }: DeskSession, round: Round): boolean {
  return useStore(desk, ({ untold, door }) => untold === round.id && door.open && door.board === store.id);
}

function ClosedRound({ desk, round, onDismiss, pictureOf }: StepProps & { readonly round: Round }) {
  const revealed = round.state === 'revealed';
  const tally = round.tally;
  const isUntold = useUntold(desk, round);
  if (!tally) return null;
  return (
    <ResultPanel
      question={round.question}
      roundNumber={roundsOf(desk).findIndex(({ id }) => id === round.id) + 1}
      rule={round.rule}
      cast={tally.cast}
      heads={tally.heads}
      corrections={tally.corrections}
      pictureOf={pictureOf}
      rows={revealed ? resultRows(round) : null}
      tie={revealed ? tieOf(round) : null}
      lots={round.lots ? { name: round.candidates.find(({ id }) => id === round.lots?.drawn)?.label ?? '', seed: round.lots.seed } : null}
      isRunOff={round.runOffOf !== null}
      onReveal={() => reveal(desk, round)}
      onRunOff={() => void startRunOff(desk, round)}
      topTwo={revealed ? topTwoOf(round) : null}
      onTopTwo={() => void startRunOff(desk, round, 'topTwo')}
      onDrawLots={() => drawInPublic(desk, round)}
      onKeepBoth={() => { keepBoth(desk, round); desk.desk.setState({ panel: null, round: null }); }}
      onGuide={revealed && guideOf(desk) !== null ? () => { layGuide(desk); desk.desk.setState({ panel: null, round: null }); } : null}
      onBackToBoard={() => desk.desk.setState({ panel: null, round: null })}
      onNewRound={() => desk.desk.setState(({ voteDraft }) => ({ round: null, aside: round.id, voteDraft: { ...voteDraft, question: null, chosen: null, dots: null } }))}
      onTell={isUntold ? () => tellUntold(desk) : null}
      onDismiss={onDismiss}
    />
  );
}

/** Voting: set a round up, count it, reveal it. A round that is open, or closed and not revealed, is found again after a restart. */
export function DeskVote({ desk, onDismiss }: Pick<StepProps, 'desk' | 'onDismiss'>) {
  const { board } = useBoard(desk.store);
  const chosen = useStore(desk.desk, (state) => state.round);
  const aside = useStore(desk.desk, (state) => state.aside);
  const draft = useStore(desk.desk, (state) => state.voteDraft);
  const door = useStore(desk.desk, (state) => state.door);
  const round = openRoundOf(board) ?? (chosen === null ? waitingRoundOf(board, aside) : board.rounds[chosen]);
  const found = chosen === null ? (round?.id ?? null) : null;
  // The room comes along: a reveal is played for whoever saw that it was waited for.
  useEffect(() => { if (found !== null) desk.desk.setState({ round: found }); }, [desk, found]);
  const pictureOf = (card: MarkId) => <MarkPicture store={desk.store} canvas={desk.canvas} card={card} />;
  if (round?.state === 'open') return <OpenRound desk={desk} round={round} onDismiss={onDismiss} pictureOf={pictureOf} />;
  if (round?.state === 'closed' || round?.state === 'revealed') return <ClosedRound desk={desk} round={round} onDismiss={onDismiss} pictureOf={pictureOf} />;
  return (
    <VoteSetup
      cards={voteCardsOf(desk)}
      draft={draft}
      onDraft={(voteDraft) => desk.desk.setState({ voteDraft })}
      pictureOf={pictureOf}
      tables={tablesOf(board)}
      doorUrl={door.open ? door.url : null}
      onDoor={() => desk.desk.setState({ panel: 'door' })}
      onMerge={() => desk.desk.setState({ panel: 'harvest' })}
      onHeads={(table, heads) => { const record = board.tables[table]; if (record) desk.store.do({ type: 'table.put', table: { ...record, heads } }); }}
      onOpen={(plan) => void startRound(desk, roundOf(desk, plan), plan.ways, plan.minutes)}
      onDismiss={onDismiss}
    />
  );
}
