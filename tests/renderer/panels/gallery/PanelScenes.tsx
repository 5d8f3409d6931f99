import { useState } from 'react';
import { asId, type PersonId } from '../../../../shared/base/ids.ts';
import type { ExportProgress, ExportRequest } from '../../../../shared/contract/exportRequest.ts';
import type { PeopleErased, PeoplePart } from '../../../../shared/contract/people.ts';
import { FIRST_SETTINGS, type Settings } from '../../../../shared/contract/settings.ts';
import { drawnStamp, drawnStamps } from '../../../../shared/stamps/drawn.ts';
import { CharterPanel } from '../../../../renderer/panels/charter/CharterPanel.tsx';
import { ExportPanel } from '../../../../renderer/panels/export/ExportPanel.tsx';
import type { HarvestCard } from '../../../../renderer/panels/harvest/harvestCard.ts';
import { HarvestPanel } from '../../../../renderer/panels/harvest/HarvestPanel.tsx';
import { PeoplePart as PeoplePartSection } from '../../../../renderer/panels/people/PeoplePart.tsx';
import type { Signed } from '../../../../renderer/panels/signing/SigningForm.tsx';
import { SigningView } from '../../../../renderer/panels/signing/SigningView.tsx';
import { ShortcutsHelp } from '../../../../renderer/panels/help/ShortcutsHelp.tsx';
import { Notices } from '../../../../renderer/panels/notices/Notices.tsx';
import { OutlinePanel } from '../../../../renderer/panels/outline/OutlinePanel.tsx';
import { CommandPalette } from '../../../../renderer/panels/palette/CommandPalette.tsx';
import { SelectionMenu } from '../../../../renderer/panels/selection/SelectionMenu.tsx';
import { PenTrial } from '../../../../renderer/panels/settings/PenTrial.tsx';
import { SettingsPanel } from '../../../../renderer/panels/settings/SettingsPanel.tsx';
import { SearchBar } from '../../../../renderer/panels/search/SearchBar.tsx';
import { KeepStamp } from '../../../../renderer/panels/stamps/KeepStamp.tsx';
import { KeptFoot } from '../../../../renderer/panels/stamps/KeptFoot.tsx';
import { UntoldResult } from '../../../../renderer/panels/voting/UntoldResult.tsx';
import { KeptWord, StampWish } from '../../../../renderer/panels/stamps/StampWish.tsx';
import { StampDrawing } from '../../../../renderer/panels/stamps/StampDrawing.tsx';
import { StampPicker, type StampSize } from '../../../../renderer/panels/stamps/StampPicker.tsx';
import { useWords } from '../../../../renderer/words.ts';
import { DeskScene } from './DeskScene.tsx';
import { CHARTER, markId, NOW_MS, PAGES, pageId, TABLES } from './kielDay.ts';
import { KielSheet } from './KielSheet.tsx';
import type { SceneProps } from './scenes.tsx';

const nothing = (): void => undefined;
const ARRANGE = ['links uitlijnen', 'rechts uitlijnen'].map((label) => ({ kind: 'do' as const, id: label, label, onPress: nothing }));
const tables = (...numbers: readonly number[]) => TABLES.filter(({ number }) => numbers.includes(number));
const word = (text: string, role: HarvestCard['role'], times: number, by: readonly number[], more: Partial<HarvestCard> = {}): HarvestCard => ({
  id: markId(text.replace(/\s/g, '-')), role, text, times, tables: tables(...by), placed: true, hasPicture: false, merged: [], ...more,
});
const CARDS: readonly HarvestCard[] = [
  word('bruisend', 'trait', 4, [2, 4, 5, 7]), word('verbinding', 'trait', 3, [1, 3, 6], { merged: ['verbondenheid'] }), word('samen', 'trait', 3, [2, 5, 7]),
  word('eigenheid', 'trait', 2, [1, 6]), word('potentie', 'trait', 1, [7]), word('panda', 'metaphor', 1, [5], { hasPicture: true }), word('braderie', 'metaphor', 1, [2], { hasPicture: true }),
  word('jungle', 'metaphor', 1, [3], { hasPicture: true }), word('mierennest', 'metaphor', 1, [6], { hasPicture: true }), word('warm contact', 'trait', 1, [6], { placed: false }),
];

