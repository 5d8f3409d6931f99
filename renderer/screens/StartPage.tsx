import { useCallback, useEffect, useState } from 'react';
import type { BoardId, MarkId } from '../../shared/base/ids.ts';
import type { BoardCard } from '../../shared/contract/boards.ts';
import type { WindowStart } from '../main.tsx';
import { newId } from '../state/newId.ts';
import type { NoticeStore } from '../state/noticeStore.ts';
import { TEMPLATES } from '../../shared/templates/list.ts';
import { useWords } from '../words.ts';

export type StartPageProps = WindowStart & { readonly notices: NoticeStore; readonly onOpen: (board: BoardId) => void };

/** Wires the start screen: recent boards, templates, files. */
export function StartPage({ host, measure, notices, onOpen }: StartPageProps) {
  const { t, locale } = useWords();
  const [boards, setBoards] = useState<readonly BoardCard[]>([]);
  const refresh = useCallback(() => {
    void host.call('boards.list', {}).then((result) => { if (result.ok) setBoards(result.value); else notices.tell(result.trouble); });
  }, [host, notices]);
  useEffect(refresh, [refresh]);

  const create = async (templateId: string): Promise<void> => {
    const template = TEMPLATES.find(({ id }) => id === templateId);
    if (!template) return;
    const document = template.build({ seed: { id: newId<BoardId>(), title: template.name[locale], locale, createdMs: Date.now() }, measure, newId: () => newId<MarkId>() });
    const result = await host.call('boards.create', { document, assets: [] });
    if (result.ok) onOpen(result.value.board); else notices.tell(result.trouble);
  };

  return (
    <main>
      <h1>{t('app.name')}</h1>
      <ul>{boards.map((board) => <li key={board.id}><button type="button" onClick={() => onOpen(board.id)}>{board.title}</button></li>)}</ul>
      <ul>{TEMPLATES.map((template) => <li key={template.id}><button type="button" onClick={() => void create(template.id)}>{template.name[locale]}</button></li>)}</ul>
    </main>
  );
}
