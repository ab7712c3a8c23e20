import { useQuery } from '@apollo/client/react';
import { Button, Fieldset } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BREAKDOWN_DIMENSIONS, can, type BreakdownDimension } from '@qadam/domain';
import admin from '../../desk/admin.module.css';
import { answered } from '../../desk/answered.tsx';
import desk from '../../desk/desk.module.css';
import { Form } from '../../desk/form.tsx';
import { ProblemList } from '../../desk/problem-list.tsx';
import { SelectField } from '../../desk/select-field.tsx';
import { useMe } from '../../desk/session.ts';
import { TextField } from '../../desk/text-field.tsx';
import { useChange } from '../../desk/use-change.ts';
import table from '../../ui/facts-table.module.css';
import { Section } from '../../ui/section.tsx';
import {
  ConfirmSeriesDocument,
  MapSeriesDocument,
  SeriesMappingsDocument,
  type SeriesMapFragment,
} from './series-mapping.generated.ts';

/** The formats in which offices use series names of their own, with the names of their standards. */
const SERIES_FORMATS: ReadonlyMap<string, string> = new Map([
  ['sdmx-structure-specific', 'SDMX-ML 2.1 structure-specific'],
  ['sdmx-generic', 'SDMX-ML 2.0/2.1 generic'],
  ['sdmx-csv', 'SDMX-CSV'],
  ['sdmx-json', 'SDMX-JSON'],
  ['json-stat', 'JSON-stat'],
  ['csv', 'CSV'],
  ['xlsx', 'XLSX'],
]);

/** Which indicator each series of a country's office is, and a form for another one. */
export function SeriesList(props: { area: string; indicators: ReadonlyMap<string, string> }) {
  const { area, indicators } = props;
  const { t } = useTranslation('desk');
  const mayMap = can(useMe(), 'MAP_SERIES', { area }) === 'ALLOWED';
  const { data, instead, notice } = answered(
    useQuery(SeriesMappingsDocument, { variables: { area } }),
    'part',
  );
  if (!data) return instead;
  const mappings = data.seriesMappings;
  return (
    <>
      {notice}
      {mappings.length === 0 ? (
        <p>{t('series.none')}</p>
      ) : (
        <div className={desk.scroll} role="region" aria-label={t('series.known')} tabIndex={0}>
          <table className={table.facts}>
            <thead>
              <tr>
                {(['name', 'format', 'indicator', 'about', 'note', 'state'] as const).map(
                  (head) => (
                    <th key={head} scope="col">
                      {t(`series.${head}`)}
                    </th>
                  ),
                )}
                {mayMap && <td />}
              </tr>
            </thead>
            <tbody>
              {mappings.map((map) => (
                <tr key={`${map.format} ${map.series}`}>
                  <th scope="row">{map.series}</th>
                  <td>{SERIES_FORMATS.get(map.format) ?? map.format}</td>
                  <td>
                    {map.indicator} {indicators.get(map.indicator)}
                  </td>
                  <td>
                    {map.totals.map(({ dimension, code }) => `${dimension} ${code}`).join(', ')}
                  </td>
                  <td>{map.note}</td>
                  <td>
                    {map.confirmed ? t('series.confirmed') : <Unconfirmed area={area} map={map} />}
                  </td>
                  {mayMap && <TakeAway area={area} map={map} />}
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

/** A mapping that a reporter made waits for an officer to confirm it. */
function Unconfirmed({ area, map }: { area: string; map: SeriesMapFragment }) {
  const { format, series } = map;
  const { t } = useTranslation('desk');
  const mayConfirm = can(useMe(), 'CONFIRM_SERIES', { area }) === 'ALLOWED';
  const { problems, busy, change } = useChange('SeriesMappings');
  if (!mayConfirm) return <>{t('series.waits')}</>;
  return (
    <>
      <Button
        disabled={busy}
        aria-label={`${t('series.confirm')} ${series}`}
        onClick={() => void change(ConfirmSeriesDocument, { area, format, series })}
      >
        {t('series.confirm')}
      </Button>
      <ProblemList problems={problems} />
    </>
  );
}

function TakeAway({ area, map }: { area: string; map: SeriesMapFragment }) {
  const { format, series } = map;
  const { t } = useTranslation('desk');
  const { problems, busy, change } = useChange('SeriesMappings');
  const takeAway = () => change(MapSeriesDocument, { area, format, series, indicator: null });
  return (
    <td>
      <Button
        variant="default"
        disabled={busy}
        aria-label={`${t('series.takeAway')} ${series}`}
        onClick={() => void takeAway()}
      >
        {t('series.takeAway')}
      </Button>
      <ProblemList problems={problems} />
    </td>
  );
}

const EMPTY = { format: 'sdmx-structure-specific', series: '', indicator: '', note: '' };

function SeriesForm(props: { area: string; indicators: ReadonlyMap<string, string> }) {
  const { area, indicators } = props;
  const { t } = useTranslation('desk');
  const [draft, setDraft] = useState(EMPTY);
  const [totals, setTotals] = useState<Partial<Record<BreakdownDimension, string>>>({});
  const [isSaved, setSaved] = useState(false);
  const { problems, busy, change } = useChange('SeriesMappings');
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
  const field = (name: keyof typeof EMPTY) => ({
    value: draft[name],
    onChange: (value: string) => {
      setDraft({ ...draft, [name]: value });
      setSaved(false);
    },
  });
  return (
    <Form
      problems={problems}
      button={t('series.save')}
      disabled={busy}
      beside={isSaved && <span role="status">{t('admin.saved')}</span>}
      send={save}
    >
      <div className={admin.fields}>
        <SelectField label={t('series.format')} options={SERIES_FORMATS} {...field('format')} />
        <TextField
          label={t('series.name')}
          hint={t('series.nameHint')}
          required
          {...field('series')}
        />
      </div>
      <SelectField
        label={t('series.indicator')}
        none={t('series.choose')}
        required
        options={Array.from(indicators, ([code, name]) => [code, `${code} ${name}`] as const)}
        {...field('indicator')}
      />
      <Fieldset variant="unstyled" legend={t('series.about')}>
        <p className="note">{t('series.aboutHint')}</p>
        <div className={admin.fields}>
          {BREAKDOWN_DIMENSIONS.map((dimension) => (
            <TextField
              key={dimension}
              label={t(`series.dimension.${dimension}`)}
              value={totals[dimension] ?? ''}
              onChange={(code) => setTotals({ ...totals, [dimension]: code })}
            />
          ))}
        </div>
      </Fieldset>
      <TextField label={t('series.note')} {...field('note')} />
    </Form>
  );
}
