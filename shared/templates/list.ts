import { empty } from './empty.ts';
import { kiel } from './kiel.ts';
import type { Template } from './template.ts';

/** All templates in the order of the start screen. */
export const TEMPLATES: readonly Template[] = [empty, kiel];

/** The template of that id, if there is one. */
export function templateOf(id: string): Template | undefined {
  return TEMPLATES.find((template) => template.id === id);
}
