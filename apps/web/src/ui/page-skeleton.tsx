import { useTranslation } from 'react-i18next';
import styles from './page-skeleton.module.css';

/** Holds the height of a page while it loads, so that nothing jumps. */
export function PageSkeleton() {
  const { t } = useTranslation();
  return (
    <div className={styles.skeleton} aria-busy="true">
      <span className="visually-hidden">{t('state.loading')}</span>
      <div className={styles.title} />
      <div className={styles.line} />
      <div className={styles.block} />
    </div>
  );
}
