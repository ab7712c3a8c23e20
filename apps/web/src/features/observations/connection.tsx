import { useTranslation } from 'react-i18next';
import styles from './connection.module.css';

/** Whether there is a network, and what becomes of what is typed without one. */
export function Connection(props: { online: boolean; persistent: boolean }) {
  const { t } = useTranslation('desk');
  if (props.online) return <p className={styles.online}>{t('connection.online')}</p>;
  return (
    <p role="status" className={styles.offline}>
      {t(props.persistent ? 'connection.offline' : 'connection.offlineShared')}
    </p>
  );
}
