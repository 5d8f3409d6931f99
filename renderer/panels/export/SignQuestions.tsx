import { useWords } from '../../words.ts';
import { KeptField } from '../parts/KeptField.tsx';
import styles from './ExportPanel.module.css';

/** As many as are read on a table. */
const PLACES = [0, 1, 2] as const;

type SignQuestionsProps = { readonly questions: readonly string[]; readonly onChange: (questions: readonly string[]) => void };

/** What the signs on the tables ask; an empty line leaves a question out. */
export function SignQuestions({ questions, onChange }: SignQuestionsProps) {
  const { t } = useWords();
  return (
    <div className={styles.questions}>
      <h3 className={styles.label}>{t('export.questions')}</h3>
      {PLACES.map((place) => (
        <KeptField
          key={place}
          hideLabel
          lettered
          maxLength={120}
          label={t('export.question', { number: place + 1 })}
          placeholder={t('export.question', { number: place + 1 })}
          value={questions[place] ?? ''}
          onKeep={(asked) => onChange(PLACES.map((at) => (at === place ? asked : questions[at] ?? '')).filter((text) => text !== ''))}
        />
      ))}
      <p className={styles.hint}>{t('export.questionsHint')}</p>
    </div>
  );
}
