import { passwordProblem } from '@qadam/domain';
import type { Trouble } from '../../desk/problem-text.ts';

/** What the server would refuse, said without asking it; null where it may be asked. */
export function troubleOf(
  password: string,
  person: { email: string; name: string },
): readonly Trouble[] | null {
  const code = passwordProblem(password, person);
  return code === null ? null : [{ code, params: [] }];
}