export function HarvestScene({ hand }: SceneProps) {
  return <DeskScene hand={hand} panel={<HarvestPanel cards={CARDS} onGoTo={nothing} onRename={nothing} onRole={nothing} onSplit={nothing} onPlace={nothing} onRemove={nothing} onMerge={nothing} onDismiss={nothing} />} />;
}

export function ExportScene() {
  const [pressed, setPressed] = useState<ExportProgress | null>(null);
  const [request, setRequest] = useState<ExportRequest>({ format: 'pdf', content: { kind: 'board' }, pages: 'all', paper: 'a1', orientation: 'auto', margins: 'usual', background: 'paper', tile: 'a4', dpi: 300, publicVersion: true, charter: true, svgText: 'text', locale: 'nl' });
  return (
    <ExportPanel
      boardTitle="Kiel"
      request={request}
      onChange={setRequest}
      pages={PAGES.map((page, i) => ({ ...page, number: i + 1 }))}
      parts={[]}
      cardUrls={[{ url: 'http://192.168.8.20:8080/', name: 'Wi-Fi', isOpen: false }]}
      otherBoards={[]}
      onOpenFile={nothing}
      leaf={0}
      leaves={request.tile === null ? 1 : 3}
      onLeaf={nothing}
      aim="file"
      onPrint={nothing}
      toPrint={false}
      charterPoints={5}
      questions={['Wat heb jij met de wijk?', 'Wat drijft jou?', 'Hoe ziet je droomwijk eruit?']}
      nextSteps={['Eerste lunch in het park: vrijdag 4 december.']}
      onNextSteps={nothing}
      hasResult={false}
      outcome={request.tile === null ? { kind: 'sheet', widthMm: 841, heightMm: 594, sheets: 1 } : { kind: 'poster', widthMm: 841, heightMm: 594, sheets: 9, more: 1, overlapMm: 10, tile: request.tile }}
      fileName="Droomwijk Kiel, publiek.pdf"
      preview={<div className="place"><div className="sheet"><KielSheet /></div></div>}
      progress={request.format === 'png' ? { job: 'j', state: 'running', share: 0.42 } : request.format === 'svg' ? { job: 'j', state: 'done', path: '/tmp/kiel.svg', url: null } : pressed}
      onStart={() => setPressed({ job: 'j', state: 'running', share: 0.1 })}
      onCancel={() => setPressed({ job: 'j', state: 'cancelled' })}
      onReveal={nothing}
      onBack={nothing}
    />
  );
}

const KEPT = [{ id: 'kept:1', nl: 'het Kielhof', en: 'het Kielhof', tags: [] }, { id: 'kept:2', nl: 'onze buurtbarbecue van juni', en: 'onze buurtbarbecue van juni', tags: [] }];

export function StampScene({ hand }: SceneProps) {
  const [chosen, setChosen] = useState<string | null>('kraam');
  const [size, setSize] = useState<StampSize>('middle');
  const [colours, setColours] = useState<'own' | 'table'>('own');
  return (
    <DeskScene
      hand={hand}
      panelWidth="picker"
      panel={(
        <StampPicker
          kept={KEPT}
          drawn={drawnStamps}
          library={[]}
          libraryLoading={false}
          drawing={(id, sizePx) => { const stamp = drawnStamp(id); return stamp ? <StampDrawing stamp={stamp} sizePx={sizePx} recolour={colours === 'table' ? 'groen' : undefined} /> : null; }}
          chosen={chosen}
          onChoose={setChosen}
          onDragOut={nothing}
          size={size}
          onSize={setSize}
          colours={colours}
          onColours={setColours}
          table={TABLES[3] ?? null}
          onDraw={nothing}
          foot={<KeptFoot chosen={{ id: 'kept:1', name: 'het Kielhof' }} said={null} onRename={nothing} onRemove={nothing} onRestore={nothing} />}
          files={[]}
          onDismiss={nothing}
        />
      )}
    />
  );
}

