import { problem } from '../../graphql/problem.ts';
import { EditConflict } from './other-change.ts';

/** Refuses a change that was made while looking at another version. `subjects`: what is changed, as the audit names it. */
export function expectVersion(
  { found, expected }: { found: number; expected: number },
  subjects: readonly string[],
  about: Readonly<Record<string, string>> = {},
): void {
  if (found !== expected) {
    throw new EditConflict(
      problem('VERSION_CONFLICT', 'expectedVersion', { expected, found, ...about }),
      ...subjects,
    );
  }
}
