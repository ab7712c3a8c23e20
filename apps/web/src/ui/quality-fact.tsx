import { useTranslation } from 'react-i18next';
import { dec, decimalText } from '@qadam/domain';
import { useFormat } from './use-format.ts';

/** The facts on data quality, in the order in which they are shown. */
export const DIMENSIONS = ['completeness', 'timeliness', 'coherence', 'revisions'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** What is counted about the values of one country in one reporting year. Shares are from 0 to 1. */
interface QualityFacts {
  assigned: number;
  reported: number;
  reportedShare: string | null;
  explained: number;
  overdue: number;
  notDue: number;
  timed: number;
  onTimeShare: string | null;
  medianDays: string | null;
  checked: number;
  withHits: number;
  errors: number;
  warnings: number;
  warningsExplained: number;
  revisions: number;
  revisedCells: number;
  medianRevision: string | null;
}

/** One fact, with the numbers it is counted from. Needs the catalog `about`. */
export function QualityFact({ of, dimension }: { of: QualityFacts; dimension: Dimension }) {
  const { t } = useTranslation('about');
  const format = useFormat();
  const share = (value: string | null) =>
    value === null ? '–' : format.percent(decimalText(dec(value).times(100)), 0);
  if (dimension === 'completeness')
    return (
      <>
        <strong>{share(of.reportedShare)}</strong>{' '}
        {t('quality.reportedOf', { n: of.reported, total: of.assigned })}
        <small>
          {t('quality.rest', {
            explained: of.explained,
            overdue: of.overdue,
            notDue: of.notDue,
          })}
        </small>
      </>
    );
  if (dimension === 'timeliness')
    return (
      <>
        <strong>{share(of.onTimeShare)}</strong>
        {of.onTimeShare !== null && ` ${t('quality.onTime')}`}
        <small>
          {of.medianDays !== null &&
            `${t('quality.medianDays', { days: format.signed(of.medianDays) })} `}
          {t('quality.timedOf', { n: of.timed, total: of.assigned })}
        </small>
      </>
    );
  if (dimension === 'coherence')
    return (
      <>
        <strong>{t('quality.withHits', { n: of.withHits, total: of.checked })}</strong>
        <small>
          {t('quality.hits', {
            errors: of.errors,
            warnings: of.warnings,
            explained: of.warningsExplained,
          })}
        </small>
      </>
    );
  return (
    <>
      <strong>{format.number(String(of.revisions))}</strong>
      {of.revisions > 0 && (
        <small>
          {t('quality.revised', { cells: of.revisedCells, size: share(of.medianRevision) })}
        </small>
      )}
    </>
  );
}
