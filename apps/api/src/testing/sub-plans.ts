/** The tables that a plan (`explain (format json)`) reads in sub-plans, which may run again for each row; joined tables are not among them. */
export function readInSubPlans(plan: unknown, isWithin = false): string[] {
  if (typeof plan !== 'object' || plan === null) return [];
  const node: Record<string, unknown> = { ...plan };
  const within = isWithin || node['Parent Relationship'] === 'SubPlan';
  const table = node['Relation Name'];
  const here = within && typeof table === 'string' ? [table] : [];
  return [...here, ...Object.values(node).flatMap((part) => readInSubPlans(part, within))];
}
