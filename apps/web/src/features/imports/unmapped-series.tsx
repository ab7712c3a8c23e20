import { Link, getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { can } from '@qadam/domain';
import { useMe } from '../../desk/session.ts';
import { Section } from '../../ui/section.tsx';
import type { ImportJobFragment } from './import-job.generated.ts';

const root = getRouteApi('__root__');

/** Series of the file that are not mapped to an indicator yet. */
export function UnmappedSeries({ job }: { job: ImportJobFragment }) {
  const { t } = useTranslation('desk');
  const { lang } = root.useRouteContext();
  const mayMap = can(useMe(), 'MAP_SERIES', { area: job.area }) === 'ALLOWED';
  const unmapped = job.problems
    .filter(({ code }) => code === 'SERIES_NOT_MAPPED')
    .flatMap(({ params }) => params.filter(({ name }) => name === 'text'));
  const series = [...new Set(unmapped.map(({ value }) => value))];
  if (series.length === 0) return null;
  return (
    <Section title={t('series.unmapped')}>
      <p>{mayMap ? t('series.unmappedText') : t('series.askOfficer')}</p>
      <ul style={{ columns: '18rem', overflowWrap: 'anywhere' }}>
        {series.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
      {mayMap && (
        <Link
          to="/$lang/framework/series"
          params={{ lang }}
          search={{ area: job.area }}
          preload={false}
        >
          {t('series.open')}
        </Link>
      )}
    </Section>
  );
}
