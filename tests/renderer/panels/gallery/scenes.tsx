import type { ComponentType } from 'react';
import { DeskScene } from './DeskScene.tsx';

export type SceneProps = { readonly hand: 'right' | 'left' };

/** Every picture of the gallery by its name. */
export const SCENES: Readonly<Record<string, ComponentType<SceneProps>>> = {
  desk: DeskScene,
};