const INK = 'M9 30Q14 6 22 8Q28 10 20 26Q16 33 25 24Q34 12 37 16Q39 20 33 26Q40 28 47 17Q53 8 56 15Q58 21 50 27Q62 30 88 13L89 14Q64 33 49 29Q53 21 55 16Q52 10 48 18Q40 31 31 28Q36 20 36 17Q33 14 26 25Q14 38 18 26Q26 11 22 10Q15 9 10 31Z';
const someone = (name: string, role: string, phone: string, signature: string) => ({ id: asId<PersonId>(`${name}${role}`.toLowerCase().replace(/\W/g, '')), name, role, phone, signature, consentAtMs: NOW_MS, consent: '' });
const PEOPLE: PeoplePart = {
  people: [someone('Fatima Yildiz', 'bewoner', '0470 12 34 56', INK), someone('', 'jeugdwerk', '', INK), someone('Jef Claes', 'politie', '', '')],
  purpose: 'elkaar vinden over de afspraken in dit charter', eraseOn: '2027-11-20',
};
const ERASED: PeopleErased = { outOfReach: ['E:\\buurt\\Droomwijk Kiel.doek'], given: [{ kind: 'contacts', name: 'C:\\Documenten\\Contactlijst Droomwijk Kiel.pdf', atMs: NOW_MS - 90_000_000 }], stopped: 0 };

export function CharterScene({ hand }: SceneProps) {
  const [charter, setCharter] = useState(CHARTER);
  const [people, setPeople] = useState(PEOPLE);
  const [erased, setErased] = useState<PeopleErased | null>(null);
  const erase = (): void => {
    setErased(ERASED);
    setPeople({ people: [], purpose: '', eraseOn: '' });
  };
  return (
    <DeskScene
      hand={hand}
      panel={(
        <CharterPanel
          charter={charter}
          onChange={setCharter}
          canTakePicture
          onTakePicture={() => setCharter({ ...charter, picture: [] })}
          onWinnerPicture={nothing}
          onSign={nothing}
          onPrint={nothing}
          people={<PeoplePartSection people={people} listMade="no" erased={erased} nowMs={NOW_MS} onRemove={(id) => setPeople({ ...people, people: people.people.filter((one) => one.id !== id) })} onPurpose={nothing} onEraseOn={(eraseOn) => setPeople({ ...people, eraseOn })} onPrintList={nothing} onErase={erase} />}
          onDismiss={nothing}
        />
      )}
    />
  );
}

export function SigningScene() {
  const [signed, setSigned] = useState<Signed | null>(null);
  return (
    <>
      <SigningView charter={CHARTER} settings={FIRST_SETTINGS} purpose={PEOPLE.purpose} eraseDay="20 november 2027" onSign={async (given) => { setSigned(given); return true; }} onClose={() => setSigned(null)} />
      <output data-testid="signed" hidden>{signed ? JSON.stringify(signed) : ''}</output>
    </>
  );
}

export function OutlineScene({ hand }: SceneProps) {
  return (
    <DeskScene
      hand={hand}
      panel={(
        <OutlinePanel
          outline={{
            title: 'Droomwijk Kiel',
            pages: [{
              page: pageId(1), title: { text: 'Droomwijk', marks: [] },
              blocks: [
                { kind: 'heading', text: 'Droomwijk Kiel', marks: [markId('a')] },
                { kind: 'area', title: { text: 'Kenmerken', marks: [markId('b')] }, blocks: [{ kind: 'list', items: [{ text: 'bruisend (4 keer, tafel 2, 4, 5 en 7)', marks: [markId('c')] }, { text: 'verbinding (3 keer)', marks: [markId('d')] }] }] },
                { kind: 'figure', alt: 'Stempel: panda', marks: [markId('e')], written: '' },
              ],
            }],
            waiting: ['warm contact'],
            results: [],
          }}
          onGoTo={nothing}
          onDescribe={nothing}
          onCopy={nothing}
          onDismiss={nothing}
        />
      )}
    />
  );
}

