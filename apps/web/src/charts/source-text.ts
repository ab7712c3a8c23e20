import type { TFunction } from 'i18next';
import type { useFormat } from '../ui/use-format.ts';

/** What is known about how the figures came here. */
export interface Provenance {
  /** `submittedOn` and `approvedOn` are the days of the newest of the figures. */
  submittedOn?: string | undefined;
  approvedOn?: string | undefined;
  /** How many figures had another value in an earlier release. */
  revised?: number;
}

/** The line under a chart: who published the figures, when they were submitted and released, how many are not final or were revised. */
export function sourceText(
  t: TFunction,
  format: Pick<ReturnType<typeof useFormat>, 'date'>,
  of: Provenance & { bodies: readonly string[]; publishedAt: string; open: number },
): string {
  const { bodies, submittedOn, approvedOn, publishedAt, open, revised = 0 } = of;
  if (bodies.length === 0) return t('chart.noSource');
  return [
    t('chart.source', { list: bodies.join('; ') }),
    submittedOn !== undefined && t('receipt.submittedOn', { date: format.date(submittedOn) }),
    approvedOn !== undefined && t('indicator.approvedOn', { date: format.date(approvedOn) }),
    t('chart.updated', { date: format.date(publishedAt) }),
    open > 0 && t('chart.open', { count: open }),
    revised > 0 && t('chart.revised', { count: revised }),
  ]
    .filter((part) => part !== false)
    .join(' · ');
}
