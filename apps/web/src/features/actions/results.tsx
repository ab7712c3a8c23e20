import { useTranslation } from 'react-i18next';
import { LocalText } from '../../ui/local-text.tsx';
import { IndicatorName } from '../../ui/indicator-name.tsx';
import {
  type ActionIndicator,
  type ActionSeries,
  isHidden,
  isKnown,
  isReported,
} from './narrow.ts';
import styles from './results.module.css';
import { AreaMark, areaStyle } from '../../charts/marker.tsx';
import { figureText } from '../../ui/figure-text.ts';
import { Hidden } from '../../ui/hidden.tsx';
import { nameHasUnit } from '../../ui/name-has-unit.ts';
import { Sparkline } from '../../ui/sparkline.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { ValueMark } from '../../ui/value-mark.tsx';
import { isYes } from '../../charts/lanes/lanes.model.ts';

/**
 * Numbers and yes/no questions as cards, those that are reported first. For the others there is no empty chart, but the
 * body that could report them.
 */
export function Results(props: {
  indicators: readonly ActionIndicator[];
  nameOf: (area: string) => string;
}) {
  const { t } = useTranslation();
  const { indicators, nameOf } = props;
  const cards = indicators.toSorted((a, b) => Number(isReported(b)) - Number(isReported(a)));
  return (
    <ul className={styles.cards}>
      {cards.map((entry) => (
        <li key={entry.indicator.code} className={styles.card}>
          <h3>
            <IndicatorName indicator={entry.indicator} />
          </h3>
          {!isReported(entry) ? (
            <p className={styles.silent}>
              {t('action.nobody')}{' '}
              {entry.provider && (
                <>
                  {t('action.could')} <LocalText of={entry.provider} />
                </>
              )}
            </p>
          ) : entry.indicator.kind === 'BINARY' ? (
            <YesNoLine entry={entry} nameOf={nameOf} />
          ) : (
            <NumberLines entry={entry} nameOf={nameOf} />
          )}
        </li>
      ))}
    </ul>
  );
}

/** A number by country: a small line with its first and last value; countries without reports come last. */
function NumberLines(props: { entry: ActionIndicator; nameOf: (area: string) => string }) {
  const { t } = useTranslation();
  const { entry, nameOf } = props;
  const { indicator, series } = entry;
  const known = series.filter(isKnown);
  const silent = series.filter((one) => !isKnown(one)).map(({ cell }) => nameOf(cell.area));
  // counts without a good direction are not compared between countries, so each has its own scale
  const range = indicator.direction === 'NONE' ? undefined : rangeOf(known);
  return (
    <>
      {/* not for "%", which is written with each value */}
      {indicator.unit !== 'PT' && !nameHasUnit(indicator) && (
        <p className={styles.unit}>
          <LocalText of={indicator.unitText} />
        </p>
      )}
      <ul className={styles.lines}>
        {known.map((one) => (
          <li key={one.cell.area}>
            <span className={styles.country}>
              <AreaMark area={one.cell.area} /> {nameOf(one.cell.area)}
            </span>
            <Line entry={entry} series={one} range={range} />
          </li>
        ))}
      </ul>
      {silent.length > 0 && (
        <p className={styles.silent}>{t('action.silent', { list: silent.join(', ') })}</p>
      )}
    </>
  );
}

/** With fewer values the sentence is enough. */
const LINE_FROM = 3;

function Line(props: {
  entry: ActionIndicator;
  series: ActionSeries;
  range: readonly [number, number] | undefined;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const { series, range } = props;
  const { indicator } = props.entry;
  if (isHidden(series)) return <Hidden />;
  const points = series.points.filter(({ value }) => value !== null);
  const [first, last] = [points[0], points.at(-1)];
  if (first?.value == null || last?.value == null) return null;
  const figure = (value: string) => figureText(t, format, indicator, value);
  return (
    <>
      {points.length >= LINE_FROM && (
        <Sparkline
          points={series.points}
          color={areaStyle(series.cell.area).color}
          {...(range ? { range } : {})}
        />
      )}
      <span className={styles.change}>
        {points.length === 1
          ? t('action.figure', { value: figure(last.value), year: last.year })
          : t('action.change', {
              ...{ from: figure(first.value), fromYear: first.year },
              ...{ to: figure(last.value), toYear: last.year },
            })}
        <ValueMark flags={series.cell.flags} />
      </span>
    </>
  );
}

/** One scale for all lines of a card. */
function rangeOf(series: readonly ActionSeries[]): readonly [number, number] | undefined {
  // floats are only drawn, never printed
  const values = series.flatMap(({ points }) =>
    points.flatMap(({ value }) => (value === null ? [] : [Number(value)])),
  );
  return values.length === 0 ? undefined : [Math.min(...values), Math.max(...values)];
}

/** A yes/no question in one line: the countries by their answer. A yes comes with the year in which it began, if there was a no before it. */
function YesNoLine(props: { entry: ActionIndicator; nameOf: (area: string) => string }) {
  const { t } = useTranslation();
  const { entry, nameOf } = props;
  const lines: Record<'yes' | 'no' | 'hidden' | 'silent', string[]> = {
    ...{ yes: [], no: [], hidden: [], silent: [] },
  };
  for (const series of entry.series) {
    const name = nameOf(series.cell.area);
    if (!isKnown(series)) lines.silent.push(name);
    else if (isHidden(series)) lines.hidden.push(name);
    else {
      const answer = isYes(series.cell.latestValue ?? '') ? 'yes' : 'no';
      const since = answer === 'yes' ? yesSince(series) : null;
      lines[answer].push(since === null ? name : t('action.yesSince', { area: name, year: since }));
    }
  }
  return (
    <p className={styles.answer}>
      {(['yes', 'no', 'hidden', 'silent'] as const)
        .filter((kind) => lines[kind].length > 0)
        .map((kind) => t(`action.answer.${kind}`, { list: lines[kind].join(', ') }))
        .join(' ')}
    </p>
  );
}

/** The first year of the current yes, if a no came before it. */
function yesSince({ points }: ActionSeries): number | null {
  const answered = points.filter(({ value }) => value !== null);
  const lastNo = answered.findLastIndex(({ value }) => !isYes(value ?? ''));
  return lastNo === -1 ? null : (answered[lastNo + 1]?.year ?? null);
}
