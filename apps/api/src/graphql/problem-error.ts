import type { Problem } from './problem.type.ts';

/** Thrown inside a change that cannot be made: its problems are the answer, and nothing is stored. */
export class ProblemError extends Error {
  readonly problems: Problem[];

  constructor(...problems: Problem[]) {
    super(problems.map(({ code }) => code).join(', '));
    this.problems = problems;
  }
}
