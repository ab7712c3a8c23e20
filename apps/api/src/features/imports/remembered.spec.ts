import { expect, it, jest } from '@jest/globals';
import { beginFile, remembered } from './remembered.ts';

it('remembers what it read in a file, and nothing of the file before', () => {
  const read = jest.fn((text: string) => text.length);
  const length = remembered(read);
  expect([length('Osh'), length('Osh')]).toEqual([3, 3]);
  expect(read).toHaveBeenCalledTimes(1);
  beginFile();
  expect([length('Osh'), length('Osh')]).toEqual([3, 3]);
  expect(read).toHaveBeenCalledTimes(2);
});
