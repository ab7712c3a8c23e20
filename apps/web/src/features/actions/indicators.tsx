import { useTranslation } from 'react-i18next';
import { LocalText } from '../../ui/local-text.tsx';
import { IndicatorName, SeriesTable } from '../../ui/series-table.tsx';
import type { ActionPageData } from './action-page.types.ts';
import styles from './indicators.module.css';

/** The indicators of one role, each with a row per country. */
export function Indicators(props: {
  data: ActionPageData;
  role: ActionPageData['indicators'][number]['role'];
}) {
  const { t } = useTranslation();
  const { data, role } = props;
  const all = data.indicators.filter((entry) => entry.role === role);
  const known = all.filter(isReported);
  const unknown = all.filter((entry) => !isReported(entry));
  return (
    <div className={styles.list}>
      {known.map(({ indicator, series }) => (
        <SeriesTable
          key={indicator.code}
          caption={
            <>
              <h3>
                <IndicatorName indicator={indicator} />
              </h3>
              <span className={styles.about}>
                {indicator.code} · <LocalText of={indicator.unitText} />
              </span>
            </>
          }
          first={t('series.area')}
          rows={series.map((entry) => {
            const name = data.areas.find((area) => area.code === entry.cell.area)?.name;
            return {
              key: entry.cell.area,
              label: name ? <LocalText of={name} /> : t('scorecard.allFour'),
              indicator,
              series: entry,
              scored: role !== 'CONTEXT' && indicator.direction !== 'NONE',
            };
          })}
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
