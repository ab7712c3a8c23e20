import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import styles from '../features/publication/search-hits.module.css';
import { SearchHits } from '../features/publication/search-hits.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { SearchForm } from '../ui/search-form.tsx';

const route = getRouteApi('/$lang/search');

export function SearchPage() {
  const { q = '' } = route.useSearch();
  const hits = route.useLoaderData();
  const { t } = useTranslation();
  return (
    <>
      <PageHeader title={t('search.title')} lead={t('search.lead')} />
      <SearchForm asked={q} wide />
      {q !== '' && (
        <p role="status" className={styles.count}>
          {hits.length === 0
            ? t('search.none', { asked: q })
            : t('search.found', { count: hits.length, asked: q })}
        </p>
      )}
      {hits.length > 0 && <SearchHits hits={hits} />}
    </>
  );
}
