import { useTranslation } from 'react-i18next';
import { AreaMark } from '../../charts/marker.tsx';
import { targetOf } from '../../charts/curve.ts';
import { useChartText } from '../../charts/use-chart-text.ts';
import { openWord } from '../../charts/reading-text.ts';
import { Hidden } from '../../ui/hidden.tsx';
import { NotReported } from '../../ui/not-reported.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { PageLink } from '../../ui/page-link.tsx';
import {
  type IndicatorAssessment,
  type IndicatorData,
  type IndicatorSeries,
  isScored,
  newestOf,
} from './indicator-data.ts';
import {
  flagWords,
  paceFacts,
  targetSentence,
  targetText,
  type TextContext,
} from './target-sentence.ts';
import { receiptKey, ReceiptLink } from './receipt.tsx';
import type { Shown } from './view.ts';
import styles from './indicator-tiles.module.css';
import { hundredfold } from '../../ui/decimal-text.ts';

/** A tile for each country: latest value, status, progress, the pace it needs and the pace it had. */
export function IndicatorTiles({ data, series, names }: Pick<Shown, 'data' | 'series' | 'names'>) {
  return (
    <ul className={styles.tiles}>
      {series.map((one) => (
        <li key={one.area} className={styles.tile}>
          <Tile data={data} series={one} name={names[one.area]} />
        </li>
      ))}
    </ul>
  );
}

function Tile(props: { data: IndicatorData; series: IndicatorSeries; name: string | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data, series, name } = props;
  const { indicator, benchmarks } = data;
  const { assessment, area } = series;
  const scored = isScored(data);
  const context = { t, format, indicator, scored };
  const numeric = indicator.kind === 'NUMERIC';
  const rest = targetSentence(context, series);
  const facts = paceFacts(context, series);
  const notes =
    scored && assessment ? flagWords([...assessment.flags, ...assessment.projection.flags]) : [];
  return (
    <>
      <div className={styles.head}>
        <h3>
          <AreaMark area={area} />{' '}
          {area === 'CA4' ? (
            name
          ) : (
            <PageLink to="/$lang/countries/$iso3" params={{ iso3: area }}>
              {name}
            </PageLink>
          )}
        </h3>
        {scored && numeric && <StatusBadge status={assessment?.status ?? 'NO_DATA'} />}
      </div>
      <Latest context={context} series={series} />
      {scored && numeric && assessment?.progress != null && <ProgressBar assessment={assessment} />}
      {rest !== null && <p className={styles.sentence}>{rest}</p>}
      {facts.length > 0 && (
        <dl className={styles.facts}>
          {facts.map(({ key, value }) => (
            <div key={key}>
              <dt>{t(`indicator.fact.${key}`)}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {assessment && assessment.benchmarkGaps.length > 0 && (
        <BenchmarkGaps gaps={assessment.benchmarkGaps} benchmarks={benchmarks} />
      )}
      {notes.length > 0 && (
        <ul className={styles.notes}>
          {notes.map((flag) => (
            <li key={flag}>{t(`indicator.flag.${flag}`)}</li>
          ))}
        </ul>
      )}
    </>
  );
}

function Latest({ context, series }: { context: TextContext; series: IndicatorSeries }) {
  const { t, indicator, scored } = context;
  const text = useChartText(indicator);
  const newest = newestOf(series);
  const goal = targetOf(series.target);
  const word = newest ? openWord(newest.obsStatus) : null;
  return (
    <p className={styles.latest}>
      {newest === undefined ? (
        <span className={styles.none}>
          <NotReported />
        </span>
      ) : newest.obsStatus === 'Q' ? (
        <Hidden />
      ) : (
        <ReceiptLink receipt={receiptKey(series.area, newest)}>
          <strong>{text.value(newest.value ?? '')}</strong>
        </ReceiptLink>
      )}{' '}
      {newest !== undefined && <span>{t('indicator.inYear', { year: newest.year })}</span>}
      {word !== null && <span> ({t(`chart.status.${word}`)})</span>}
      {scored && goal !== null && (
        <span className={styles.line}>
          {t(
            series.target?.reference === true ? 'indicator.referenceTarget' : 'indicator.ownTarget',
            {
              value: targetText(context, goal.value),
              year: goal.year,
            },
          )}
        </span>
      )}
    </p>
  );
}

type Gap = IndicatorAssessment['benchmarkGaps'][number];

/** How many places or centres an external standard requires, as whole numbers. Never a target, never scored. */
function BenchmarkGaps({
  gaps,
  benchmarks,
}: {
  gaps: readonly Gap[];
  benchmarks: IndicatorData['benchmarks'];
}) {
  const { t } = useTranslation();
  return (
    <dl className={styles.benchmarks}>
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
  const format = useFormat();
  const { needed, reported, shortBy, met, population, populationYear, reason } = gap;
  const number = gap.inPercent === true ? format.percent : format.number;
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

const clamp = (share: string): number => Math.min(1, Math.max(0, Number(share)));

/** The share of the way from baseline to target, with a tick at the share that the plan expects by the year of the latest value. */
function ProgressBar({
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
        <rect y="2" width="200" height="8" className={styles.track} />
        <rect y="2" width={200 * clamp(progress)} height="8" fill="var(--brand)" />
        {expectedShare !== null && (
          <rect x={200 * clamp(expectedShare) - 0.75} width="1.5" height="12" fill="var(--ink)" />
        )}
      </svg>
      <p>{words}</p>
    </div>
  );
}
