import type { ReactNode } from 'react';
import styles from './page-header.module.css';

/** The title of a page: above it what the page belongs to, below it what the page is about. */
export function PageHeader(props: {
  title: ReactNode;
  eyebrow?: ReactNode;
  lead?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <div className={styles.header}>
      {props.eyebrow !== undefined && <p className={styles.eyebrow}>{props.eyebrow}</p>}
      <h1>{props.title}</h1>
      {props.lead !== undefined && <p className={styles.lead}>{props.lead}</p>}
      {props.children}
    </div>
  );
}
