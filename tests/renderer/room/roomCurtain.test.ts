import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { asId, type RoundId } from '../../../shared/base/ids.ts';
import { RoomCurtain } from '../../../renderer/screens/room/RoomCurtain.tsx';

const curtainOver = (isOpen: boolean): string => renderToStaticMarkup(createElement(RoomCurtain, {
  curtain: 'title', title: 'Droomwijk Kiel', locale: 'nl', isOpen,
  scene: { kind: 'vote', round: asId<RoundId>('r1'), cast: 40, heads: 47, closesMs: null, door: null },
}));

test('the curtain says that the vote runs only while it does', () => {
  expect(curtainOver(true)).toContain('De stemming loopt');
  expect(curtainOver(false)).toContain('De stemming is gesloten.');
  expect(curtainOver(false)).not.toContain('De stemming loopt');
});
