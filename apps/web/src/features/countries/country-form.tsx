import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { keep } from '../../app/search.ts';
import { PillarField } from '../../ui/pillar-field.tsx';
import { ViewForm } from '../../ui/view-form.tsx';
import { YearField } from '../../ui/year-field.tsx';
import type { CountrySearch } from './country-filter.ts';
import type { CountryPageData } from './country-page.types.ts';

const root = getRouteApi('__root__');

/** Year, area of the meeting and whether only what is off track: in the address, with or without JavaScript. */
export function CountryForm({ data, search }: { data: CountryPageData; search: CountrySearch }) {
  const { lang } = root.useRouteContext();
  const navigate = root.useNavigate();
  const { t } = useTranslation();
  const iso3 = data.area.code;
  return (
    <ViewForm
      label={t('filters.form')}
      action={`/${lang}/countries/${iso3}`}
      search={search}
      own={['year', 'pillar', 'only']}
      apply={(sent) =>
        void navigate({
          to: '/$lang/countries/$iso3',
          params: { lang, iso3 },
          search: keep('country', Object.fromEntries(sent)),
          resetScroll: false,
        })
      }
    >
      <YearField year={data.year} firstYear={data.firstYear} asOf={data.release.asOfYear} />
      <PillarField chosen={search.pillar} />
      <label>
        {t('country.onlyLabel')}
        <select name="only" defaultValue={search.only ?? ''}>
          <option value="">{t('country.onlyAll')}</option>
          <option value="offtrack">{t('country.onlyOfftrack')}</option>
        </select>
      </label>
      <noscript>
        <button type="submit">{t('map.submit')}</button>
      </noscript>
    </ViewForm>
  );
}
