import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { can } from '@qadam/domain';
import { ProblemList } from '../../desk/problem-list.tsx';
import { useMe } from '../../desk/session.ts';
import { useChange } from '../../desk/use-change.ts';
import { Section } from '../../ui/section.tsx';
import { useFormat } from '../../ui/use-format.ts';
import {
  CheckImportDocument,
  ImportYearsDocument,
  type ImportJobFragment,
} from './import-job.generated.ts';
import { Matching } from './matching.tsx';
import { MapSeriesDocument } from './series-mapping.generated.ts';
import { useImportChange } from './use-import-change.ts';

/** How many are asked about here; the others can be mapped on the page of the series. */
const SHOWN = 20;

/** Series of the file that are not mapped to an indicator yet; for each one it is picked once. */
export function UnmappedSeries({ job }: { job: ImportJobFragment }) {
  const { id, area, format } = job;
  const { t } = useTranslation('desk');
  const { lang } = useFormat();
  const mayMap = can(useMe(), 'MAP_SERIES', { area }) === 'ALLOWED';
  const { data } = useQuery(ImportYearsDocument, { variables: { id, lang } });
  const mapping = useChange();
  const again = useImportChange();
  const unmapped = job.problems
    .filter(({ code }) => code === 'SERIES_NOT_MAPPED')
    .flatMap(({ params }) => params.filter(({ name }) => name === 'text'));
  const series = [...new Set(unmapped.map(({ value }) => value))];
  if (series.length === 0 || format === null) return null;
  if (!mayMap || job.state !== 'CHECKED')
    return (
      <Section title={t('series.unmapped')}>
        <ul style={{ columns: '18rem', overflowWrap: 'anywhere' }}>
          {series.map((name) => (
            <li key={name}>{name}</li>
          ))}
        </ul>
      </Section>
    );
  const pick = async (name: string, indicator: string) => {
    const said = { area, format, series: name, indicator, import: id };
    const { done } = await mapping.change(MapSeriesDocument, said);
    if (done) await again.change(CheckImportDocument, { input: { job: id } });
  };
  const options = (data?.importJob.indicators ?? []).map(
    ({ code, name }) => [code, `${code} ${name}`] as const,
  );
  return (
    <Section title={t('series.unmapped')}>
      <p>{t('series.pickText')}</p>
      <ProblemList problems={[...mapping.problems, ...again.problems]} />
      <Matching
        names={series.slice(0, SHOWN).map((name) => ({
          key: name,
          label: t('series.pick', { series: name }),
          value: '',
        }))}
        none={t('series.choose')}
        options={options}
        onMatch={(name, indicator) => void pick(name, indicator)}
      />
      {series.length > SHOWN && <p>{series.slice(SHOWN).join(', ')}</p>}
    </Section>
  );
}
