import { comparePaintOrder, marksOnPage } from '../../shared/board/buckets.ts';
import { colorOf, fittingStyle, kindOf, styleOf } from '../../shared/board/markStyle.ts';
import type { Mark } from '../../shared/board/marks.ts';
import { isLocked, isVisible } from '../../shared/scene/hitTest.ts';
import type { DeskSession } from '../screens/board/deskSession.ts';
import { namedMarks } from '../state/namedMarks.ts';
import type { Action } from './action.ts';

const marksSelected = (desk: DeskSession): readonly Mark[] => namedMarks(desk.desk.getState().selection, desk.store.get().board);
const some = (desk: DeskSession): boolean => desk.desk.getState().selection.length > 0;

/** The uppermost of what is chosen: the one that a hand points at. */
const uppermost = (desk: DeskSession): Mark | undefined => [...marksSelected(desk)].sort(comparePaintOrder).pop();

/** Chooses everything on the page that is like one of what is chosen now. */
function selectAlike(desk: DeskSession, featureOf: (mark: Mark) => string | null): void {
  const view = desk.store.get();
  const features = new Set(marksSelected(desk).map(featureOf));
  features.delete(null);
  const alike = marksOnPage(view.board, desk.desk.getState().page).filter((mark) => features.has(featureOf(mark)) && !isLocked(mark, view) && isVisible(mark, view));
  if (alike.length > 0) desk.desk.setState({ inside: null, selection: alike.map(({ id }) => id) });
}

/** Looks that go from one mark to others, and what looks alike. */
export const styleActions: readonly Action[] = [
  {
    id: 'style.copy', label: 'actions.style.copy', shortcuts: [{ key: 'c', mod: true, alt: true }], enabled: some,
    run(desk) {
      const mark = uppermost(desk);
      if (mark) desk.desk.setState({ copiedStyle: styleOf(mark) });
    },
  },
  {
    id: 'style.paste', label: 'actions.style.paste', shortcuts: [{ key: 'v', mod: true, alt: true }], enabled: (desk) => some(desk) && desk.desk.getState().copiedStyle !== null,
    run(desk) {
      const { copiedStyle, selection } = desk.desk.getState();
      if (copiedStyle) desk.store.do({ type: 'marks.restyle', ids: selection, style: fittingStyle(copiedStyle, marksSelected(desk)) });
    },
  },
  { id: 'select.sameColor', label: 'actions.select.sameColor', shortcuts: [], enabled: some, run: (desk) => selectAlike(desk, colorOf) },
  { id: 'select.sameKind', label: 'actions.select.sameKind', shortcuts: [], enabled: some, run: (desk) => selectAlike(desk, kindOf) },
];
