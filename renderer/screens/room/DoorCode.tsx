import { useEffect, useState } from 'react';
import type { QrModules } from './paintVote.ts';
import { qrModules } from './qrCode.ts';
import styles from './RoomScreen.module.css';
import { typedAddress } from './votePlan.ts';

/** The code for phones, black on pure white with its quiet zone, and the address for whoever cannot scan. */
export function DoorCode({ url, scan }: { readonly url: string; readonly scan: string }) {
  const [modules, setModules] = useState<QrModules | null>(null);
  useEffect(() => {
    let gone = false;
    void qrModules(url).then((made) => { if (!gone) setModules(made); });
    return () => { gone = true; };
  }, [url]);
  const path = modules?.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('') ?? '';
  return (
    <div className={styles['code']}>
      <svg viewBox={`0 0 ${modules?.length ?? 33} ${modules?.length ?? 33}`} shapeRendering="crispEdges" role="img" aria-label={typedAddress(url)}><rect width="100%" height="100%" fill="#fff" /><path d={path} fill="#000" /></svg>
      <p>{scan}</p>
      <p className={styles['address']} style={{ ['--letters' as string]: String(typedAddress(url).length) }}>{typedAddress(url)}</p>
    </div>
  );
}
