import type { ReactNode } from 'react';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import styles from './parts.module.css';

export function List({ items }: { items: readonly ReactNode[] }) {
  return (
    <ul className={styles.list}>
      {items.map((item, index) => (
        <li key={index}>{item}</li>
      ))}
    </ul>
  );
}

const root = getRouteApi('__root__');

/** The address to which readers may write, or that there is none. */
export function Contact() {
  const { contact } = root.useRouteContext();
  const { t } = useTranslation('about');
  if (contact === null) return <p>{t('contact.none')}</p>;
  return (
    <p>
      {t('contact.write')} <a href={`mailto:${contact}`}>{contact}</a>
    </p>
  );
}
