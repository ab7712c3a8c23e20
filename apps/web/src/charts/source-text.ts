import type { TFunction } from 'i18next';
import type { useFormat } from '../ui/use-format.ts';

/** The line under a chart: who published the figures, in which release they stand, how many are not final. */
export function sourceText(
  t: TFunction,
  format: Pick<ReturnType<typeof useFormat>, 'date'>,
  { bodies, publishedAt, open }: { bodies: readonly string[]; publishedAt: string; open: number },
): string {
  if (bodies.length === 0) return t('chart.noSource');
  return [
    t('chart.source', { list: bodies.join('; ') }),
    t('chart.updated', { date: format.date(publishedAt) }),
    ...(open > 0 ? [t('chart.open', { count: open })] : []),
  ].join(' · ');
}
