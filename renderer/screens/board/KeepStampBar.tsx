import { useEffect, useState } from 'react';
import type { MarkId } from '../../../shared/base/ids.ts';
import { keepAsStamp, proposedName } from '../../actions/stampActions.ts';
import { KeepStamp } from '../../panels/stamps/KeepStamp.tsx';
import type { DeskSession } from './deskSession.ts';

/** Asks beside the selection under which name it is kept as a stamp; goes with the selection. */
export function KeepStampBar({ desk, marks }: { readonly desk: DeskSession; readonly marks: readonly MarkId[] }) {
  const [name] = useState(() => proposedName(desk, marks));
  const [kept, setKept] = useState<string | null>(null);
  useEffect(() => () => desk.desk.setState({ keeping: false }), [desk]);
  const onKeep = (chosen: string): void => void keepAsStamp(desk, marks, chosen).then((done) => { if (done) setKept(chosen); });
  return <KeepStamp name={name} kept={kept} onKeep={onKeep} onCancel={() => desk.desk.setState({ keeping: false })} />;
}
