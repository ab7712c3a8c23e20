import { expect, it } from '@jest/globals';
import { collectGarbage } from './collect-garbage.ts';

const MEGABYTE = 1024 * 1024;
const heap = () => process.memoryUsage().heapUsed / MEGABYTE;

it('gives back what nobody holds', async () => {
  let litter: unknown = Array.from({ length: 6 }, () =>
    Array.from({ length: MEGABYTE }, () => 0.5),
  );
  const before = heap();
  expect(litter).toHaveLength(6);
  litter = undefined;
  await collectGarbage();
  expect(heap()).toBeLessThan(before - 30);
});
