/** A Problem without its decorators, so that a worker thread can load it as it is. */
interface PlainProblem {
  code: string;
  field: string | null;
  params: { name: string; value: string }[];
}

export function problem(
  code: string,
  field: string | null = null,
  params: Readonly<Record<string, string | number>> = {},
): PlainProblem {
  return {
    code,
    field,
    params: Object.entries(params).map(([name, value]) => ({ name, value: String(value) })),
  };
}
