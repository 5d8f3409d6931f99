import { useWords } from '../../words.ts';
import styles from './FirstSteps.module.css';

/** The first start: what this is, in three steps, on the sheet where boards will lie. */
export function FirstSteps() {
  const { t } = useWords();
  const steps = [
    { title: t('start.stepDraw'), text: t('start.stepDrawText') },
    { title: t('start.stepCatch'), text: t('start.stepCatchText') },
    { title: t('start.stepVote'), text: t('start.stepVoteText') },
  ];
  return (
    <section className={styles.sheet}>
      <h2 className={styles.title}>{t('start.emptyTitle')}</h2>
      <p className={styles.about}>{t('start.emptyText')}</p>
      <ol className={styles.steps}>
        {steps.map(({ title, text }, i) => (
          <li key={title} className={styles.step}>
            <span className={styles.number} aria-hidden>{i + 1}</span>
            <span className={styles.words}>
              <span className={styles.name}>{title}</span>
              <span className={styles.text}>{text}</span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
