import { Check } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import type { Settings } from '../../../shared/contract/settings.ts';
import type { SignatureSheet } from '../../tools/signatureSheet.ts';
import type { WordKey } from '../../../shared/strings/words.ts';
import { useWords } from '../../words.ts';
import { SignatureField } from './SignatureField.tsx';
import styles from './SigningView.module.css';

/** What somebody gave and agreed to; without ink they sign on paper. */
export type Signed = { readonly name: string; readonly role: string; readonly phone: string; readonly signature: string; readonly consent: string };

type SigningFormProps = {
  readonly roles: readonly string[];
  readonly settings: Settings;
  readonly purpose: string;
  readonly eraseDay: string;
  /** Told as soon as anything is filled in or drawn. */
  readonly onBegun: () => void;
  readonly onSign: (signed: Signed) => Promise<boolean>;
};

/** A longer text is no signature any more, and more than a printed charter should carry. */
const MOST_SIGNS = 200_000;
const MOST_NAME = 120;

type FieldProps = { readonly label: string; readonly value: string; readonly type?: 'text' | 'tel'; readonly onChange: (value: string) => void };

function Field({ label, value, type = 'text', onChange }: FieldProps) {
  const { t } = useWords();
  const id = useId();
  return (
    <div className={styles.entry}>
      <label htmlFor={id}>{label} <span className={styles.optional}>{t('app.optional')}</span></label>
      <input id={id} type={type} autoComplete="off" autoCorrect="off" spellCheck={false} maxLength={MOST_NAME} value={value} onChange={(event) => onChange(event.target.value)} />
    </div>
  );
}

/** Name, role and number by choice, the words that one agrees to, and then the ink. */
export function SigningForm({ roles, settings, purpose, eraseDay, onBegun, onSign }: SigningFormProps) {
  const { t } = useWords();
  const id = useId();
  const sheet = useRef<SignatureSheet | null>(null);
  const [name, setName] = useState('');
  const [role, setRole] = useState('');
  const [phone, setPhone] = useState('');
  const [agreed, setAgreed] = useState(false);
  const [missing, setMissing] = useState<WordKey | null>(null);
  const [busy, setBusy] = useState(false);
  const consent = t('signing.consent', { day: eraseDay });
  const filling = (set: (value: string) => void) => (value: string): void => {
    set(value);
    setMissing(null);
    onBegun();
  };

  const give = async (onPaper: boolean): Promise<void> => {
    // The button is not switched off meanwhile, since that would lose the focus.
    if (busy) return;
    const signature = onPaper ? '' : (sheet.current?.svg() ?? '');
    const lacks: WordKey | null = !onPaper && signature === '' ? 'signing.needInk'
      : onPaper && name.trim() === '' && role.trim() === '' ? 'signing.needWho'
        : !agreed ? 'signing.needConsent'
          : signature.length > MOST_SIGNS ? 'signing.tooMuch' : null;
    setMissing(lacks);
    if (lacks !== null) return;
    setBusy(true);
    const kept = await onSign({ name: name.trim(), role: role.trim(), phone: phone.trim(), signature, consent });
    if (kept) return;
    setBusy(false);
    setMissing('signing.failed');
  };
  return (
    <form className={styles.form} onSubmit={(event) => event.preventDefault()}>
      <div className={styles.entries}>
        <Field label={t('signing.name')} value={name} onChange={filling(setName)} />
        <Field label={t('signing.role')} value={role} onChange={filling(setRole)} />
      </div>
      {roles.length > 0 && (
        <div className={styles.roles} role="group" aria-label={t('signing.role')}>
          {roles.map((known, i) => <button key={i} type="button" className={styles.role} aria-pressed={role === known} onClick={() => filling(setRole)(role === known ? '' : known)}>{known}</button>)}
        </div>
      )}
      <div className={styles.phone}>
        <Field label={t('signing.phone')} type="tel" value={phone} onChange={filling(setPhone)} />
        <p className={styles.small}>{t('signing.phoneFor', { purpose })}</p>
      </div>
      <label className={styles.consent} htmlFor={id}>
        <input id={id} type="checkbox" checked={agreed} onChange={(event) => { setAgreed(event.target.checked); setMissing(null); onBegun(); }} />
        <span className={styles.box} aria-hidden>{agreed && <Check size={24} strokeWidth={2.6} />}</span>
        <span>{consent}</span>
      </label>
      <SignatureField settings={settings} onSheet={(made) => { sheet.current = made; }} onInk={(isDrawn) => { setMissing(null); if (isDrawn) onBegun(); }} />
      <div className={styles.ways}>
        <button type="button" className={styles.main} aria-disabled={busy} onClick={() => void give(false)}>{t('signing.sign')}</button>
        <button type="button" className={styles.quiet} aria-disabled={busy} onClick={() => void give(true)}>{t('signing.onPaper')}</button>
        <p className={styles.missing} role="alert">{missing === null ? '' : t(missing)}</p>
      </div>
    </form>
  );
}