export function SettingsScene({ hand }: SceneProps) {
  const [settings, setSettings] = useState<Settings>(FIRST_SETTINGS);
  const displays = [{ id: '1', label: 'Laptop', widthPx: 1920, heightPx: 1200, holdsDesk: true }, { id: '2', label: 'Epson', widthPx: 1280, heightPx: 720, holdsDesk: false }];
  return <DeskScene hand={hand} panel={<SettingsPanel settings={settings} onChange={setSettings} displays={displays} onChooseCopy={nothing} onCopyOff={nothing} trial={<PenTrial settings={settings} />} onDismiss={nothing} />} />;
}

export function HelpScene({ hand }: SceneProps) {
  const { t } = useWords();
  return (
    <DeskScene
      hand={hand}
      panel={<ShortcutsHelp onDismiss={nothing} gestures={{ title: t('handHelp.title'), items: [{ by: t('handHelp.oneFinger.by'), does: t('handHelp.oneFinger.does') }], note: t('handHelp.windows') }} groups={[{ title: t('help.tools'), items: [{ label: t('tools.pen'), keys: 'P' }, { label: t('tools.eraser'), keys: 'E' }] }, { title: t('help.room'), items: [{ label: t('desk.curtain'), keys: 'B' }] }]} />}
    />
  );
}

export function PaletteScene({ hand }: SceneProps) {
  const { t } = useWords();
  return (
    <>
      <DeskScene hand={hand} />
      <CommandPalette
        items={[{ id: 'board.export', label: t('actions.board.export'), shortcut: 'Ctrl+E', enabled: true }, { id: 'edit.redo', label: t('actions.edit.redo'), shortcut: 'Ctrl+Y', enabled: false }, { id: 'room.curtain', label: t('actions.room.curtain'), shortcut: 'B', enabled: true }]}
        onRun={nothing}
        onDismiss={nothing}
      />
    </>
  );
}

export function NoticeScene({ hand }: SceneProps) {
  const { t } = useWords();
  return (
    <DeskScene
      hand={hand}
      trouble={t('notices.where.file')}
      notices={<Notices onDismiss={nothing} notices={[{ id: '1', about: { kind: 'trouble', trouble: { code: 'disk.gone', detail: 'E:\\buurt' } }, ways: [{ label: t('notices.saveElsewhere'), onPress: nothing }] }, { id: '2', about: { kind: 'recovered', cut: false }, ways: [] }]} />}
    />
  );
}

export function UntoldScene({ hand }: SceneProps) {
  return <DeskScene hand={hand} notices={<UntoldResult question="Welk beeld past bij onze droomwijk?" onShow={nothing} onTell={nothing} />} />;
}

export function KeepStampScene({ hand }: SceneProps) {
  return (
    <>
      <DeskScene hand={hand} notices={<><StampWish name="xylofoon" drawn onKeep={nothing} onCancel={nothing} /><KeptWord name="xylofoon" onDismiss={nothing} /></>} />
      <div className="floating"><KeepStamp name="het Kielhof" kept={null} onKeep={nothing} onCancel={nothing} /></div>
    </>
  );
}

export function SearchScene({ hand }: SceneProps) {
  const [query, setQuery] = useState('huis');
  return (
    <>
      <DeskScene hand={hand} />
      <div className="floating"><SearchBar query={query} onQuery={setQuery} at={2} of={5} said="oude huizen · woord van de zaal · blad 2" onStep={nothing} onBack={nothing} fieldRef={nothing} /></div>
    </>
  );
}

export function SelectionScene({ hand }: SceneProps) {
  return (
    <>
      <DeskScene hand={hand} />
      <div className="floating"><SelectionMenu count={5} locked={false} canName low={false} arrange={ARRANGE} more={ARRANGE} onLeaveGroup={null} onLock={nothing} onForward={nothing} onBackward={nothing} onDuplicate={nothing} onName={nothing} onKeepStamp={nothing} onRemove={nothing} /></div>
    </>
  );
}
