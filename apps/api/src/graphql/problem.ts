// The type alone is imported: a worker thread loads this file without the decorators.
import type { Problem } from './problem.type.ts';

export function problem(
  code: string,
  field: string | null = null,
  params: Readonly<Record<string, string | number>> = {},
): Problem {
  return {
    code,
    field,
    params: Object.entries(params).map(([name, value]) => ({ name, value: String(value) })),
  };
}

/** Thrown in a change that cannot be made: the problems become the answer, and nothing is stored. */
export class ProblemError extends Error {
  readonly problems: Problem[];

  constructor(...problems: Problem[]) {
    super(problems.map(({ code }) => code).join(', '));
    this.problems = problems;
  }
}

/** The error for a change that is refused because of one problem. */
export const refused = (...of: Parameters<typeof problem>) => new ProblemError(problem(...of));

/** The problems for which a change was refused; empty if it was made. */
export async function problemsOf(change: () => Promise<void>): Promise<Problem[]> {
  try {
    await change();
    return [];
  } catch (error) {
    if (error instanceof ProblemError) return error.problems;
    throw error;
  }
}
