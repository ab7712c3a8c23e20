import { useRouterState } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import styles from './document.module.css';

/** While the next page loads the present one stays, with a progress bar. */
export function Progress() {
  const { t } = useTranslation();
  const loading = useRouterState({
    select: (state) => state.isLoading && state.resolvedLocation !== undefined,
  });
  return (
    <div role="status">
      {loading && (
        <>
          <div className={styles.progress} />
          <span className="visually-hidden">{t('state.loading')}</span>
        </>
      )}
    </div>
  );
}
