import type { Problem } from './problem-text.ts';
import { errorCode, errorReference } from './refusal.ts';

/** A change that was not answered as expected, as a problem among the others. */
export function unreachable(error: unknown): Problem {
  const code = errorCode(error);
  if (code === undefined) return { code: 'UNREACHABLE', params: [] };
  return {
    code: `API_${code}`,
    params: [{ name: 'reference', value: errorReference(error) ?? '–' }],
  };
}
