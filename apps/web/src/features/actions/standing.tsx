import { isHeadline, STATUSES_SORTED } from '@qadam/domain';
import { Link, getRouteApi } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionStatus } from '../../ui/action-status.tsx';
import { computedText, figureText } from '../../ui/figure-text.ts';
import { groupBy } from '../../ui/group-by.ts';
import type { IndicatorRow } from '../../ui/known-facts.ts';
import { LocalText } from '../../ui/local-text.tsx';
import { IndicatorName } from '../../ui/series-table.tsx';
import { Sparkline } from '../../ui/sparkline.tsx';
import { statusText } from '../../ui/status-text.ts';
import { toneClass } from '../../ui/tone.ts';
import { useFormat } from '../../ui/use-format.ts';
import { historyText, yearsOf } from '../../ui/year-shares.ts';
import type { ActionPageData } from './action-page.types.ts';
import { lagOf } from './lag.ts';
import styles from './standing.module.css';

const root = getRouteApi('__root__');

/** A tile per country, or one for all four: where the action stands, where it is furthest behind, how it came there. */
export function Standing({ data }: { data: ActionPageData }) {
  const { lang } = root.useRouteContext();
  const { t } = useTranslation();
  const rows = data.indicators.map(({ indicator, role, series }) => ({
    indicator,
    role,
    cells: series.map(({ cell }) => cell),
  }));
  return (
    <ul className={styles.tiles}>
      {data.cells.map((cell) => {
        const name = data.areas.find((area) => area.code === cell.area)?.name;
        return (
          <li key={cell.area} className={`${styles.tile ?? ''} ${toneClass(cell.status)}`}>
            <h3 className={styles.name}>
              {cell.area === 'CA4' || !name ? (
                t('scorecard.shared')
              ) : (
                <Link to="/$lang/countries/$iso3" params={{ lang, iso3: cell.area }}>
                  <LocalText of={name} />
                </Link>
              )}
            </h3>
            <ActionStatus cell={cell} rows={rows} />
            <p className={styles.counts}>
              {[...headlineWords(t, rows, cell.area)].map(([word, { length }], i) => (
                <Fragment key={word}>
                  {i > 0 && ' · '}
                  <span>{`${word}: ${length}`}</span>
                </Fragment>
              ))}
            </p>
            <Gap indicators={data.indicators} area={cell.area} />
            <Trend history={cell.history} />
          </li>
        );
      })}
    </ul>
  );
}

/** What the headline indicators say, each in the word it has in its chart. */
function headlineWords(t: TFunction, rows: readonly IndicatorRow[], area: string) {
  const cells = rows
    .filter(({ role, indicator }) => isHeadline({ ...indicator, role }))
    .flatMap((row) => row.cells.filter((cell) => cell.area === area));
  return groupBy(
    STATUSES_SORTED.flatMap((status) => cells.filter((cell) => cell.status === status)),
    ({ status, latestYear }) => statusText(t, status, latestYear !== null),
  );
}

function Gap(props: { indicators: ActionPageData['indicators']; area: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const lag = lagOf(props.indicators, props.area);
  if (lag.kind === 'UNKNOWN') return null;
  if (lag.kind === 'NONE') return <p className={styles.more}>{t('action.behindNone')}</p>;
  const { indicator, cell } = lag;
  return (
    <p className={styles.more}>
      {t('action.behind')} <IndicatorName indicator={indicator} />:{' '}
      {t('action.behindBy', {
        value: figureText(t, format, indicator, cell.latestValue ?? ''),
        year: cell.latestYear,
        due: computedText(t, format, indicator, cell.expectedValue ?? ''),
      })}
    </p>
  );
}

function Trend({ history }: { history: ActionPageData['cells'][number]['history'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { firstYear, percents } = history;
  const start = percents.findIndex((percent) => percent !== null);
  const points = yearsOf(firstYear, percents).slice(start);
  // one year is no trend
  if (points.filter(({ value }) => value !== null).length < 2) return null;
  return (
    <p className={styles.more}>
      <Sparkline points={points} color="currentColor" range={[0, 100]} />
      <span className={styles.said}>{historyText(t, format, history)}</span>
    </p>
  );
}
