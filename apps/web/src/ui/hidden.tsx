import { useTranslation } from 'react-i18next';
import styles from './hidden.module.css';

/** A value that disclosure control hides: "c" on a hatch. It tells nothing else, not even whether the number is small. */
export function Hidden() {
  const { t } = useTranslation();
  return (
    <span className={styles.hidden} title={t('figure.hidden')}>
      <span aria-hidden="true">{t('figure.c')}</span>
      <span className="visually-hidden">{t('figure.hidden')}</span>
    </span>
  );
}
