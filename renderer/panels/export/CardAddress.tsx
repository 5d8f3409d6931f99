import { useWords } from '../../words.ts';
import { OptionGrid } from './OptionGrid.tsx';
import styles from './ExportPanel.module.css';

/** Where phones may come in, as it can stand on a card; `isOpen` says that the door stands open there. */
export type CardUrl = { readonly url: string; readonly name: string; readonly isOpen: boolean };

type CardAddressProps = { readonly urls: readonly CardUrl[]; readonly value: string | null; readonly onChange: (url: string | null) => void };

const LATER = 'later';
const shortUrl = (url: string): string => url.replace(/^http:\/\//, '').replace(/\/$/, '');

/** Which address stands on the seat cards: one of this laptop's, or none, since it will be on the room screen. */
export function CardAddress({ urls, value, onChange }: CardAddressProps) {
  const { t } = useWords();
  const options = urls.map(({ url, name, isOpen }) => ({ value: url, label: shortUrl(url), text: isOpen ? t('export.addressOpen') : name, disabled: false }));
  return (
    <>
      <OptionGrid
        name={t('export.address')}
        columns={2}
        value={value ?? LATER}
        onChange={(chosen) => onChange(chosen === LATER ? null : chosen)}
        options={[{ value: LATER, label: t('export.addressLater'), text: t('export.addressLaterText'), disabled: false }, ...options]}
      />
      <p className={styles.hint}>{t(value === null ? 'export.addressLaterHint' : 'export.addressHint')}</p>
      <p className={styles.hint}>{t('export.codesHidden')}</p>
    </>
  );
}
