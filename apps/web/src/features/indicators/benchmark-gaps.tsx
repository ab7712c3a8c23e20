import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/use-format.ts';
import type { IndicatorAssessment, IndicatorData } from './indicator-data.ts';
import styles from './benchmark-gaps.module.css';

type Gap = IndicatorAssessment['benchmarkGaps'][number];

/** What an external standard requires in whole places or centres. Never a target, never scored. */
export function BenchmarkGaps({
  gaps,
  benchmarks,
}: {
  gaps: readonly Gap[];
  benchmarks: IndicatorData['benchmarks'];
}) {
  const { t } = useTranslation();
  return (
    <dl className={styles.gaps}>
      {gaps.map((gap) => (
        <div key={gap.benchmark}>
          <dt>
            {benchmarks.find(({ id }) => id === gap.benchmark)?.label.text ?? t('chart.benchmark')}
          </dt>
          <dd>
            <GapText gap={gap} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function GapText({ gap }: { gap: Gap }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { needed, reported, shortBy, met, population, populationYear, reason } = gap;
  const parts = [
    needed !== null &&
      t(gap.approximate === true ? 'indicator.bench.about' : 'indicator.bench.needed', {
        needed: number(needed),
      }) +
        (population === null
          ? ''
          : ` ${t('indicator.bench.population', { population: number(population), year: populationYear })}`),
    reported !== null && t('indicator.bench.reported', { reported: number(reported) }),
    met === true && t('indicator.bench.met'),
    met === false && shortBy !== null && t('indicator.bench.short', { shortBy: number(shortBy) }),
    reason === 'SUPPRESSED' && t('figure.hidden'),
    reason !== null &&
      reason !== 'SUPPRESSED' &&
      t(reason === 'NO_DATA' ? 'figure.notReported' : 'indicator.bench.cannot'),
  ].filter((part) => part !== false);
  return <>{parts.join('; ')}</>;
}
