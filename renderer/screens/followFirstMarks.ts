import type { PlainDocument } from '../../shared/contract/boards.ts';
import type { ConnectedHost } from '../host/connectedHost.ts';
import type { TakenFiles } from '../host/takenFiles.ts';

export type FirstMarksParts = {
  readonly host: Pick<ConnectedHost, 'on' | 'onLine'>;
  readonly files: Pick<TakenFiles, 'isUnderWay' | 'onRefused'>;
  /** Whether the services take in files for this window alone, also such as it did not ask for. */
  readonly isOnlyWindow: boolean;
  readonly show: (document: PlainDocument | null) => void;
};

/** Shows the first marks of a file that is being read for this window, and takes them away when it turns out to be no board or nobody can say so any more. */
export function followFirstMarks({ host, files, isOnlyWindow, show }: FirstMarksParts): void {
  // In a browser every tab is told, and only the one that sent the file goes on to open its board.
  host.on('boards.firstMarks', ({ document, sent }) => { if (isOnlyWindow || (sent !== null && files.isUnderWay(sent))) show(document); });
  files.onRefused(() => show(null));
  host.onLine((line) => { if (line === 'lost') show(null); });
}
