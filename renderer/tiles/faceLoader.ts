import { FACE_NAMES, FACES, SPARE_FACES, type Face } from '../../shared/paint/faces.ts';

/** Loads the faces of a window or of its worker, each once. */
export type FaceLoader = {
  /** The faces of the hands, on their way from the start. A face that cannot be had costs its letters their look, and nothing else. */
  readonly hands: Promise<void>;
  readonly has: (face: Face) => boolean;
  /**
   * Waits for faces, spare ones too; null when all are there. A worker must wait before it sets a letter in one: Chromium keeps the
   * face that it took instead, and sets all further letters in that.
   */
  readonly need: (faces: readonly Face[]) => Promise<void> | null;
};

/** @param folder the address of the font files */
export function createFaceLoader(fonts: Pick<FontFaceSet, 'add'>, folder: string): FaceLoader {
  const there = new Set<Face>();
  const coming = new Map<Face, Promise<void>>();
  const load = async (name: Face): Promise<void> => {
    const { family, file, weight } = FACES[name];
    const face = new FontFace(family, `url(${folder}/${file})`, { weight: String(weight) });
    fonts.add(face);
    await face.load().catch((error: unknown) => console.error('face', name, error));
    there.add(name);
  };
  const comingOf = (face: Face): Promise<void> => {
    const before = coming.get(face);
    if (before) return before;
    const loading = load(face);
    coming.set(face, loading);
    return loading;
  };
  const need = (faces: readonly Face[]): Promise<void> | null => {
    const missing = faces.filter((face) => !there.has(face));
    if (missing.length === 0) return null;
    return Promise.all(missing.map(comingOf)).then(() => undefined);
  };
  return { hands: need(FACE_NAMES.filter((name) => !SPARE_FACES.includes(name))) ?? Promise.resolve(), has: (face) => there.has(face), need };
}
