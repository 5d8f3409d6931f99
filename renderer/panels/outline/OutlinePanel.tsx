import { Copy } from 'lucide-react';
import { useState } from 'react';
import type { MarkId, PageId } from '../../../shared/base/ids.ts';
import type { Outline, OutlineBlock, OutlineList } from '../../../shared/outline/outline.ts';
import { useWords } from '../../words.ts';
import { Button } from '../parts/Button.tsx';
import { PanelFrame } from '../parts/PanelFrame.tsx';
import styles from './OutlinePanel.module.css';

export type OutlinePanelProps = {
  readonly outline: Outline;
  /** Brings marks into view on their page. */
  readonly onGoTo: (page: PageId, marks: readonly MarkId[]) => void;
  readonly onCopy: () => void;
  readonly onDismiss: () => void;
};

type Go = (marks: readonly MarkId[]) => void;

function Shown({ text, marks, go }: { readonly text: string; readonly marks: readonly MarkId[]; readonly go: Go }) {
  if (marks.length === 0) return <>{text}</>;
  return <button type="button" className={styles.go} onClick={() => go(marks)}>{text}</button>;
}

/** A list with what is nested in it; numbered when its first item is. */
function Items({ list: { items }, go }: { readonly list: OutlineList; readonly go: Go }) {
  const List = items[0]?.label === undefined ? 'ul' : 'ol';
  return (
    <List className={styles.list}>
      {items.map(({ text, marks, label, inner }, i) => (
        <li key={i} {...(label === undefined ? {} : { value: parseInt(label, 10) })}>
          <Shown text={text} marks={marks} go={go} />
          {inner && <Items list={inner} go={go} />}
        </li>
      ))}
    </List>
  );
}

function Block({ block, level, go }: { readonly block: OutlineBlock; readonly level: number; readonly go: Go }) {
  const { t } = useWords();
  const Heading = `h${Math.min(6, level)}` as 'h4';
  switch (block.kind) {
    case 'heading': return <Heading className={styles.heading}><Shown {...block} go={go} /></Heading>;
    case 'paragraph': return <p className={styles.text}><Shown {...block} go={go} /></p>;
    case 'figure': return <p className={styles.figure}><Shown text={block.alt} marks={block.marks} go={go} /></p>;
    case 'list': return <Items list={block} go={go} />;
    case 'area':
      return (
        <section className={styles.area} aria-label={block.title.text || t('tray.form.frame')}>
          {block.title.text !== '' && <Heading className={styles.heading}><Shown {...block.title} go={go} /></Heading>}
          {block.blocks.map((inner, i) => <Block key={i} block={inner} level={level + 1} go={go} />)}
        </section>
      );
  }
}

/** The text twin: everything on the board in reading order, for keyboard and screen reader; each line leads to its place on the sheet. */
export function OutlinePanel({ outline, onGoTo, onCopy, onDismiss }: OutlinePanelProps) {
  const { t } = useWords();
  const [copied, setCopied] = useState(false);
  const empty = outline.waiting.length === 0 && outline.pages.every(({ blocks }) => blocks.length === 0);
  return (
    <PanelFrame
      title={t('outline.title')}
      about={t('outline.about')}
      onClose={onDismiss}
      footer={(
        <p className={styles.foot}>
          <Button icon={<Copy size={18} strokeWidth={1.8} aria-hidden />} onPress={() => { onCopy(); setCopied(true); }}>{t('outline.copy')}</Button>
          <span role="status">{copied && t('outline.copied')}</span>
        </p>
      )}
    >
      {empty && <p className={styles.text}>{t('outline.empty')}</p>}
      {outline.pages.map((page) => (
        <section key={page.page} className={styles.page}>
          <h3 className={styles.pageTitle}>{page.title.text}</h3>
          {page.blocks.map((block, i) => <Block key={i} block={block} level={4} go={(marks) => onGoTo(page.page, marks)} />)}
        </section>
      ))}
      {outline.results.map(({ question, lines }) => (
        <section key={question} className={styles.page}>
          <h3 className={styles.pageTitle}>{question}</h3>
          <ul className={styles.list}>{lines.map((line) => <li key={line}>{line}</li>)}</ul>
        </section>
      ))}
      {outline.waiting.length > 0 && (
        <section className={styles.page}>
          <h3 className={styles.pageTitle}>{t('harvest.waiting')}</h3>
          <ul className={styles.list}>{outline.waiting.map((word) => <li key={word}>{word}</li>)}</ul>
        </section>
      )}
    </PanelFrame>
  );
}
