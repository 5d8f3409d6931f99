import { Check, X } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import type { Charter } from '../../../shared/board/board.ts';
import type { Settings } from '../../../shared/contract/settings.ts';
import { useWords } from '../../words.ts';
import { SigningForm, type Signed } from './SigningForm.tsx';
import styles from './SigningView.module.css';

export type SigningViewProps = {
  readonly charter: Charter;
  readonly settings: Settings;
  /** What numbers are kept for, and the day on which all of it goes, in words. */
  readonly purpose: string;
  readonly eraseDay: string;
  /** Keeps what somebody gave; false when that failed. */
  readonly onSign: (signed: Signed) => Promise<boolean>;
  readonly onClose: () => void;
};

/** What is signed, to be read before. */
function WhatIsSigned({ charter: { heading, dream, points, carriedBy } }: Pick<SigningViewProps, 'charter'>) {
  const { t } = useWords();
  return (
    <section className={styles.what} aria-label={t('signing.what')}>
      <h2 className={styles.heading}>{heading}</h2>
      {dream !== '' && <p className={styles.dream}>{dream}</p>}
      {points.length > 0 && (
        <>
          <h3 className={styles.agreed}>{t('charter.points')}</h3>
          <ol className={styles.points}>
            {points.map(({ text, more }, i) => (
              <li key={i} className={styles.point}><span className={styles.number} aria-hidden>{i + 1}</span><span><b>{text}</b>{more !== '' && <small>{more}</small>}</span></li>
            ))}
          </ol>
        </>
      )}
      {carriedBy !== '' && <p className={styles.carried}><b>{t('charter.carriedBy')}: {carriedBy}</b></p>}
    </section>
  );
}

/**
 * The window for whoever signs: paper over everything, with what is signed and a place for it. It is a modal dialog, so
 * that nothing of the desk can be reached from it, by hand or by key, until it is closed.
 */
export function SigningView({ charter, settings, purpose, eraseDay, onSign, onClose }: SigningViewProps) {
  const { t } = useWords();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const [begun, setBegun] = useState(false);
  const [asking, setAsking] = useState(false);
  /** Counts who signed here, so that the next one gets an empty form. */
  const [turn, setTurn] = useState(0);
  const [thanked, setThanked] = useState<{ readonly name: string; readonly onPaper: boolean } | null>(null);

  useEffect(() => {
    const element = dialog.current;
    if (!element || element.open) return;
    element.showModal();
  }, []);
  // What was pressed is gone then, and the next one begins at the top.
  useEffect(() => { title.current?.focus(); }, [turn, thanked]);
  // Closed before it goes, so that the focus is where it was; closing is told by the dialog itself.
  const close = (): void => dialog.current?.close();
  const leave = (): void => {
    if (begun && thanked === null && !asking) setAsking(true);
    else close();
  };
  const goOn = (): void => {
    setAsking(false);
    title.current?.focus();
  };
  const next = (): void => {
    setThanked(null);
    setBegun(false);
    setTurn((count) => count + 1);
  };
  return (
    <dialog
      ref={dialog}
      className={styles.view}
      aria-labelledby={id}
      onCancel={(event) => { event.preventDefault(); leave(); }}
      onClose={onClose}
      onContextMenu={(event) => event.preventDefault()}
    >
      <div className={styles.sheet}>
        <WhatIsSigned charter={charter} />
        <div className={styles.side}>
          <header className={styles.head}>
            <h1 ref={title} id={id} tabIndex={-1} className={styles.title}>{t('signing.title')}</h1>
            <button type="button" className={styles.close} aria-label={t('app.close')} onClick={leave}><X size={26} strokeWidth={1.8} aria-hidden /></button>
          </header>
          {asking && (
            <div className={styles.asking} role="alert">
              <span>{t('signing.leaveAsk')}</span>
              <button type="button" className={styles.second} onClick={goOn}>{t('signing.leaveNo')}</button>
              <button type="button" className={styles.quiet} onClick={close}>{t('signing.leaveYes')}</button>
            </div>
          )}
          {thanked === null
            ? (
              <SigningForm
                key={turn}
                roles={charter.roles.filter((role) => role.trim() !== '')}
                settings={settings}
                purpose={purpose}
                eraseDay={eraseDay}
                onBegun={() => setBegun(true)}
                onSign={async (signed) => {
                  const kept = await onSign(signed);
                  if (kept) {
                    setAsking(false);
                    setThanked({ name: signed.name, onPaper: signed.signature === '' });
                  }
                  return kept;
                }}
              />
            )
            : (
              <div className={styles.thanks} role="status">
                <Check size={64} strokeWidth={1.8} aria-hidden className={styles.tick} />
                <p className={styles.thankYou}>{thanked.name === '' ? t('signing.thanks') : t('signing.thanksNamed', { name: thanked.name })}</p>
                <p>{t(thanked.onPaper ? 'signing.keptPaper' : 'signing.kept')}</p>
                <div className={styles.ways}>
                  <button type="button" className={styles.main} onClick={next}>{t('signing.next')}</button>
                  <button type="button" className={styles.second} onClick={close}>{t('signing.done')}</button>
                </div>
              </div>
            )}
        </div>
      </div>
    </dialog>
  );
}
