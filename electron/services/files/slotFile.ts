import { createHash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { TroubleError } from '../../../shared/contract/trouble.ts';
import { syncFolder } from './writeSafely.ts';

/**
 * One slot: 8 bytes "DDROUND1", a counter (4), the length of the JSON (4), its SHA-256 (32), the JSON, zeros. Two slots
 * of this size stand behind each other in one file; 256 kB hold some thousand ballots or seats.
 */
const SLOT_BYTES = 256 * 1024;
const MAGIC = Buffer.from('DDROUND1', 'latin1');
const HEAD_BYTES = 48;

type Slot = { readonly counter: number; readonly json: string };

/**
 * A small file that is rewritten in place, for what changes many times a second: two slots that are written in turn, each with a counter and a checksum. A
 * write that is cut short spoils one slot and leaves the state before it in the other. In place and over all
 * that stood there, so that a vote that was replaced does not stay behind on the disk as an old file would.
 */
export class SlotFile {
  readonly #file: FileHandle;
  #counter: number;
  /** How far in each slot something other than zeros may stand. */
  readonly #filled = [SLOT_BYTES, SLOT_BYTES];

  private constructor(file: FileHandle, counter: number) {
    this.#file = file;
    this.#counter = counter;
  }

  /** Makes a new file with a first state. @throws the system's error, also when the file is there already */
  static async create(path: string, json: string): Promise<SlotFile> {
    const made = new SlotFile(await open(path, 'wx+', 0o600), 0);
    try {
      await made.#file.truncate(2 * SLOT_BYTES);
      // Both slots are filled at once: from here on a full disk cannot get in the way of a count.
      await made.write(json);
      await made.write(json);
      await syncFolder(dirname(path));
      return made;
    } catch (error) {
      await made.close();
      throw error;
    }
  }

  /** Opens a file and gives its newest whole state. @throws TroubleError file.damaged when neither slot is whole */
  static async open(path: string): Promise<{ readonly file: SlotFile; readonly json: string }> {
    const handle = await open(path, 'r+');
    try {
      const slots = (await Promise.all([0, 1].map((index) => readSlot(handle, index)))).filter((slot): slot is Slot => slot !== null);
      const newest = slots.sort((a, b) => b.counter - a.counter)[0];
      if (!newest) throw new TroubleError('file.damaged', basename(path));
      return { file: new SlotFile(handle, newest.counter), json: newest.json };
    } catch (error) {
      await handle.close();
      throw error;
    }
  }

  /**
   * Puts a new state in the place of the one before last; resolves when it is on the disk. After a failure the state
   * before is still whole, since the next write goes to the same slot again.
   */
  async write(json: string): Promise<void> {
    const bytes = Buffer.from(json, 'utf8');
    if (bytes.length > SLOT_BYTES - HEAD_BYTES) throw new TroubleError('file.tooLarge', '');
    const counter = this.#counter + 1;
    const index = counter % 2;
    const used = HEAD_BYTES + bytes.length;
    // What stood behind the new state is overwritten; the zeros behind that need not be written again.
    const slot = Buffer.alloc(Math.max(used, this.#filled[index] ?? SLOT_BYTES));
    MAGIC.copy(slot);
    slot.writeUInt32LE(counter, 8);
    slot.writeUInt32LE(bytes.length, 12);
    sumOf(counter, bytes).copy(slot, 16);
    bytes.copy(slot, HEAD_BYTES);
    this.#filled[index] = slot.length;
    for (let done = 0; done < slot.length;) done += (await this.#file.write(slot, done, slot.length - done, index * SLOT_BYTES + done)).bytesWritten;
    await this.#file.datasync();
    this.#filled[index] = used;
    this.#counter = counter;
  }

  async close(): Promise<void> {
    await this.#file.close();
  }
}

const sumOf = (counter: number, bytes: Buffer): Buffer => createHash('sha256').update(String(counter)).update(bytes).digest();

async function readSlot(file: FileHandle, index: number): Promise<Slot | null> {
  const slot = Buffer.alloc(SLOT_BYTES);
  const { bytesRead } = await file.read(slot, 0, SLOT_BYTES, index * SLOT_BYTES);
  const length = slot.readUInt32LE(12);
  if (bytesRead < HEAD_BYTES + length || length > SLOT_BYTES - HEAD_BYTES || !slot.subarray(0, 8).equals(MAGIC)) return null;
  const counter = slot.readUInt32LE(8);
  const bytes = slot.subarray(HEAD_BYTES, HEAD_BYTES + length);
  return sumOf(counter, bytes).equals(slot.subarray(16, HEAD_BYTES)) ? { counter, json: bytes.toString('utf8') } : null;
}
