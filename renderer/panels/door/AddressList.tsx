import { Check, ChevronsLeftRightEllipsis, EthernetPort, Network, RefreshCw, Wifi } from 'lucide-react';
import { RadioGroup } from 'radix-ui';
import { useState } from 'react';
import type { DoorAddress } from '../../../shared/contract/door.ts';
import { sameKey } from '../../../shared/harvest/sameness.ts';
import { useWords } from '../../words.ts';
import { Button } from '../parts/Button.tsx';
import styles from './AddressList.module.css';

const ICONS = { wifi: Wifi, cable: EthernetPort, virtual: ChevronsLeftRightEllipsis, other: Network } as const;

type AddressListProps = { readonly addresses: readonly DoorAddress[]; readonly chosen: string | null; readonly onChoose: (address: string) => void; readonly onLookAgain: () => void };

/** The networks of this laptop, likely ones first; adapters on which no phone can be are folded away. */
export function AddressList({ addresses, chosen, onChoose, onLookAgain }: AddressListProps) {
  const { t } = useWords();
  const [all, setAll] = useState(false);
  const folded = addresses.filter(({ kind, address }) => kind === 'virtual' && address !== chosen);
  const shown = all ? addresses : addresses.filter((address) => !folded.includes(address));
  return (
    <>
      <RadioGroup.Root className={styles.list} aria-label={t('door.networks')} value={chosen ?? ''} onValueChange={onChoose}>
        {shown.map(({ address, name, kind }) => {
          const Icon = ICONS[kind];
          return (
            <RadioGroup.Item key={address} value={address} className={styles.address} aria-label={`${t(`door.kind.${kind}`)}, ${name}, ${address}`}>
              <Icon size={20} strokeWidth={1.8} aria-hidden />
              <span className={styles.words}>
                <span className={styles.name}>{address}</span>
                <span className={styles.about}>{sameKey(name) === sameKey(t(`door.kind.${kind}`)) ? name : `${t(`door.kind.${kind}`)} · ${name}`}</span>
              </span>
              <span className={styles.tick} aria-hidden>{address === chosen && <Check size={14} strokeWidth={3} />}</span>
            </RadioGroup.Item>
          );
        })}
      </RadioGroup.Root>
      <div className={styles.foot}>
        {folded.length > 0 ? <button type="button" className={styles.more} aria-expanded={all} onClick={() => setAll(!all)}>{all ? t('door.networksFewer') : t('door.networksOther', { count: folded.length })}</button> : <span />}
        <Button kind="quiet" icon={<RefreshCw size={17} strokeWidth={1.9} aria-hidden />} onPress={onLookAgain}>{t('door.again')}</Button>
      </div>
    </>
  );
}
