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
  isScored,
  newestOf,
  type IndicatorData,
  type IndicatorSeries,
  type Names,
} from './indicator-data.ts';
import { BenchmarkGaps } from './benchmark-gaps.tsx';
import { flagWords, paceFacts } from './pace-facts.ts';
import { ProgressBar } from './progress-bar.tsx';
import { ReceiptLink } from './receipt-link.tsx';
import { receiptKey } from './receipt.ts';
import { targetText, targetSentence, type TextContext } from './target-sentence.ts';
import styles from './indicator-tiles.module.css';

/** A tile per country: latest value, status, how far it came, what it needs and what it had. */
export function IndicatorTiles({
  data,
  series,
  names,
}: {
  data: IndicatorData;
  series: readonly IndicatorSeries[];
  names: Names;
}) {
  return (
    <ul className={styles.tiles}>
      {series.map((one) => (
        <li key={one.area} className={styles.tile}>
          <Tile data={data} series={one} names={names} />
        </li>
      ))}
    </ul>
  );
}

function Tile({
  data,
  series,
  names,
}: {
  data: IndicatorData;
  series: IndicatorSeries;
  names: Names;
}) {
  const { t } = useTranslation();
  const format = useFormat();
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
            names[area]
          ) : (
            <PageLink to="/$lang/countries/$iso3" params={{ iso3: area }}>
              {names[area]}
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
