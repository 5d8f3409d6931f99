import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Size } from '../../shared/geometry/box.ts';

/**
 * An SVG as librsvg draws it, as PNG. It reads no fonts out of the file, and is told of none but those of a folder.
 * @param scratch a folder in which it may leave things
 */
export function librsvg(svg: string, sizePx: Size, fontsFolder: string, scratch: string): Buffer {
  const config = join(scratch, 'fonts.conf');
  writeFileSync(config, `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${fontsFolder}</dir><cachedir>${join(scratch, 'fontcache')}</cachedir></fontconfig>`);
  return execFileSync('rsvg-convert', ['-w', String(sizePx.w), '-h', String(sizePx.h), svg], { maxBuffer: 1e8, env: { ...process.env, FONTCONFIG_FILE: config } });
}
