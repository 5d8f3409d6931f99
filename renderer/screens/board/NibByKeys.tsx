import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { toScreen } from '../../stage/camera.ts';
import { useWords } from '../../words.ts';
import type { DeskSession } from './deskSession.ts';
import styles from './NibByKeys.module.css';

/** A place is said aloud once the nib has rested there this long, ms. */
const SAY_MS = 500;

/** The nib that is led by keys: a cross on the desk's own glass, which the room never sees, and its place in words for a screen reader. */
export function NibByKeys({ desk }: { readonly desk: DeskSession }) {
  const { t } = useWords();
  const cross = useRef<HTMLDivElement>(null);
  const [said, setSaid] = useState('');

  useLayoutEffect(() => {
    // Goes along with keys and camera without React.
    const place = (): void => {
      const nib = desk.nib.place();
      const element = cross.current;
      if (!element) return;
      // An attribute that is set is a new style, also when it was set before: a pan would pay for it in every frame.
      if (element.hidden !== (nib === null)) element.hidden = nib === null;
      if (!nib) return;
      const { x, y } = toScreen(desk.canvas.camera.get(), nib.at);
      element.style.transform = `translate(${x}px, ${y}px)`;
      element.dataset['down'] = String(nib.isDown);
    };
    place();
    const stops = [desk.nib.subscribe(place), desk.canvas.camera.subscribe(place)];
    return () => { for (const stop of stops) stop(); };
  }, [desk]);

  useEffect(() => {
    let timer = 0, was: { readonly isDown: boolean } | null = null;
    const place = (): string => {
      const nib = desk.nib.place();
      const size = desk.store.get().board.pages[desk.desk.getState().page]?.size;
      return nib && size ? t('nib.at', { left: Math.round((nib.at.x / size.w) * 100), top: Math.round((nib.at.y / size.h) * 100) }) : '';
    };
    const tell = (): void => {
      const nib = desk.nib.place();
      clearTimeout(timer);
      if (nib === null) setSaid('');
      else if (was === null) setSaid(`${t('nib.out')} ${place()}`);
      else if (nib.isDown !== was.isDown) setSaid(t(nib.isDown ? 'nib.down' : 'nib.up'));
      else timer = window.setTimeout(() => setSaid(place()), SAY_MS);
      was = nib;
    };
    const away = (): void => desk.nib.putAway();
    const stops = [
      desk.nib.subscribe(tell),
      desk.desk.subscribe((state, before) => { if (state.tool !== before.tool || state.page !== before.page) desk.nib.lift(); }),
    ];
    window.addEventListener('pointerdown', away, { capture: true });
    window.addEventListener('blur', away);
    return () => {
      clearTimeout(timer);
      for (const stop of stops) stop();
      window.removeEventListener('pointerdown', away, { capture: true });
      window.removeEventListener('blur', away);
    };
  }, [desk, t]);

  return (
    <>
      <div ref={cross} className={styles['nib']} data-testid="nib" hidden aria-hidden="true">
        <svg width="44" height="44" viewBox="-22 -22 44 44">
          <path className={styles['under']} d="M-20 0H-8M8 0H20M0 -20V-8M0 8V20" />
          <path className={styles['over']} d="M-20 0H-8M8 0H20M0 -20V-8M0 8V20" />
          <circle className={styles['touch']} r="8" />
        </svg>
      </div>
      <span className="aloud" role="status">{said}</span>
    </>
  );
}
