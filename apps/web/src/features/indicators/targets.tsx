import { useTranslation } from 'react-i18next';
import { LocalText } from '../../ui/local-text.tsx';
import { OutLink } from '../../ui/source-link.tsx';
import { useChartText } from '../../charts/use-chart-text.ts';
import { useFormat } from '../../ui/use-format.ts';
import { targetOf } from '../../charts/curve.ts';
import type { IndicatorSeries, IndicatorTarget } from './indicator-data.ts';
import { targetText } from './target-sentence.ts';
import { SourceName } from './receipt.tsx';
import type { Shown } from './view.ts';
import styles from './targets.module.css';

interface Group {
  target: IndicatorTarget;
  areas: string[];
}

/** Where the targets come from. Countries with the same citation and rationale are listed together. */
export function Targets({ data, series, names }: Pick<Shown, 'data' | 'series' | 'names'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const text = useChartText(data.indicator);
  const context = { t, format, indicator: data.indicator, scored: true };
  return (
    <ul className={styles.list}>
      {grouped(series).map(({ target, areas }) => {
        const goal = targetOf(target);
        return (
          <li key={areas.join()}>
            <p>
              <strong>{areas.map((area) => names[area]).join(', ')}</strong>
              {goal &&
                `: ${t('indicator.goal', { value: targetText(context, goal.value), year: goal.year })}`}
              {target.reference && ` · ${t('indicator.reference')}`}
            </p>
            <p>
              <LocalText of={target.rationale} />
            </p>
            {target.citation && (
              <p className={styles.soft}>
                {t('indicator.citation')} <LocalText of={target.citation} />
              </p>
            )}
          </li>
        );
      })}
      {data.benchmarks.map((benchmark) => (
        <li key={benchmark.id}>
          <p>
            <strong>
              <LocalText of={benchmark.label} />
            </strong>{' '}
            · {t('indicator.benchmarkNote')}
          </p>
          <p className={styles.soft}>
            <OutLink href={benchmark.url}>
              <LocalText of={benchmark.citation} />
            </OutLink>
          </p>
        </li>
      ))}
      {baselines(series).map(({ area, target }) => (
        <li key={`base ${area}`}>
          <p>
            {names[area]}:{' '}
            {t('indicator.baselineOf', {
              value: text.value(target.baselineValue ?? ''),
              year: target.baselineYear,
            })}{' '}
            <SourceName source={data.sources.find(({ id }) => id === target.baselineSource)} />
          </p>
        </li>
      ))}
    </ul>
  );
}

function grouped(series: readonly IndicatorSeries[]): Group[] {
  const groups: Group[] = [];
  for (const { area, target } of series) {
    if (target === null) continue;
    const same = groups.find(
      (group) =>
        group.target.rationale.text === target.rationale.text &&
        group.target.citation?.text === target.citation?.text &&
        JSON.stringify(group.target.points) === JSON.stringify(target.points),
    );
    if (same) same.areas.push(area);
    else groups.push({ target, areas: [area] });
  }
  return groups;
}

function baselines(
  series: readonly IndicatorSeries[],
): { area: string; target: IndicatorTarget }[] {
  return series.flatMap(({ area, target }) =>
    target?.baselineYear == null || target.baselineValue === null ? [] : [{ area, target }],
  );
}
