import { isScored } from '@qadam/domain';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LocalText } from '../../ui/local-text.tsx';
import { IndicatorName, SeriesTable } from '../../ui/series-table.tsx';
import styles from './country-indicators.module.css';
import { actionsOf, entriesOf, type CountrySearch } from './country-filter.ts';
import { GapList, tellable } from './gap-list.tsx';
import type { CountryPageData } from './country-page.types.ts';

type Entry = CountryPageData['indicators'][number];

/** All indicators by the action they belong to first, those of no action last. Those without any value are counted, not listed row by row. */
export function CountryIndicators({
  data,
  search,
}: {
  data: CountryPageData;
  search: CountrySearch;
}) {
  const { t } = useTranslation();
  const entries = entriesOf(data, search);
  if (entries.length === 0) return <p role="status">{t('country.noneLeft')}</p>;
  const groups = [
    ...actionsOf(data, search).map(({ action }) => ({
      key: action.code,
      title: <LocalText of={action.title} />,
      entries: entries.filter((entry) => entry.actions[0] === action.code),
    })),
    {
      key: '',
      title: t('country.context'),
      entries: entries.filter((entry) => entry.actions.length === 0),
    },
  ];
  return (
    <div className={styles.groups}>
      {groups.map(({ key, title, entries }) => (
        <Group key={key} title={title} entries={entries} />
      ))}
    </div>
  );
}

/** Something is released of it, if only that it is hidden. */
export const isKnown = ({ series }: Entry): boolean =>
  series.cell.latestYear !== null || series.cell.status === 'SUPPRESSED';

function Group(props: { title: ReactNode; entries: readonly Entry[] }) {
  const { t } = useTranslation();
  const known = props.entries.filter(isKnown);
  const unknown = props.entries.filter((entry) => !isKnown(entry));
  if (props.entries.length === 0) return null;
  return (
    <div>
      {known.length === 0 && <h3>{props.title}</h3>}
      {known.length > 0 && (
        <SeriesTable
          caption={<h3>{props.title}</h3>}
          first={t('series.indicator')}
          rows={known.map((entry) => ({
            key: entry.indicator.code,
            label: <IndicatorName indicator={entry.indicator} />,
            indicator: entry.indicator,
            series: entry.series,
            gap: tellable(entry.gaps).length > 0 ? <GapList gaps={tellable(entry.gaps)} /> : null,
            scored: isScored({ ...entry.indicator, role: entry.role }),
          }))}
        />
      )}
      {unknown.length > 0 && (
        <details className={styles.gaps}>
          <summary>{t('country.gaps', { count: unknown.length })}</summary>
          <ul>
            {unknown.map(({ indicator }) => (
              <li key={indicator.code}>
                <IndicatorName indicator={indicator} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
