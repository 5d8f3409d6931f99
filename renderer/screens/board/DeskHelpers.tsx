import { useEffect, useRef, useState } from 'react';
import type { HelperInvitation, HelperState } from '../../../shared/contract/helper.ts';
import { HelperPart } from '../../panels/door/HelperPart.tsx';
import type { DeskSession } from './deskSession.ts';

/** Wires the helpers of the room door. A code that was used is not shown any longer. */
export function DeskHelpers({ desk }: { readonly desk: DeskSession }) {
  const [helpers, setHelpers] = useState<HelperState['helpers']>([]);
  const [invitation, setInvitation] = useState<HelperInvitation | null>(null);
  const before = useRef(0);
  const { host, notices } = desk;
  useEffect(() => {
    const take = (state: HelperState): void => {
      if (state.helpers.length > before.current) setInvitation(null);
      before.current = state.helpers.length;
      setHelpers(state.helpers);
    };
    const stop = host.on('helper.state', take);
    void host.call('helper.state', {}).then((state) => { if (state.ok) take(state.value); });
    return stop;
  }, [host]);
  return (
    <HelperPart
      helpers={helpers}
      invitation={invitation}
      onInvite={() => void host.call('helper.invite', {}).then((invited) => { if (invited.ok) setInvitation(invited.value); else notices.tell(invited.trouble); })}
      onRevoke={(helper) => void host.call('helper.revoke', { helper }).then((done) => { if (!done.ok) notices.tell(done.trouble); })}
    />
  );
}
