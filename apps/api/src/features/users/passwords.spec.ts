import { expect, it } from '@jest/globals';
import { hashPassword, verifyPassword } from './passwords.ts';

it('the longest password is the same typed in composed letters and in decomposed ones', async () => {
  const password = 'ệ'.repeat(256);
  const hash = await hashPassword(password);
  expect(await verifyPassword(hash, password.normalize('NFC'))).toBe(true);
  expect(await verifyPassword(hash, password.normalize('NFD'))).toBe(true);
});
