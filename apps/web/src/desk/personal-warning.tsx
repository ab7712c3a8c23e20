import { useTranslation } from 'react-i18next';
import { personalData } from '@qadam/domain';
import styles from './desk.module.css';

/** Below a free text, while it is typed: it may name nobody. A warning, for only the person can know. */
export function PersonalWarning({ text }: { text: string }) {
  const { t } = useTranslation('desk');
  if (personalData(text).length === 0) return null;
  return (
    <p role="status" className={styles.warning}>
      ▲ {t('personal')}
    </p>
  );
}
