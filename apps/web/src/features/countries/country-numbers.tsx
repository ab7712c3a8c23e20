import { useTranslation } from 'react-i18next';
import { Hidden } from '../../ui/hidden.tsx';
import { IndicatorName } from '../../ui/indicator-name.tsx';
import { Movement } from '../../ui/movement.tsx';
import { numberChange, valueFormatter } from '../../ui/number-change.ts';
import { useFormat } from '../../ui/use-format.ts';
import { ValueMark } from '../../ui/value-mark.tsx';
import styles from './country.module.css';
import type { CountryPageData } from './country-laws.tsx';
import { LocalText } from '../../ui/local-text.tsx';

type CountryNumber = CountryPageData['indicators'][number];

/** Is a value released for this number, even if it is hidden? */
export const isKnown = ({ series }: CountryNumber): boolean =>
  series.cell.latestYear !== null || series.cell.status === 'SUPPRESSED';

/** The numbers of a country in the order of the actions, each as its change; numbers of no action come last. */
export function CountryNumbers({ data }: { data: CountryPageData }) {
  const { t } = useTranslation();
  const known = data.indicators.filter(isKnown);
  const own = known.filter(({ actions }) => actions.length > 0);
  const context = known.filter(({ actions }) => actions.length === 0);
  const list = (entries: readonly CountryNumber[]) => (
    <ul className="plain-list">
      {entries.map((entry) => (
        <Number key={entry.indicator.code} entry={entry} />
      ))}
    </ul>
  );
  return (
    <div className={styles.numbers}>
      {own.length > 0 && list(own)}
      {context.length > 0 && (
        <div>
          <h3>{t('country.context')}</h3>
          {list(context)}
        </div>
      )}
    </div>
  );
}

function Number({ entry }: { entry: CountryNumber }) {
  const { t } = useTranslation();
  const { t: tl } = useTranslation('levels');
  const format = useFormat();
  const { indicator, series } = entry;
  const { level, status, flags } = series.cell;
  const gaps = measurableGaps(entry.gaps);
  return (
    <li>
      <IndicatorName indicator={indicator} />
      <span className={styles.said}>
        {status === 'SUPPRESSED' ? (
          <Hidden />
        ) : (
          <>
            <strong>{numberChange(tl, valueFormatter(t, format, indicator), series)}</strong>
            <ValueMark flags={flags} />
          </>
        )}{' '}
        {level !== null && level.movement !== 'NONE' && <Movement level={level} />}
      </span>
      {gaps.length > 0 && <GapList gaps={gaps} />}
    </li>
  );
}

type Gap = CountryPageData['indicators'][number]['gaps'][number];

/** What is missing to meet an external standard, in places, centres or people. What cannot be compared is left out. */
function GapList({ gaps }: { gaps: readonly Gap[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const texts = ({ needed, shortBy, met, approximate, inPercent }: Gap) => {
    if (met === true) return t('indicator.bench.met');
    const number = inPercent === true ? format.percent : format.number;
    return [
      ...(shortBy === null ? [] : [t('indicator.bench.short', { shortBy: number(shortBy) })]),
      ...(needed === null
        ? []
        : [
            t(approximate === true ? 'indicator.bench.about' : 'indicator.bench.needed', {
              needed: number(needed),
            }),
          ]),
    ].join(', ');
  };
  return (
    <>
      {gaps.map((gap) => (
        <span key={gap.label.text} className={styles.standard}>
          <LocalText of={gap.label} />: {texts(gap)}
        </span>
      ))}
    </>
  );
}

/** The gaps that can be given as a number; a hidden or missing figure has none. */
const measurableGaps = (gaps: readonly Gap[]): Gap[] =>
  gaps.filter(
    ({ met, needed, reason }) => reason !== 'SUPPRESSED' && (met !== null || needed !== null),
  );
