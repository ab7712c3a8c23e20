import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { can } from '@qadam/domain';
import desk from '../../desk/desk.module.css';
import { PartFailed } from '../../desk/part-failed.tsx';
import { ProblemList } from '../../desk/problem-list.tsx';
import { useMe } from '../../desk/session.ts';
import { useChange } from '../../desk/use-change.ts';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import { Section } from '../../ui/section.tsx';
import styles from './imports.module.css';
import { SeriesForm } from './series-form.tsx';
import { SERIES_FORMATS } from './series-formats.ts';
import {
  MapSeriesDocument,
  SeriesMappingsDocument,
  type SeriesMapFragment,
} from './series-mapping.generated.ts';

/** What the series of one country's office are, and a form for one more. */
export function SeriesList(props: { area: string; indicators: ReadonlyMap<string, string> }) {
  const { area, indicators } = props;
  const { t } = useTranslation('desk');
  const mayMap = can(useMe(), 'MAP_SERIES', { area }) === 'ALLOWED';
  const { data, error, refetch } = useQuery(SeriesMappingsDocument, { variables: { area } });
  if (error) return <PartFailed error={error} retry={refetch} />;
  if (!data) return <PageSkeleton />;
  const mappings = data.seriesMappings;
  return (
    <>
      {mappings.length === 0 ? (
        <p>{t('series.none')}</p>
      ) : (
        <div className={desk.scroll} role="region" aria-label={t('series.known')} tabIndex={0}>
          <table className={styles.rows}>
            <thead>
              <tr>
                {(['name', 'format', 'indicator', 'about', 'note'] as const).map((head) => (
                  <th key={head} scope="col">
                    {t(`series.${head}`)}
                  </th>
                ))}
                {mayMap && <td />}
              </tr>
            </thead>
            <tbody>
              {mappings.map((map) => (
                <tr key={`${map.format} ${map.series}`}>
                  <th scope="row" className={styles.code}>
                    {map.series}
                  </th>
                  <td>{SERIES_FORMATS.get(map.format) ?? map.format}</td>
                  <td>
                    {map.indicator} {indicators.get(map.indicator)}
                  </td>
                  <td>
                    {map.totals.map(({ dimension, code }) => `${dimension} ${code}`).join(', ')}
                  </td>
                  <td>{map.note}</td>
                  {mayMap && (
                    <td className={styles.away}>
                      <TakeAway area={area} map={map} />
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {mayMap && (
        <Section title={t('series.add')}>
          <SeriesForm key={area} area={area} indicators={indicators} />
        </Section>
      )}
    </>
  );
}

function TakeAway({ area, map }: { area: string; map: SeriesMapFragment }) {
  const { format, series } = map;
  const { t } = useTranslation('desk');
  const { problems, busy, change } = useChange('SeriesMappings');
  const takeAway = () => change(MapSeriesDocument, { area, format, series, indicator: null });
  return (
    <>
      <button type="button" className={desk.quiet} disabled={busy} onClick={() => void takeAway()}>
        {t('series.takeAway')}
        <span className="visually-hidden"> {series}</span>
      </button>
      <ProblemList problems={problems} />
    </>
  );
}
