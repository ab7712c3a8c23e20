import { Link, getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { keep } from '../app/search.ts';
import styles from '../features/countries/countries.module.css';
import { Headline } from '../features/countries/headline.tsx';
import { CitePage } from '../features/publication/cite-page.tsx';
import { LocalText } from '../ui/local-text.tsx';
import { Message } from '../ui/message.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ReleaseLine } from '../ui/release-line.tsx';

const route = getRouteApi('/$lang/countries');

export function CountriesPage() {
  const { lang } = route.useParams();
  const { countries, release } = route.useLoaderData();
  // only what the address says: other links stay with the newest
  const search = keep('countries', route.useSearch());
  const { t } = useTranslation();
  if (release === null) return <Message title={t('state.empty')} text={t('state.emptyText')} />;
  return (
    <>
      <PageHeader title={t('countries.title')} lead={t('countries.lead')}>
        <ReleaseLine release={release} />
      </PageHeader>
      <ul className={styles.list}>
        {countries.map(({ area, headline }) => (
          <li key={area.code}>
            <h2 className={styles.name}>
              <Link to="/$lang/countries/$iso3" params={{ lang, iso3: area.code }} search={search}>
                <LocalText of={area.name} />
              </Link>
            </h2>
            <p>
              <Headline of={headline} />
            </p>
            <p className={styles.soft}>
              {t('country.reported', {
                assessed: headline.indicatorsAssessed,
                total: headline.indicatorsTotal,
              })}
            </p>
          </li>
        ))}
      </ul>
      <CitePage
        name={t('countries.title')}
        path={`/countries?release=${release.number}`}
        release={release}
      />
    </>
  );
}
