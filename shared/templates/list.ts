import { empty } from './empty.ts';
import { expeditie } from './expeditie.ts';
import { kenniscafe } from './kenniscafe.ts';
import { kiel } from './kiel.ts';
import { krachtenkaart } from './krachtenkaart.ts';
import { stip } from './stip.ts';
import type { Template } from './template.ts';

/** All templates in the order of the start screen. */
export const TEMPLATES: readonly Template[] = [empty, kiel, kenniscafe, expeditie, krachtenkaart, stip];

/** The template of that id, if there is one. */
export function templateOf(id: string): Template | undefined {
  return TEMPLATES.find((template) => template.id === id);
}
