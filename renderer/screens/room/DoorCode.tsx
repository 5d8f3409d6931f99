import { QrCode } from '../../panels/parts/QrCode.tsx';
import styles from './RoomScreen.module.css';
import { typedAddress } from './votePlan.ts';

/** The code for phones, and the address for whoever cannot scan. */
export function DoorCode({ url, scan }: { readonly url: string; readonly scan: string }) {
  return (
    <div className={styles['code']}>
      <QrCode text={url} label={typedAddress(url)} />
      <p>{scan}</p>
      <p className={styles['address']} style={{ ['--letters' as string]: String(typedAddress(url).length) }}>{typedAddress(url)}</p>
    </div>
  );
}
