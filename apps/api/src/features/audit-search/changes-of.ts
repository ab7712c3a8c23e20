import type { AuditChange } from './audit-event.type.ts';

type Leaves = Map<string, string>;

/** Every value by the names on the way to it; lists of plain values in one, others by their places. */
function leavesOf(value: unknown, path: string, leaves: Leaves = new Map()): Leaves {
  if (value === null || value === undefined) return leaves;
  if (typeof value !== 'object')
    return leaves.set(path, typeof value === 'string' ? value : JSON.stringify(value));
  if (Array.isArray(value) && value.length > 0 && value.every((item) => typeof item !== 'object'))
    return leaves.set(path, value.map(String).join(', '));
  const entries = Object.entries(value);
  if (entries.length === 0) leaves.set(path, Array.isArray(value) ? '[]' : '{}');
  for (const [name, inner] of entries)
    leavesOf(inner, path === '' ? name : `${path}.${name}`, leaves);
  return leaves;
}

/** What an event says that was there before and after, field by field; what stayed the same is there too. */
export function changesOf(before: object | null, after: object | null): AuditChange[] {
  const [was, is] = [leavesOf(before, ''), leavesOf(after, '')];
  return [...new Set([...was.keys(), ...is.keys()])].map((field) => ({
    field,
    before: was.get(field) ?? null,
    after: is.get(field) ?? null,
  }));
}
