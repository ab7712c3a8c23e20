export const FILTER_FIELDS = [
  'who',
  'operation',
  'subject',
  'area',
  'from',
  'to',
  'value',
] as const;
export type Filter = Partial<Record<(typeof FILTER_FIELDS)[number], string>>;

/** The filter in an address: the known names that are not empty. */
export function readFilter(search: Readonly<Record<string, string | undefined>>): Filter {
  const given = FILTER_FIELDS.map((name) => [name, (search[name] ?? '').trim()] as const);
  return Object.fromEntries(given.filter(([, text]) => text !== ''));
}

/** The address at which the same events can be downloaded as a file. */
export function exportPath(filter: Filter): string {
  const query = new URLSearchParams(filter).toString();
  return query === '' ? '/work/audit.csv' : `/work/audit.csv?${query}`;
}
