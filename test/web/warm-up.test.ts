import { expect, test, vi } from 'vitest';
import { warmUp } from '../../src/web/warm-up.ts';

test('what is checked for practice can be checked', async () => {
  vi.stubGlobal('navigator', { userAgent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)' });
  await expect(warmUp()).resolves.toBeUndefined();
  vi.unstubAllGlobals();
});
