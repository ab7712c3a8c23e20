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
