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

/** Thrown inside a change that cannot be made: its problems are the answer, and nothing is stored. */
export class ProblemError extends Error {
  readonly problems: Problem[];

  constructor(...problems: Problem[]) {
    super(problems.map(({ code }) => code).join(', '));
    this.problems = problems;
  }
}

/** What a change throws that is refused for one problem. */
export const refused = (...of: Parameters<typeof problem>) => new ProblemError(problem(...of));

/** What a change was refused for; empty where it was made. */
export async function problemsOf(change: () => Promise<void>): Promise<Problem[]> {
  try {
    await change();
    return [];
  } catch (error) {
    if (error instanceof ProblemError) return error.problems;
    throw error;
  }
}
