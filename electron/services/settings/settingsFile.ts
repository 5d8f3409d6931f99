import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { shareSchema } from '../../../shared/board/fieldSchema.ts';
import { FIRST_SETTINGS, type Settings } from '../../../shared/contract/settings.ts';
import { readIfThere, writeSafely } from '../files/writeSafely.ts';

const settings = v.object({
  locale: v.picklist(['nl', 'en']),
  drawingHand: v.picklist(['right', 'left']),
  smoothing: shareSchema,
  pressure: v.boolean(),
  firmness: v.pipe(v.number(), v.minValue(-1), v.maxValue(1)),
  barrelButton: v.picklist(['pan', 'eraser', 'lasso', 'none']),
  fingerDraws: v.picklist(['auto', 'always', 'never']),
  fingerTaps: v.boolean(),
  holdForms: v.boolean(),
  guides: v.boolean(),
  secondCopyFolder: v.nullable(v.pipe(v.string(), v.maxLength(4096))),
  roomDisplay: v.nullable(v.pipe(v.string(), v.maxLength(200))),
  roomDistanceM: v.pipe(v.number(), v.minValue(1), v.maxValue(100)),
  roomPictureM: v.pipe(v.number(), v.minValue(0.2), v.maxValue(30)),
  roomTone: v.boolean(),
  exporting: v.object({
    format: v.picklist(['pdf', 'png', 'svg', 'md', 'csv', 'json', 'doek']),
    paper: v.picklist(['a4', 'a3', 'a2', 'a1', 'a0', 'board']),
    orientation: v.picklist(['auto', 'landscape', 'portrait']),
    margins: v.picklist(['usual', 'none', 'bleed']),
    background: v.picklist(['paper', 'none']),
    tile: v.nullable(v.picklist(['a4', 'a3'])),
    dpi: v.pipe(v.number(), v.integer(), v.minValue(10), v.maxValue(1200)),
    svgText: v.picklist(['text', 'outlines']),
  }),
});

/** What a window may set. */
export const settingsSchema: v.GenericSchema<unknown, Settings> = settings;

/** Settings of an older version lack what came later; each field is then as on a fresh laptop, and so is one that is damaged. */
function mended(value: unknown): Settings {
  const given = typeof value === 'object' && value !== null ? value : {};
  const entries = Object.entries(settings.entries).map(([key, schema]) => {
    const parsed = v.safeParse(schema as v.GenericSchema, (given as Record<string, unknown>)[key]);
    return [key, parsed.success ? parsed.output : FIRST_SETTINGS[key as keyof Settings]];
  });
  return Object.fromEntries(entries) as Settings;
}

/** The settings of this laptop, kept in `<dataFolder>/settings.json`. */
export type SettingsFile = { readonly get: () => Settings; readonly set: (next: Settings) => Promise<Settings> };

/** Reads the settings; a file that cannot be read gives those of a fresh laptop. */
export async function openSettings(dataFolder: string): Promise<SettingsFile> {
  const path = join(dataFolder, 'settings.json');
  let current = mended(await readIfThere(path).then((bytes) => JSON.parse(bytes?.toString('utf8') ?? 'null') as unknown, () => null).catch(() => null));
  return {
    get: () => current,
    set: async (next) => {
      await mkdir(dataFolder, { recursive: true });
      await writeSafely(path, `${JSON.stringify(next, null, 2)}\n`);
      current = next;
      return current;
    },
  };
}
