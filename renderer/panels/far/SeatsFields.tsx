import type { Seats } from '../../../shared/scene/farReading.ts';
import { useWords } from '../../words.ts';
import styles from './SeatsFields.module.css';

type MetresProps = { readonly name: string; readonly value: number; readonly least: number; readonly most: number; readonly step: number; readonly onChange: (metres: number) => void };

/** A length in metres, typed or by arrow keys; what is no length leaves it as it was. */
function Metres({ name, value, least, most, step, onChange }: MetresProps) {
  const { t } = useWords();
  return (
    <label className={styles.line}>
      <span>{name}</span>
      <span className={styles.field}>
        <input
          type="number" inputMode="decimal" className={styles.number} defaultValue={value} key={value} min={least} max={most} step={step}
          onBlur={({ target }) => { const metres = target.valueAsNumber; if (metres >= least && metres <= most) onChange(metres); else target.value = String(value); }}
          onKeyDown={(event) => { if (event.key === 'Enter') event.currentTarget.blur(); }}
        />
        {t('far.metres')}
      </span>
    </label>
  );
}

/** How the room sits: what the room check asks once, and the panel shows again. */
export function SeatsFields({ seats, onChange }: { readonly seats: Seats; readonly onChange: (seats: Seats) => void }) {
  const { t } = useWords();
  return (
    <div className={styles.fields}>
      <Metres name={t('far.distance')} value={seats.distanceM} least={2} most={60} step={1} onChange={(distanceM) => onChange({ ...seats, distanceM })} />
      <Metres name={t('far.width')} value={seats.pictureM} least={0.5} most={15} step={0.1} onChange={(pictureM) => onChange({ ...seats, pictureM })} />
    </div>
  );
}
