import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { hexOf } from '../../../shared/board/palette.ts';
import { originOf } from '../../../shared/stamps/search.ts';
import { StampDrawing } from '../../panels/stamps/StampDrawing.tsx';
import { StampPicker, type StampSize } from '../../panels/stamps/StampPicker.tsx';
import { takeTool } from '../../state/deskStore.ts';
import { useWords } from '../../words.ts';
import { useBoard } from '../useStored.ts';
import type { DeskSession } from './deskSession.ts';
import { OWN_STAMPS, readStampLibrary, stampNamed, type StampLibrary } from './stampLibrary.ts';

/** Stamp sizes, board units. */
const SIZES: { readonly [size in StampSize]: number } = { small: 80, middle: 150, large: 280 };

/** Wires the stamp picker: what is chosen follows the pointer until another tool is taken. */
export function DeskStamps({ desk, onDismiss }: { readonly desk: DeskSession; readonly onDismiss: () => void }) {
  const { locale } = useWords();
  const { board } = useBoard(desk.store);
  const { style, table: speaking } = useStore(desk.desk);
  const [library, setLibrary] = useState<StampLibrary | null>(null);
  const [size, setSize] = useState<StampSize>('middle');
  const [colours, setColours] = useState<'own' | 'table'>('own');
  const table = speaking === null ? null : (board.tables[speaking] ?? null);
  useEffect(() => {
    let gone = false;
    readStampLibrary().then((read) => { if (!gone) setLibrary(read); }, () => desk.notices.tell({ code: 'internal', detail: 'stamps' }));
    return () => { gone = true; };
  }, [desk]);

  const take = (id: string, sizeUnits = SIZES[size], inOwn = colours === 'own'): void => {
    const stamp = stampNamed(id, library);
    if (!stamp) return;
    const outline = originOf({ id }) === 'library' ? (library?.outlineOf(id) ?? null) : null;
    desk.desk.setState((state) => ({
      tool: 'stamp',
      style: {
        ...state.style,
        color: inOwn || !table ? state.style.color : table.color,
        stamp: { id, outline, alt: locale === 'nl' ? stamp.altNl : stamp.altEn, sizeUnits, ownColors: inOwn && outline === null },
      },
    }));
  };
  const chosen = style.stamp?.id ?? null;
  const recolour = colours === 'table' && table ? (hexOf(table.color) as `#${string}`) : undefined;
  return (
    <StampPicker
      own={OWN_STAMPS}
      library={library?.entries ?? []}
      libraryLoading={library === null}
      drawing={(id, sizePx) => { const stamp = stampNamed(id, library); return stamp ? <StampDrawing stamp={stamp} sizePx={sizePx} recolour={recolour} /> : null; }}
      chosen={chosen}
      onChoose={(id) => take(id)}
      onDragOut={(id) => take(id)}
      size={size}
      onSize={(next) => { setSize(next); if (chosen) take(chosen, SIZES[next]); }}
      colours={colours}
      onColours={(next) => { setColours(next); if (chosen) take(chosen, SIZES[size], next === 'own'); }}
      table={table}
      onDraw={() => takeTool(desk.desk, 'pen')}
      onDismiss={onDismiss}
    />
  );
}
