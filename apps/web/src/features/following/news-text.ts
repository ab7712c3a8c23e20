import type { TFunction } from 'i18next';
import type { NewsQuery } from './following.generated.ts';

type News = NonNullable<NewsQuery['news']>;

/** “1 action moved or better known, 3 new values”; empty where nothing changed. */
export function newsText(t: TFunction, { newValues, ...counts }: News['counts']): string {
  return [
    ...(counts.actions > 0 ? [t('news.actions', { count: counts.actions })] : []),
    ...(newValues === null ? [t('news.manyValues')] : []),
    ...(newValues ? [t('news.newValues', { count: newValues })] : []),
    ...(['revised', 'statuses', 'targets', 'others'] as const).flatMap((name) =>
      counts[name] > 0 ? [t(`news.${name}`, { count: counts[name] })] : [],
    ),
  ].join(', ');
}
