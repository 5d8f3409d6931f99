import { Copy, Pencil } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { MarkId, PageId } from '../../../shared/base/ids.ts';
import type { Outline, OutlineBlock, OutlineList } from '../../../shared/outline/outline.ts';
import { useWords } from '../../words.ts';
import { Button } from '../parts/Button.tsx';
import { IconButton } from '../parts/IconButton.tsx';
import { KeptField } from '../parts/KeptField.tsx';
import { PanelFrame } from '../parts/PanelFrame.tsx';
import styles from './OutlinePanel.module.css';

export type OutlinePanelProps = {
  readonly outline: Outline;
  /** Brings marks into view on their page. */
  readonly onGoTo: (page: PageId, marks: readonly MarkId[]) => void;
  /** Told what somebody wrote about the drawing that marks are. */
  readonly onDescribe: (marks: readonly MarkId[], text: string) => void;
  readonly onCopy: () => void;
  readonly onDismiss: () => void;
};

type Go = (marks: readonly MarkId[]) => void;
type Describe = OutlinePanelProps['onDescribe'];

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

/** A drawing in words, with a field to say better what it shows. */
function Figure({ figure: { alt, marks, written }, go, describe }: { readonly figure: Extract<OutlineBlock, { kind: 'figure' }>; readonly go: Go; readonly describe: Describe }) {
  const { t } = useWords();
  const [writing, setWriting] = useState(false);
  const whole = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLDivElement>(null);
  // What is there is replaced by typing, as in every field that opens in its place.
  useEffect(() => { if (writing) field.current?.querySelector('textarea')?.select(); }, [writing]);
  return (
    <div ref={whole} className={styles.figure}>
      <div className={styles.shown}>
        <p><Shown text={alt} marks={marks} go={go} /></p>
        {written !== undefined && <IconButton icon={<Pencil size={18} strokeWidth={1.8} />} label={t('outline.describe', { drawing: alt })} side="left" expanded={writing} onPress={() => setWriting(!writing)} />}
      </div>
      {writing && written !== undefined && (
        <div ref={field}>
          <KeptField hideLabel lines={2} label={t('outline.describe', { drawing: alt })} placeholder={t('outline.describeFirst')} value={written} onKeep={(text) => {
            describe(marks, text);
            setWriting(false);
            whole.current?.querySelector<HTMLElement>('[aria-expanded]')?.focus();
          }} />
        </div>
      )}
    </div>
  );
}

function Block({ block, level, go, describe }: { readonly block: OutlineBlock; readonly level: number; readonly go: Go; readonly describe: Describe }) {
  const { t } = useWords();
  const Heading = `h${Math.min(6, level)}` as 'h4';
  switch (block.kind) {
    case 'heading': return <Heading className={styles.heading}><Shown {...block} go={go} /></Heading>;
    case 'paragraph': return <p className={styles.text}><Shown {...block} go={go} /></p>;
    case 'figure': return <Figure figure={block} go={go} describe={describe} />;
    case 'list': return <Items list={block} go={go} />;
    case 'area':
      return (
        <section className={styles.area} aria-label={block.title.text || t('tray.form.frame')}>
          {block.title.text !== '' && <Heading className={styles.heading}><Shown {...block.title} go={go} /></Heading>}
          {block.blocks.map((inner, i) => <Block key={i} block={inner} level={level + 1} go={go} describe={describe} />)}
        </section>
      );
  }
}

/** The text twin: everything on the board in reading order, for keyboard and screen reader; each line leads to its place on the sheet. */
export function OutlinePanel({ outline, onGoTo, onDescribe, onCopy, onDismiss }: OutlinePanelProps) {
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
          {page.blocks.map((block, i) => <Block key={i} block={block} level={4} go={(marks) => onGoTo(page.page, marks)} describe={onDescribe} />)}
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
