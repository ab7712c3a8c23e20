import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { keep, type SearchOf } from '../../app/search.ts';
import styles from '../../ui/page-line.module.css';
import { ViewForm } from '../../ui/view-form.tsx';
import { YearField } from '../../ui/year-field.tsx';
import { PageLink } from '../../ui/page-link.tsx';
import type { CountryPageData } from './country-page.types.ts';

const root = getRouteApi('__root__');

/** As of which year and release a country is told, and where else it is told of. */
export function CountryLine(props: { data: CountryPageData; search: SearchOf<'country'> }) {
  const { lang } = root.useRouteContext();
  const navigate = root.useNavigate();
  const { t } = useTranslation();
  const { data, search } = props;
  const { release } = data;
  const iso3 = data.area.code;
  return (
    <div className={styles.line}>
      <ViewForm
        label={t('filters.form')}
        action={`/${lang}/countries/${iso3}`}
        search={search}
        own={['year']}
        apply={(sent) =>
          void navigate({
            to: '/$lang/countries/$iso3',
            params: { lang, iso3 },
            search: keep('country', Object.fromEntries(sent)),
            resetScroll: false,
          })
        }
      >
        <YearField year={data.year} firstYear={data.firstYear} asOf={release.asOfYear} />
        <noscript>
          <button type="submit">{t('map.submit')}</button>
        </noscript>
      </ViewForm>
      <span className={styles.way}>
        <PageLink to="/$lang/releases/$number" params={{ number: release.number }}>
          {t('releases.one', { number: release.number })}
        </PageLink>
        {!release.latest && <>&nbsp;· {t('releases.frozen')}</>}
      </span>
      <PageLink className={styles.way} to="/$lang/changes" search={{ c: iso3 }}>
        {t('nav.changes')}
      </PageLink>
      <PageLink className={styles.way} to="/$lang/compare">
        {t('country.compare')}
      </PageLink>
      <PageLink className={styles.way} to="/$lang/brief/$area" params={{ area: iso3 }}>
        {t('nav.brief')}
      </PageLink>
      <PageLink className={styles.way} to="/$lang/quality" search={{ c: iso3 }}>
        {t('nav.quality')}
      </PageLink>
    </div>
  );
}
