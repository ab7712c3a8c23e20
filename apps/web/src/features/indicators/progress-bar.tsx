import { useTranslation } from 'react-i18next';
import { hundredfold } from '../../ui/decimal-text.ts';
import { useFormat } from '../../ui/use-format.ts';
import type { IndicatorAssessment } from './indicator-data.ts';
import styles from './progress-bar.module.css';

const clamp = (share: string): number => Math.min(1, Math.max(0, Number(share)));

/** Share of the way from baseline to target, with a tick where the plan expects it by the year of the latest value. */
export function ProgressBar({
  assessment,
}: {
  assessment: Pick<IndicatorAssessment, 'progress' | 'expectedShare' | 'latestYear'>;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const { progress, expectedShare, latestYear } = assessment;
  if (progress === null) return null;
  const done = format.percent(hundredfold(progress), 0);
  const words =
    expectedShare === null
      ? t('indicator.way', { done })
      : t('indicator.wayExpected', {
          done,
          expected: format.percent(hundredfold(expectedShare), 0),
          year: latestYear,
        });
  return (
    <div className={styles.progress}>
      <svg
        className={styles.bar}
        viewBox="0 0 200 12"
        preserveAspectRatio="none"
        aria-hidden="true"
        focusable="false"
      >
        <rect y="2" width="200" height="8" fill="var(--line)" />
        <rect y="2" width={200 * clamp(progress)} height="8" fill="var(--brand)" />
        {expectedShare !== null && (
          <rect x={200 * clamp(expectedShare) - 0.75} width="1.5" height="12" fill="var(--ink)" />
        )}
      </svg>
      <p>{words}</p>
    </div>
  );
}
