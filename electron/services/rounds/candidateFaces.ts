import type { MarkId, RoundId } from '../../../shared/base/ids.ts';
import type { CandidatePictures } from '../../../shared/contract/rounds.ts';

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** The drawings of candidates that phones show, in memory only. What is no PNG is not kept. */
export class CandidateFaces {
  readonly #rounds = new Map<RoundId, ReadonlyMap<string, Uint8Array>>();

  /** Takes the pictures of a round in place of those before. */
  keep(round: RoundId, pictures: CandidatePictures): void {
    const bytes = Object.entries(pictures).map(([candidate, base64]): [string, Buffer] => [candidate, Buffer.from(base64, 'base64')]);
    this.#rounds.set(round, new Map(bytes.filter(([, png]) => png.subarray(0, PNG.length).equals(PNG))));
  }

  of(round: RoundId, candidate: MarkId): Uint8Array | null {
    return this.#rounds.get(round)?.get(candidate) ?? null;
  }

  drop(round: RoundId): void {
    this.#rounds.delete(round);
  }
}
