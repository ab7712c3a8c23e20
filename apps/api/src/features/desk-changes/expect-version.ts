import { problem } from '../../graphql/problem.ts';
import { Refused } from '../../graphql/refused.ts';

/** Refuses a change that was made looking at another version. */
export function expectVersion(
  found: number,
  expected: number,
  about: Readonly<Record<string, string>> = {},
): void {
  if (found !== expected) {
    throw new Refused(
      problem('VERSION_CONFLICT', 'expectedVersion', { expected, found, ...about }),
    );
  }
}
