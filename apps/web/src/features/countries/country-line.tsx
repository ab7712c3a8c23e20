import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { keep, type SearchOf } from '../../app/search.ts';
import { usePinned } from '../../app/use-pinned.ts';
import { PageLink } from '../../ui/page-link.tsx';
import styles from '../../ui/page-line.module.css';
import { YearLine } from '../../ui/year-line.tsx';
import type { CountryPageData } from './country-laws.tsx';

const route = getRouteApi('/$lang/countries/$iso3');

/** The year and release of the page, and links to other pages about the country. */
export function CountryLine(props: { data: CountryPageData; search: SearchOf<'country'> }) {
  const navigate = route.useNavigate();
  const { t } = useTranslation();
  const { data, search } = props;
  const iso3 = data.area.code;
  const { release: to } = usePinned();
  return (
    <div className={styles.line}>
      <YearLine
        data={data}
        path={`/countries/${iso3}`}
        search={search}
        apply={(sent) => void navigate({ search: keep('country', sent), resetScroll: false })}
      />
      <PageLink
        className={styles.way}
        to="/$lang/changes"
        search={{ ...(to === undefined ? {} : { to }), c: iso3 }}
      >
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
