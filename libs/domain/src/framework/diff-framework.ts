import type {
  FrameworkAction,
  FrameworkDocument,
  FrameworkIndicator,
  FrameworkRule,
} from './framework-document.ts';

export interface FieldDifference {
  field: string;
  /** null where the object is new. */
  before: unknown;
  after: unknown;
}

export interface FrameworkDifference {
  object: 'ACTION' | 'INDICATOR' | 'RULE';
  code: string;
  change: 'ADDED' | 'CHANGED';
  fields: FieldDifference[];
}

type Part = Pick<FrameworkDocument, 'actions' | 'indicators' | 'rules'>;

/**
 * What `wanted` would change in `current`, field by field. Objects that it does not name stay: nothing that was ever measured
 * is removed from a framework. The lists inside an object (links, benchmarks, breaks) are complete.
 */
export function diffFramework(current: Part, wanted: Part): FrameworkDifference[] {
  return [
    ...differences('INDICATOR', current.indicators, wanted.indicators),
    ...differences('ACTION', current.actions, wanted.actions),
    ...differences('RULE', current.rules, wanted.rules),
  ];
}

function differences<T extends FrameworkAction | FrameworkIndicator | FrameworkRule>(
  object: FrameworkDifference['object'],
  current: readonly T[],
  wanted: readonly T[],
): FrameworkDifference[] {
  const byCode = new Map(current.map((one) => [one.code, one]));
  return wanted.flatMap((next) => {
    const before: Partial<T> | undefined = byCode.get(next.code);
    const fields = Object.entries<unknown>({ ...next }).flatMap(([field, after]) => {
      const was: unknown = before?.[field as keyof T] ?? null;
      return before !== undefined && same(was, after) ? [] : [{ field, before: was, after }];
    });
    if (fields.length === 0) return [];
    return [{ object, code: next.code, change: before ? 'CHANGED' : 'ADDED', fields }];
  });
}

/** The framework as it would be after the changes. */
export function overlayFramework<P extends Part>(current: P, wanted: Part): P {
  const merge = <T extends { code: string }>(before: readonly T[], after: readonly T[]): T[] => {
    const codes = new Set(after.map(({ code }) => code));
    return [...before.filter(({ code }) => !codes.has(code)), ...after];
  };
  return {
    ...current,
    actions: merge(current.actions, wanted.actions),
    indicators: merge(current.indicators, wanted.indicators),
    rules: merge(current.rules, wanted.rules),
  };
}

/** Are two JSON values equal? The order of keys does not matter in JSON. */
function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b)) {
    const others: readonly unknown[] = b;
    return a.length === b.length && a.every((one, index) => same(one, others[index]));
  }
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) return false;
  const entries = (one: object) => new Map(Object.entries(one as Record<string, unknown>));
  const [left, right] = [entries(a), entries(b)];
  return left.size === right.size && [...left].every(([key, one]) => same(one, right.get(key)));
}

/** The field that decides how an object is judged, and the keys of its entries that matter. */
const JUDGED_BY = {
  ACTION: { field: 'indicators', weighed: ['role', 'weight'] },
  INDICATOR: { field: 'elements', weighed: ['counts'] },
};

/**
 * The change of how an existing action or law is judged: the weights and roles of its indicators, or which elements it has
 * and which of them count. null if nothing of this changed.
 */
export function reweighed({ object, change, fields }: FrameworkDifference): FieldDifference | null {
  if (change === 'ADDED' || object === 'RULE') return null;
  const { field, weighed } = JUDGED_BY[object];
  const found = fields.find((one) => one.field === field);
  if (found === undefined) return null;
  const weigh = (entries: unknown) =>
    Object.fromEntries(
      (entries as Record<string, unknown>[]).map((one) => [
        one['code'],
        weighed.map((key) => one[key]),
      ]),
    ) as object;
  return same(weigh(found.before), weigh(found.after)) ? null : found;
}
