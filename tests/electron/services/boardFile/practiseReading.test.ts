import { expect, test } from 'vitest';
import { practiseReading } from '../../../../electron/services/boardFile/practiseReading.ts';

test('what is practised on is read as any board is', async () => {
  await expect(practiseReading()).resolves.toBeUndefined();
});
