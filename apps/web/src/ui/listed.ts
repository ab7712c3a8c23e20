import type { TFunction } from 'i18next';

/** "A, B and C". Not Intl.ListFormat: browsers have no lists in kk, ky, tg and uz. */
export function listed(t: TFunction<['public', 'charts']>, items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  if (items.length < 2) return last;
  return t('charts:and', { start: items.slice(0, -1).join(', '), last });
}
