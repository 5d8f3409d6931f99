import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isId } from '../../../shared/base/ids.ts';
import { TroubleError } from '../../../shared/contract/trouble.ts';
import { removeForGood } from '../files/removeForGood.ts';
import { readIfThere, writeSafely } from '../files/writeSafely.ts';
import { NOBODY, readKeptPeople, type KeptPeople } from './peopleSchema.ts';

/** Layout of the file: name of the format, id of the key (32 hex digits), 12 bytes of nonce, 16 of tag, the secret part. */
const MAGIC = 'DDPEOPLE1';
const KEY_ID_END = MAGIC.length + 32;
const HEAD_BYTES = KEY_ID_END + 12 + 16;

/** Where the parts lie: the encrypted file beside its board, the key in `<dataFolder>/keys/`, apart from it. */
export type PeoplePlace = { readonly file: string; readonly keys: string };

/**
 * Keeps names, phone numbers and signatures of one board, encrypted with AES-256-GCM under a key of their own. The key
 * never leaves this laptop: the encrypted file may travel in a `.doek` container, and whoever gets that has nobody's
 * data. Erasing destroys the key, which makes every copy of the file unreadable, wherever it is.
 * @param isNewKey from now on under a key of its own, so that erasing another board that has the old one leaves these
 * @throws TroubleError people.damaged when there is a part already that this laptop has no key for
 */
export async function putPeople({ file, keys }: PeoplePlace, people: KeptPeople, isNewKey = false): Promise<void> {
  const there = await readIfThere(file);
  const isKept = there !== null && !isNewKey;
  const keyId = isKept ? keyIdOf(there) : randomBytes(16).toString('hex');
  const key = keyId && (isKept ? await readKey(keys, keyId) : await makeKey(keys, keyId));
  // Written on another laptop: there it can be read, so it is not overwritten here; erasing it is for the user to say.
  if (!keyId || !key) throw new TroubleError('people.damaged', 'no key');
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const head = Buffer.from(MAGIC + keyId, 'latin1');
  cipher.setAAD(head);
  const secret = Buffer.concat([cipher.update(JSON.stringify(people), 'utf8'), cipher.final()]);
  await writeSafely(file, Buffer.concat([head, nonce, cipher.getAuthTag(), secret]), 0o600);
}

/**
 * Reads the people part; a board without one gives an empty part.
 * @throws TroubleError people.damaged when it cannot be read with the key of this laptop
 */
export async function getPeople({ file, keys }: PeoplePlace): Promise<KeptPeople> {
  const bytes = await readIfThere(file);
  if (!bytes) return NOBODY;
  const keyId = keyIdOf(bytes);
  const key = keyId && (await readKey(keys, keyId));
  if (!key) throw new TroubleError('people.damaged', 'no key');
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(KEY_ID_END, KEY_ID_END + 12));
    decipher.setAAD(bytes.subarray(0, KEY_ID_END));
    decipher.setAuthTag(bytes.subarray(KEY_ID_END + 12, HEAD_BYTES));
    const json = Buffer.concat([decipher.update(bytes.subarray(HEAD_BYTES)), decipher.final()]).toString('utf8');
    return readKeptPeople(JSON.parse(json));
  } catch {
    throw new TroubleError('people.damaged', '');
  }
}

/** Destroys a key: whatever was written with it nobody reads again, wherever it lies. */
export function destroyKey(keys: string, keyId: string): Promise<void> {
  return removeForGood(keyPath(keys, keyId));
}

/** The key with which a people part was written, or null when it is none. It says nothing about anybody. */
export function keyIdOf(bytes: Buffer): string | null {
  const head = bytes.toString('latin1', 0, KEY_ID_END);
  const keyId = head.slice(MAGIC.length);
  return head.startsWith(MAGIC) && /^[0-9a-f]{32}$/.test(keyId) && isId(keyId) ? keyId : null;
}

const keyPath = (keys: string, keyId: string): string => join(keys, `${keyId}.key`);

async function readKey(keys: string, keyId: string): Promise<Buffer | null> {
  const key = await readIfThere(keyPath(keys, keyId));
  return key?.length === 32 ? key : null;
}

async function makeKey(keys: string, keyId: string): Promise<Buffer> {
  await mkdir(keys, { recursive: true, mode: 0o700 });
  const key = randomBytes(32);
  await writeSafely(keyPath(keys, keyId), key, 0o600);
  return key;
}
