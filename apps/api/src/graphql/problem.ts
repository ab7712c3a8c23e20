import type { Problem } from './problem.type.ts';

/** Without decorators, so that a worker thread can load it as it is. */
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
