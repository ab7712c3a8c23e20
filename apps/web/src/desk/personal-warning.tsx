import { useTranslation } from 'react-i18next';
import { personalData } from '@qadam/domain';
import styles from './desk.module.css';

/** A warning below a free text that seems to name a person. */
export function PersonalWarning({ text }: { text: string }) {
  const { t } = useTranslation('desk');
  if (personalData(text).length === 0) return null;
  return (
    <p role="status" className={styles.warning}>
      ▲ {t('personal')}
    </p>
  );
}
