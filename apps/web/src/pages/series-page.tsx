import { useQuery } from '@apollo/client/react';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answered } from '../desk/answered.tsx';
import desk from '../desk/desk.module.css';
import { SelectField } from '../desk/select-field.tsx';
import { SeriesList } from '../features/imports/series-list.tsx';
import { SeriesDeskDocument } from '../features/imports/series-mapping.generated.ts';
import { useFormat } from '../ui/use-format.ts';
import { PageLink } from '../ui/page-link.tsx';
import { guarded } from './guarded.tsx';

const route = getRouteApi('/$lang/desk/framework/series');

export const SeriesPage = guarded('READ_FRAMEWORK', Desk);

/** The country is part of the address: the check of an imported file links here. */
function Desk() {
  const { lang } = useFormat();
  const { t } = useTranslation('desk');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data, instead, notice } = answered(useQuery(SeriesDeskDocument, { variables: { lang } }));
  if (!data) return instead;
  const { areas } = data.cycleDesk;
  const area = areas.find(({ code }) => code === search.area) ?? areas[0];
  const indicators = new Map(
    data.framework.indicators.map(({ code, name }) => [code, name.text] as const),
  );
  return (
    <div className={desk.stack}>
      <p>
        <PageLink to="/$lang/framework" preload={false}>
          {t('framework.back')}
        </PageLink>
      </p>
      <h1>{t('series.title')}</h1>
      {notice}
      <p>{t('series.text')}</p>
      <SelectField
        label={t('series.area')}
        value={area?.code ?? ''}
        options={areas.map(({ code, name }) => [code, name.text] as const)}
        onChange={(code) => void navigate({ search: { area: code } })}
      />
      {area && <SeriesList key={area.code} area={area.code} indicators={indicators} />}
    </div>
  );
}
