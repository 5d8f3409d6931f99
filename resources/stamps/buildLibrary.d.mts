/**
 * Writes the large stamp library into `outFolder`, which is created: index.json and one file of outlines per group.
 * Resolves with how many stamps it has, which emoji have no drawing, and the size of all files.
 */
export function buildLibrary(outFolder: string): Promise<{ stamps: number; left: string[]; bytes: number }>;
