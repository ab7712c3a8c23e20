import { passwordProblem } from '@qadam/domain';
import type { Problem } from '../../desk/problem-text.ts';

/** Why the server would refuse a password, found without asking it; null where it would not. */
export function passwordProblems(
  password: string,
  person: { email: string; name: string },
): readonly Problem[] | null {
  const code = passwordProblem(password, person);
  return code === null ? null : [{ code, params: [] }];
}
