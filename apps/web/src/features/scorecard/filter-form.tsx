import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { keep, type SearchOf } from '../../app/search.ts';
import { PillarField } from '../../ui/pillar-field.tsx';
import { ViewForm } from '../../ui/view-form.tsx';
import { YearField } from '../../ui/year-field.tsx';
import type { ScorecardData } from './scorecard.types.ts';

const root = getRouteApi('__root__');

/** A form with GET: without JavaScript its button, with it the choice itself leads to the address of the view. */
export function FilterForm(props: {
  data: Pick<ScorecardData, 'year' | 'firstYear' | 'release'>;
  search: SearchOf<'scorecard'>;
}) {
  const { lang } = root.useRouteContext();
  const navigate = root.useNavigate();
  const { t } = useTranslation();
  const { search } = props;
  return (
    <ViewForm
      label={t('filters.form')}
      action={`/${lang}`}
      search={search}
      own={['year', 'pillar', 'q', 'sort']}
      apply={(sent) =>
        void navigate({
          to: '/$lang',
          params: { lang },
          search: keep('scorecard', Object.fromEntries(sent)),
          resetScroll: false,
        })
      }
    >
      <YearField {...props.data} asOf={props.data.release.asOfYear} />
      <PillarField chosen={search.pillar} />
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
    </ViewForm>
  );
}
