import { useTranslation } from 'react-i18next';
import styles from './not-reported.module.css';

/** A gap in words. Empty is not zero. */
export function NotReported() {
  const { t } = useTranslation();
  return <span className={styles.gap}>{t('figure.notReported')}</span>;
}
