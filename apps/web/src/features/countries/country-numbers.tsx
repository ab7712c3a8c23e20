import { useTranslation } from 'react-i18next';
import { Hidden } from '../../ui/hidden.tsx';
import { IndicatorName } from '../../ui/indicator-name.tsx';
import { LocalText } from '../../ui/local-text.tsx';
import { Movement } from '../../ui/movement.tsx';
import { numberChange, sayValue } from '../../ui/number-change.ts';
import { useFormat } from '../../ui/use-format.ts';
import { ValueMark } from '../../ui/value-mark.tsx';
import styles from './country.module.css';
import { GapList, tellable } from './gap-list.tsx';
import type { CountryPageData } from './country-page.types.ts';

export type CountryNumber = CountryPageData['indicators'][number];

/** Something is released of it, if only that it is hidden. */
export const isKnown = ({ series }: CountryNumber): boolean =>
  series.cell.latestYear !== null || series.cell.status === 'SUPPRESSED';

/** The numbers of a country by the action they belong to first, those of no action last: each by its change. */
export function CountryNumbers({ data }: { data: CountryPageData }) {
  const { t } = useTranslation();
  const known = data.indicators.filter(isKnown);
  const groups = [
    ...data.actions.map(({ action }) => ({
      key: action.code,
      title: <LocalText of={action.title} />,
      entries: known.filter(({ actions }) => actions[0] === action.code),
    })),
    {
      key: '',
      title: t('country.context'),
      entries: known.filter(({ actions }) => actions.length === 0),
    },
  ];
  return (
    <div className={styles.numbers}>
      {groups
        .filter(({ entries }) => entries.length > 0)
        .map(({ key, title, entries }) => (
          <div key={key} className={styles.group}>
            <h3>{title}</h3>
            <ul>
              {entries.map((entry) => (
                <Number key={entry.indicator.code} entry={entry} />
              ))}
            </ul>
          </div>
        ))}
    </div>
  );
}

function Number({ entry }: { entry: CountryNumber }) {
  const { t } = useTranslation();
  const { t: tl } = useTranslation('levels');
  const format = useFormat();
  const { indicator, series } = entry;
  const { level, status, flags } = series.cell;
  const gaps = tellable(entry.gaps);
  return (
    <li>
      <IndicatorName indicator={indicator} />
      <span className={styles.said}>
        {status === 'SUPPRESSED' ? (
          <Hidden />
        ) : (
          <>
            <strong>{numberChange(tl, sayValue(t, format, indicator), series)}</strong>
            <ValueMark flags={flags} />
          </>
        )}{' '}
        {level !== null && level.movement !== 'NONE' && <Movement level={level} />}
      </span>
      {gaps.length > 0 && <GapList gaps={gaps} />}
    </li>
  );
}
