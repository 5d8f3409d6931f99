import { assertNever } from '../../../shared/base/assertNever.ts';
import { tablesOf } from '../../../shared/board/board.ts';
import { describeMarks } from '../../../shared/board/describeMarks.ts';
import { outlineOf } from '../../../shared/outline/outlineOf.ts';
import { outlineToMarkdown } from '../../../shared/outline/outlineToMarkdown.ts';
import { OutlinePanel } from '../../panels/outline/OutlinePanel.tsx';
import { TablesPanel } from '../../panels/tables/TablesPanel.tsx';
import { useWords } from '../../words.ts';
import { useBoard } from '../useStored.ts';
import { DeskCharter } from './DeskCharter.tsx';
import { DeskDoor } from './DeskDoor.tsx';
import { DeskFar } from './DeskFar.tsx';
import { DeskHarvest } from './DeskHarvest.tsx';
import { DeskHelp } from './DeskHelp.tsx';
import { DeskIdeas } from './DeskIdeas.tsx';
import { DeskLayers } from './DeskLayers.tsx';
import { DeskOrder } from './DeskOrder.tsx';
import type { DeskSession } from './deskSession.ts';
import { DeskSettings } from './DeskSettings.tsx';
import { DeskStamps } from './DeskStamps.tsx';
import { DeskVote } from './DeskVote.tsx';
import type { SidePanel } from './sidePanel.ts';

type Wiring = { readonly desk: DeskSession; readonly onDismiss: () => void };

function DeskTables({ desk, onDismiss }: Wiring) {
  const { board } = useBoard(desk.store);
  return <TablesPanel tables={tablesOf(board)} onChange={(table) => desk.store.do({ type: 'table.put', table })} onDismiss={onDismiss} />;
}

function DeskOutline({ desk, onDismiss }: Wiring) {
  const { locale } = useWords();
  const view = useBoard(desk.store);
  const outline = outlineOf(view, locale);
  return (
    <OutlinePanel
      outline={outline}
      onGoTo={(page, marks) => desk.desk.setState({ page, tool: 'select', selection: marks })}
      onDescribe={(marks, text) => {
        const command = describeMarks(view.board, marks, text);
        if (command) desk.store.do(command);
      }}
      onCopy={() => void navigator.clipboard.writeText(outlineToMarkdown(outline, locale))}
      onDismiss={onDismiss}
    />
  );
}

/** Wires the panel that is open beside the board. */
export function DeskPanels({ desk, panel, onDismiss }: Wiring & { readonly panel: SidePanel }) {
  switch (panel) {
    case 'vote': return <DeskVote desk={desk} onDismiss={onDismiss} />;
    case 'door': return <DeskDoor desk={desk} onDismiss={onDismiss} />;
    case 'tables': return <DeskTables desk={desk} onDismiss={onDismiss} />;
    case 'harvest': return <DeskHarvest desk={desk} onDismiss={onDismiss} />;
    case 'stamps': return <DeskStamps desk={desk} onDismiss={onDismiss} />;
    case 'charter': return <DeskCharter desk={desk} onDismiss={onDismiss} />;
    case 'outline': return <DeskOutline desk={desk} onDismiss={onDismiss} />;
    case 'order': return <DeskOrder desk={desk} onDismiss={onDismiss} />;
    case 'far': return <DeskFar desk={desk} onDismiss={onDismiss} />;
    case 'ideas': return <DeskIdeas desk={desk} onDismiss={onDismiss} />;
    case 'layers': return <DeskLayers desk={desk} onDismiss={onDismiss} />;
    case 'settings': return <DeskSettings host={desk.host} settings={desk.settings} onDismiss={onDismiss} />;
    case 'help': return <DeskHelp onDismiss={onDismiss} />;
    default: return assertNever(panel);
  }
}
