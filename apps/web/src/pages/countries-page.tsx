import { Link, getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import styles from '../features/countries/countries.module.css';
import { Headline } from '../features/countries/headline.tsx';
import { countryCodes } from '../theme/countries.ts';
import { LocalText } from '../ui/local-text.tsx';
import { Message } from '../ui/message.tsx';
import { PageHeader } from '../ui/page-header.tsx';

const route = getRouteApi('/$lang/countries');

export function CountriesPage() {
  const { lang } = route.useParams();
  const data = route.useLoaderData();
  const { t } = useTranslation();
  const countries = countryCodes.flatMap((code) => data[code] ?? []);
  if (countries.length === 0)
    return <Message title={t('state.empty')} text={t('state.emptyText')} />;
  return (
    <>
      <PageHeader title={t('countries.title')} lead={t('countries.lead')} />
      <ul className={styles.list}>
        {countries.map(({ area, headline }) => (
          <li key={area.code}>
            <h2 className={styles.name}>
              <Link to="/$lang/countries/$iso3" params={{ lang, iso3: area.code }}>
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
    </>
  );
}
