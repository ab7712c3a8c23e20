import type { Problem } from './problem-text.ts';
import { errorCode, errorReference } from './refusal.ts';

/** A failed request as a problem, which is shown like any other problem. */
export function unreachable(error: unknown): Problem {
  const code = errorCode(error);
  if (code === undefined) return { code: 'UNREACHABLE', params: [] };
  return {
    code: `API_${code}`,
    params: [{ name: 'reference', value: errorReference(error) ?? '–' }],
  };
}
