import { getRouteApi } from '@tanstack/react-router';
import type { SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { keep, pillars, type SearchOf } from '../../app/search.ts';
import { YearField } from '../../ui/year-field.tsx';
import form from '../../ui/view-form.module.css';
import type { ScorecardData } from './scorecard.types.ts';

const root = getRouteApi('__root__');
const ownFields = ['year', 'pillar', 'q', 'sort'];

/** A form with GET: without JavaScript its button, with it the choice itself leads to the address of the view. */
export function FilterForm(props: {
  data: Pick<ScorecardData, 'year' | 'firstYear' | 'release'>;
  search: SearchOf<'scorecard'>;
}) {
  const { lang } = root.useRouteContext();
  const navigate = root.useNavigate();
  const { t } = useTranslation();
  const { search } = props;
  const apply = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    const asked = Object.fromEntries(new FormData(event.currentTarget));
    if (Number(asked['year']) === props.data.release.asOfYear) delete asked['year'];
    void navigate({
      to: '/$lang',
      params: { lang },
      search: keep('scorecard', asked),
      resetScroll: false,
    });
  };
  return (
    <form
      id="filter"
      tabIndex={-1}
      key={Object.values(search).join(' ')}
      className={form.form}
      method="get"
      action={`/${lang}`}
      aria-label={t('filters.form')}
      onSubmit={apply}
      onChange={(event) => {
        // a word is typed to its end first
        if (event.target instanceof HTMLSelectElement) apply(event);
      }}
    >
      {Object.entries(search)
        .filter(([name]) => !ownFields.includes(name))
        .map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
      <YearField {...props.data} asOf={props.data.release.asOfYear} />
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
        {t('filters.sort')}
        <select name="sort" defaultValue={search.sort ?? ''}>
          <option value="">{t('filters.sortDefault')}</option>
          <option value="az">{t('filters.sortAz')}</option>
          <option value="known">{t('filters.sortKnown')}</option>
        </select>
      </label>
      <label>
        {t('filters.words')}
        <input type="search" name="q" maxLength={100} defaultValue={search.q ?? ''} />
      </label>
      <button type="submit">{t('map.submit')}</button>
    </form>
  );
}
