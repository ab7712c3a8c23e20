import { execFileSync } from 'node:child_process';
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

/** The largest heap, in megabytes, of a process that again and again replaces what it holds. */
function largestHeap(first: string): number {
  const program = `
    import { collectSooner } from '${import.meta.resolve('./collect-garbage.ts')}';
    ${first}
    const held = [];
    let most = 0;
    for (let n = 0; n < 1_500_000; n += 1) {
      held[n % 300_000] = { n, text: \`number \${n}\`, list: [n] };
      if (n % 10_000 > 0) continue;
      most = Math.max(most, process.memoryUsage().heapTotal);
      await new Promise(setImmediate);
    }
    console.log(most / ${String(MEGABYTE)});`;
  const args = ['--max-semi-space-size=8', '--input-type=module', '--eval', program];
  return Number(execFileSync(process.execPath, args, { encoding: 'utf8' }));
}

it('is done before much of it has gathered', () => {
  expect(largestHeap('collectSooner();')).toBeLessThan(0.8 * largestHeap(''));
});
