import { expect, test } from 'vitest';
import { warmUp } from '../../src/web/warm-up.ts';

test('what is checked for practice can be checked', async () => {
  await expect(warmUp()).resolves.toBeUndefined();
});
