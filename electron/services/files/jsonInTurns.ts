import { breathing, type Breath } from './inTurns.ts';

/** Smaller texts are parsed at once. */
const SMALL_BYTES = 512 * 1024;
/** About so much is parsed at a time. */
const PIECE_BYTES = 128 * 1024;
/** Objects are taken apart down to this depth: the buckets of a board lie at 3. */
const DEPTH = 3;
const SCAN_BYTES = 2 * 1024 * 1024;

const QUOTE = 0x22, BACKSLASH = 0x5c, COMMA = 0x2c, OPEN = 0x7b, CLOSE = 0x7d, OPEN_LIST = 0x5b, CLOSE_LIST = 0x5d;

/** A bracket or comma of the upper levels. `end` of an opening bracket is the index of its closing one. */
type Joint = { readonly sign: number; readonly at: number; end: number };

/**
 * Parses a large JSON text (UTF-8) piece by piece, so that nobody waits for it: the members of its upper objects are
 * parsed in small groups. What comes out is what `JSON.parse` gives.
 * @param breathe called between the groups; what it throws ends the parsing
 * @throws SyntaxError when it is no JSON, or has a member named `__proto__` in an upper object
 */
export async function parseJsonInTurns(bytes: Buffer, breathe: Breath = breathing()): Promise<unknown> {
  if (bytes.length <= SMALL_BYTES) return JSON.parse(bytes.toString('utf8')) as unknown;
  const joints = await jointsOf(bytes, breathe);
  const root = joints[0];
  const last = joints[joints.length - 1];
  const isBlank = (from: number, to: number): boolean => bytes.toString('utf8', from, to).trim() === '';
  if (root?.sign !== OPEN || root.end !== joints.length - 1 || !last || !isBlank(0, root.at) || !isBlank(last.at + 1, bytes.length)) return JSON.parse(bytes.toString('utf8')) as unknown;
  return parseObject(bytes, joints, 0, breathe);
}

async function jointsOf(bytes: Buffer, breathe: Breath): Promise<readonly Joint[]> {
  const joints: Joint[] = [];
  const open: number[] = [];
  let depth = 0;
  for (let i = 0, next = SCAN_BYTES; i < bytes.length; i++) {
    const sign = bytes[i] as number;
    if (sign === QUOTE) {
      for (i++; bytes[i] !== QUOTE && i < bytes.length; i++) if (bytes[i] === BACKSLASH) i++;
    } else if (sign === OPEN || sign === OPEN_LIST) {
      depth++;
      if (depth <= DEPTH) open.push(joints.push({ sign, at: i, end: -1 }) - 1);
    } else if (sign === CLOSE || sign === CLOSE_LIST) {
      if (depth <= DEPTH) {
        const opening = joints[open.pop() ?? -1];
        const end = joints.push({ sign, at: i, end: -1 }) - 1;
        if (opening && opening.sign + 2 === sign) opening.end = end;
      }
      depth--;
    } else if (sign === COMMA && depth <= DEPTH) joints.push({ sign, at: i, end: -1 });
    if (i > next) {
      next = i + SCAN_BYTES;
      await breathe();
    }
  }
  return joints;
}

async function parseObject(bytes: Buffer, joints: readonly Joint[], opening: number, breathe: Breath): Promise<Record<string, unknown>> {
  const result: Record<string, unknown> = {};
  const { at: begin, end } = joints[opening] as Joint;
  let from = begin + 1;
  let memberFrom = from;
  const put = (text: string): void => {
    const part = JSON.parse(`{${text}}`) as Record<string, unknown>;
    const keys = Object.keys(part);
    if (keys.length === 0 || keys.includes('__proto__')) throw new SyntaxError('Not a member');
    for (const key of keys) result[key] = part[key];
  };
  const isEmpty = (to: number): boolean => bytes.toString('utf8', from, Math.min(to, from + 64)).trim() === '';
  for (let i = opening + 1; i <= end; i++) {
    const joint = joints[i] as Joint;
    if (joint.sign === OPEN && joint.end !== -1 && (joints[joint.end] as Joint).at - joint.at > PIECE_BYTES) {
      if (memberFrom > from) put(bytes.toString('utf8', from, memberFrom - 1));
      const [key] = Object.keys(JSON.parse(`{${bytes.toString('utf8', memberFrom, joint.at)}null}`) as object);
      if (key === undefined || key === '__proto__') throw new SyntaxError('Not a member');
      result[key] = await parseObject(bytes, joints, i, breathe);
      // What follows the object is a comma or the end; anything else between would be no JSON.
      const after = joints[joint.end + 1] as Joint;
      if (bytes.toString('utf8', (joints[joint.end] as Joint).at + 1, after.at).trim() !== '') throw new SyntaxError('Not a member');
      i = joint.end + 1;
      from = memberFrom = after.at + 1;
      if (i === end) return result;
      if (isEmpty((joints[end] as Joint).at) && joints[i + 1] === joints[end]) throw new SyntaxError('Not a member');
    } else if (joint.sign === OPEN || joint.sign === OPEN_LIST) {
      if (joint.end === -1) throw new SyntaxError('Not closed');
      i = joint.end;
    } else if (i === end || joint.at - from > PIECE_BYTES) {
      if (i === end && from === begin + 1 && isEmpty(joint.at)) return result;
      put(bytes.toString('utf8', from, joint.at));
      from = memberFrom = joint.at + 1;
      await breathe();
    } else memberFrom = joint.at + 1;
  }
  return result;
}
