import { readFile } from 'node:fs/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { JournalHeader } from '../../../shared/journal/entry.ts';
import { encodeLine, readJournal } from '../../../shared/journal/journalText.ts';
import { listAssets } from '../assets/assetStore.ts';
import { generationsIn, type BoardFolder } from '../boards/boardFolder.ts';
import type { OpenBoard } from '../boards/openBoard.ts';
import { readSnapshot } from '../boards/snapshotFile.ts';
import { readIfThere } from '../files/writeSafely.ts';
import type { BoardFile, Playback } from './container.ts';

/**
 * Gathers what a `.doek` file of an open board holds.
 * @param publicVersion leaves out the encrypted people part, and the journal with all that was taken away again
 */
export async function boardFileOf(open: OpenBoard, publicVersion: boolean): Promise<BoardFile> {
  // The playback is read from the disk: it should lead to the document that goes with it.
  await open.settled();
  const { folder, seq } = open;
  const document = open.document();
  const assets = await Promise.all((await listAssets(folder.assets)).map(async ({ asset, name, path }) => ({ asset, name, bytes: await readFile(path) })));
  return {
    document,
    seq,
    playback: publicVersion ? null : await playbackOf(folder, seq),
    assets,
    thumbnail: await readIfThere(folder.thumbnail),
    people: publicVersion ? null : await readIfThere(folder.people),
  };
}

/** What a journal was found to be; one that is no longer written to is looked through once. */
type Checked = { readonly header: JournalHeader; readonly entries: number };
const checkedJournals = new WeakMap<BoardFolder, Map<number, Checked>>();

/**
 * The first snapshot and one journal of everything since up to change `seq`; null when the journals of this board do
 * not follow each other (one was damaged, or written by an older version). The lines stay as they are, ink and all.
 */
async function playbackOf(folder: BoardFolder, seq: number): Promise<Playback | null> {
  const { snapshots, journals } = await generationsIn(folder);
  const first = snapshots[0];
  const snapshot = first === undefined ? null : await readSnapshot(folder.snapshot(first));
  if (first === undefined || !snapshot) return null;
  let begin: JournalHeader | null = null;
  let lines = '';
  let at = snapshot.seq;
  for (const generation of journals.filter((number) => number >= first)) {
    const text = (await readIfThere(folder.journal(generation)))?.toString('latin1') ?? '';
    // A later journal begins only when everything of the one before it is written.
    const checked = checkJournal(folder, generation, text, generation !== journals[journals.length - 1]);
    if (!checked) continue;
    begin ??= checked.header;
    if (checked.header.afterSeq !== at || checked.header.documentVersion !== begin.documentVersion) return null;
    const kept = Math.min(checked.entries, seq - at);
    lines += linesOf(text, kept);
    at += kept;
    await nextTurn();
  }
  return begin && { start: snapshot.value, startSeq: snapshot.seq, journal: encodeLine(begin) + lines };
}

function checkJournal(folder: BoardFolder, generation: number, text: string, finished: boolean): Checked | null {
  let known = checkedJournals.get(folder);
  if (!known) checkedJournals.set(folder, (known = new Map()));
  const kept = known.get(generation);
  if (kept) return kept;
  const { header, entries } = readJournal(text);
  const checked = header && { header, entries: entries.length };
  if (checked && finished) known.set(generation, checked);
  return checked;
}

/** So many lines behind the header, as they stand. */
function linesOf(text: string, count: number): string {
  const from = text.indexOf('\n') + 1;
  let end = from;
  for (let line = 0; line < count; line++) end = text.indexOf('\n', end) + 1;
  return text.slice(from, end);
}
