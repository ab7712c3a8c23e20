import { useQuery } from '@apollo/client/react';
import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { BREAKDOWN_DIMENSIONS, type BreakdownDimension, can } from '@qadam/domain';
import desk from '../../desk/desk.module.css';
import { PartFailed } from '../../desk/part-failed.tsx';
import { ProblemList } from '../../desk/problem-list.tsx';
import { useMe } from '../../desk/session.ts';
import { useChange } from '../../desk/use-change.ts';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import { Section } from '../../ui/section.tsx';
import styles from './imports.module.css';
import {
  MapSeriesDocument,
  type SeriesMapFragment,
  SeriesMappingsDocument,
} from './series-mapping.generated.ts';
import { type SubmitEvent, useState } from 'react';
import admin from '../../desk/admin.module.css';
import { SelectField } from '../../desk/select-field.tsx';
import { TextField } from '../../desk/text-field.tsx';

/** Formats in which offices name series of their own, by the names of their standards. */
const SERIES_FORMATS: ReadonlyMap<string, string> = new Map([
  ['sdmx-structure-specific', 'SDMX-ML 2.1 structure-specific'],
  ['sdmx-generic', 'SDMX-ML 2.0/2.1 generic'],
  ['sdmx-csv', 'SDMX-CSV'],
  ['csv', 'CSV'],
  ['xlsx', 'XLSX'],
]);

const EMPTY = { format: 'sdmx-structure-specific', series: '', indicator: '', note: '' };

function SeriesForm(props: { area: string; indicators: ReadonlyMap<string, string> }) {
  const { area, indicators } = props;
  const { t } = useTranslation('desk');
  const [draft, setDraft] = useState(EMPTY);
  const [totals, setTotals] = useState<Partial<Record<BreakdownDimension, string>>>({});
  const [isSaved, setSaved] = useState(false);
  const { problems, busy, change } = useChange('SeriesMappings');
  const edit = (part: Partial<typeof EMPTY>) => {
    setDraft({ ...draft, ...part });
    setSaved(false);
  };
  const save = async () => {
    const about = BREAKDOWN_DIMENSIONS.flatMap((dimension) => {
      const code = totals[dimension]?.trim() ?? '';
      return code === '' ? [] : [{ dimension, code }];
    });
    const { done } = await change(MapSeriesDocument, { area, ...draft, totals: about });
    setSaved(done);
    if (!done) return;
    setDraft({ ...EMPTY, format: draft.format });
    setTotals({});
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void save();
  };
  return (
    <form className={admin.form} onSubmit={submit}>
      <div className={styles.choices}>
        <SelectField
          label={t('series.format')}
          value={draft.format}
          options={SERIES_FORMATS}
          onChange={(format) => edit({ format })}
        />
        <TextField
          label={t('series.name')}
          hint={t('series.nameHint')}
          value={draft.series}
          required
          onChange={(series) => edit({ series })}
        />
      </div>
      <SelectField
        label={t('series.indicator')}
        none={t('series.choose')}
        required
        value={draft.indicator}
        options={Array.from(indicators, ([code, name]) => [code, `${code} ${name}`] as const)}
        onChange={(indicator) => edit({ indicator })}
      />
      <fieldset className={styles.about}>
        <legend>{t('series.about')}</legend>
        <p>{t('series.aboutHint')}</p>
        {BREAKDOWN_DIMENSIONS.map((dimension) => (
          <TextField
            key={dimension}
            label={t(`series.dimension.${dimension}`)}
            value={totals[dimension] ?? ''}
            onChange={(code) => setTotals({ ...totals, [dimension]: code })}
          />
        ))}
      </fieldset>
      <TextField label={t('series.note')} value={draft.note} onChange={(note) => edit({ note })} />
      <ProblemList problems={problems} />
      <Group>
        <Button type="submit" disabled={busy}>
          {t('series.save')}
        </Button>
        {isSaved && <span role="status">{t('admin.saved')}</span>}
      </Group>
    </form>
  );
}

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
      <Button variant="default" disabled={busy} onClick={() => void takeAway()}>
        {t('series.takeAway')}
        <span className="visually-hidden"> {series}</span>
      </Button>
      <ProblemList problems={problems} />
    </>
  );
}
