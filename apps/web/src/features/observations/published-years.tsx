import { useQuery } from '@apollo/client/react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PartFailed } from '../../desk/part-failed.tsx';
import desk from '../../desk/desk.module.css';
import { useFormat } from '../../ui/use-format.ts';
import { PublishedYearsDocument } from './published-years.generated.ts';
import styles from './published-years.module.css';

/** The way to every published value of a country, so that it can be corrected; what is being corrected first. */
export function PublishedYears({ area }: { area: string }) {
  const { lang } = useFormat();
  const { t } = useTranslation('desk');
  const { data, error, refetch } = useQuery(PublishedYearsDocument, { variables: { area } });
  if (error) return <PartFailed error={error} retry={refetch} />;
  const years = data?.publishedYears ?? [];
  if (years.length === 0) return null;
  const touched = (one: (typeof years)[number]) => one.correcting + one.submitted > 0;
  return (
    <section aria-labelledby="published-years" className={desk.stack}>
      <h2 id="published-years">{t('correction.title')}</h2>
      <p>{t('correction.text')}</p>
      <ul className={styles.years}>
        {years
          .toSorted((a, b) => Number(touched(b)) - Number(touched(a)))
          .map((one) => (
            <li key={one.year} data-touched={touched(one) || undefined}>
              <Link
                to="/$lang/report/$iso3/$cycle"
                params={{ lang, iso3: area, cycle: String(one.year) }}
                preload={false}
              >
                {one.year}
              </Link>
              <span className={desk.soft}>{t('correction.values', { count: one.published })}</span>
              {one.correcting > 0 && (
                <strong>{t('correction.underWay', { count: one.correcting })}</strong>
              )}
              {one.submitted > 0 && (
                <strong>{t('correction.submitted', { count: one.submitted })}</strong>
              )}
            </li>
          ))}
      </ul>
    </section>
  );
}
