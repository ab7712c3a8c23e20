import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './message.module.css';

/** A page that has only something to say: not found, failed, nothing published yet. */
export function Message(props: {
  title: string;
  text: string;
  alert?: boolean;
  children?: ReactNode;
}) {
  return (
    <div className={styles.message} role={props.alert ? 'alert' : undefined}>
      <h1>{props.title}</h1>
      <p>{props.text}</p>
      {props.children}
    </div>
  );
}

export function NothingPublished() {
  const { t } = useTranslation('public');
  return <Message title={t('state.empty')} text={t('state.emptyText')} />;
}
