import type { DeskSession } from './deskSession.ts';

/** Keeps the desk at what phones have sent, whether the inbox is open or not. The returned function stops it. */
export function followIdeas({ host, store, desk }: Pick<DeskSession, 'host' | 'store' | 'desk'>): () => void {
  let gone = false;
  void host.call('ideas.list', { board: store.id }).then((listed) => { if (listed.ok && !gone) desk.setState({ ideas: listed.value }); });
  const stop = host.on('ideas.listed', ({ board, view }) => { if (board === store.id) desk.setState({ ideas: view }); });
  return () => {
    gone = true;
    stop();
  };
}
