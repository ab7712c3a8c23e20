import { useTranslation } from 'react-i18next';
import { IndicatorName } from '../../ui/series-table.tsx';
import type { ActionPageData } from './action-page.types.ts';
import { IndicatorCard } from './indicator-card.tsx';
import styles from './indicators.module.css';

/** The indicators of one role, each drawn per country; those without any value are named. */
export function Indicators(props: {
  data: ActionPageData;
  role: ActionPageData['indicators'][number]['role'];
  own: boolean;
  /** The areas that the address chose; undefined: all. */
  c: string | undefined;
}) {
  const { t } = useTranslation();
  const { data, role } = props;
  const all = data.indicators.filter((entry) => entry.role === role);
  const known = all.filter(isReported);
  const unknown = all.filter((entry) => !isReported(entry));
  return (
    <div className={styles.list}>
      {known.map((entry) => (
        <IndicatorCard
          key={entry.indicator.code}
          data={data}
          entry={entry}
          own={props.own}
          c={props.c}
        />
      ))}
      {unknown.length > 0 && (
        <div>
          <h3>{t('action.unreported')}</h3>
          <ul className={styles.gaps}>
            {unknown.map(({ indicator }) => (
              <li key={indicator.code}>
                <IndicatorName indicator={indicator} />{' '}
                <span className={styles.about}>{indicator.code}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

type Entry = ActionPageData['indicators'][number];

const isReported = ({ series }: Entry): boolean =>
  series.some(({ cell }) => cell.latestYear !== null || cell.status === 'SUPPRESSED');
