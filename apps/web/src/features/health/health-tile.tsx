import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './health.module.css';

/** One part of the installation: in order or to be looked at, in a word and by colour. */
export function HealthTile(props: { name: string; good: boolean; children: ReactNode }) {
  const { t } = useTranslation('desk');
  return (
    <li className={props.good ? styles.good : styles.late}>
      <h2>{props.name}</h2>
      <p className={styles.word}>{props.good ? t('health.good') : t('health.look')}</p>
      <p>{props.children}</p>
    </li>
  );
}
