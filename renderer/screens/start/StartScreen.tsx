import { FolderOpen, Hand, Languages, Settings2 } from 'lucide-react';
import { useState, type DragEvent, type ReactNode } from 'react';
import type { BoardId } from '../../../shared/base/ids.ts';
import type { Locale } from '../../../shared/board/board.ts';
import type { BoardCard } from '../../../shared/contract/boards.ts';
import { Button } from '../../panels/parts/Button.tsx';
import { useWords } from '../../words.ts';
import { BoardShelf } from './BoardShelf.tsx';
import { BrandSign } from './BrandSign.tsx';
import { FirstSteps } from './FirstSteps.tsx';
import { RoomCheck, type RoomCheckProps } from './RoomCheck.tsx';
import styles from './StartScreen.module.css';
import { TemplateRow, type TemplateRowProps } from './TemplateRow.tsx';

export type StartScreenProps = {
  /** Boards on this laptop, most recent first. */
  readonly boards: readonly BoardCard[];
  readonly nowMs: number;
  /** The picture of a board that has one. */
  readonly renderPicture: (board: BoardCard) => ReactNode;
  /** People whose day to be forgotten has come; nothing when there are none. */
  readonly due?: ReactNode;
  readonly templates: TemplateRowProps;
  readonly check: RoomCheckProps;
  readonly drawingHand: 'right' | 'left';
  readonly onOpen: (board: BoardId) => void;
  /** To the app's own bin. */
  readonly onRemove: (board: BoardId) => void;
  readonly onOpenFile: () => void;
  /** A `.doek` file that was dropped on the window. */
  readonly onDropFile: (file: File) => void;
  readonly onHand: (hand: 'right' | 'left') => void;
  readonly onLocale: (locale: Locale) => void;
  readonly onSettings: () => void;
};

/** Where one begins: go on with a board, start a new one, and see whether the room is ready. */
export function StartScreen(props: StartScreenProps) {
  const { boards, nowMs, renderPicture, due, templates, check, drawingHand, onOpen, onRemove, onOpenFile, onDropFile, onHand, onLocale, onSettings } = props;
  const { t, locale } = useWords();
  const [drag, setDrag] = useState<'none' | 'over' | 'wrong'>('none');

  const drop = (event: DragEvent): void => {
    event.preventDefault();
    const file = event.dataTransfer.files[0];
    const right = file !== undefined && file.name.toLowerCase().endsWith('.doek');
    setDrag(file === undefined || right ? 'none' : 'wrong');
    if (right) onDropFile(file);
  };

  return (
    <div
      className={styles.start}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        if (drag !== 'over') setDrag('over');
      }}
      onDragLeave={(event) => { if (event.relatedTarget === null) setDrag('none'); }}
      onDrop={drop}
    >
      <header className={styles.head}>
        <h1 className={styles.brand}><BrandSign sizePx={64} />{t('app.name')}</h1>
        <div className={styles.tools}>
          <Button kind="quiet" icon={<FolderOpen size={20} strokeWidth={1.8} aria-hidden />} onPress={onOpenFile}>{t('start.openBoard')}</Button>
          <Button
            kind="quiet"
            icon={<Hand size={20} strokeWidth={1.8} aria-hidden className={drawingHand === 'left' ? styles.leftHand : undefined} />}
            label={`${t('start.hand')}: ${t(drawingHand === 'right' ? 'start.rightHanded' : 'start.leftHanded')}`}
            onPress={() => onHand(drawingHand === 'right' ? 'left' : 'right')}
          >
            {t(drawingHand === 'right' ? 'start.rightHanded' : 'start.leftHanded')}
          </Button>
          <Button kind="quiet" icon={<Languages size={20} strokeWidth={1.8} aria-hidden />} label={`${t('start.language')}: ${locale}`} onPress={() => onLocale(locale === 'nl' ? 'en' : 'nl')}>{locale}</Button>
          <Button kind="quiet" icon={<Settings2 size={20} strokeWidth={1.8} aria-hidden />} onPress={onSettings}>{t('start.settings')}</Button>
        </div>
      </header>
      <main className={styles.main}>
        {drag === 'wrong' && <p className={styles.wrong} role="alert">{t('start.dropWrong')}</p>}
        {due}
        {boards.length === 0 ? <FirstSteps /> : <BoardShelf boards={boards} nowMs={nowMs} renderPicture={renderPicture} onOpen={onOpen} onRemove={onRemove} />}
        <TemplateRow {...templates} />
        <p className={styles.local}>{t('app.local')}</p>
      </main>
      <RoomCheck {...check} />
      {drag === 'over' && <div className={styles.drop} role="status"><span>{t('start.drop')}</span></div>}
    </div>
  );
}
