import { getRouteApi } from '@tanstack/react-router';
import type { SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { keep, pillars } from '../../app/search.ts';
import form from '../../ui/view-form.module.css';
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
  const apply = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    void navigate({
      to: '/$lang/countries/$iso3',
      params: { lang, iso3 },
      search: keep('country', Object.fromEntries(new FormData(event.currentTarget))),
      resetScroll: false,
    });
  };
  return (
    <form
      id="filter"
      tabIndex={-1}
      key={Object.values(search).join(' ')}
      className={`${form.form ?? ''} no-print`}
      method="get"
      action={`/${lang}/countries/${iso3}`}
      aria-label={t('filters.form')}
      onSubmit={apply}
      onChange={apply}
    >
      {search.release !== undefined && (
        <input type="hidden" name="release" value={search.release} />
      )}
      <YearField year={data.year} firstYear={data.firstYear} asOf={data.release.asOfYear} />
      <label>
        {t('filters.pillarShort')}
        <select name="pillar" defaultValue={search.pillar ?? ''}>
          <option value="">{t('filters.allPillars')}</option>
          {pillars.map((pillar) => (
            <option key={pillar} value={pillar}>
              {t(`pillar.${pillar}`)}
            </option>
          ))}
        </select>
      </label>
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
    </form>
  );
}
