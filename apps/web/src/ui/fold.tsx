import type { ReactNode } from 'react';
import styles from './fold.module.css';

/** A part of a page that waits folded; it is in the document, so that search and print find it. */
export function Fold({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className={styles.fold}>
      <summary>
        <h2>{title}</h2>
      </summary>
      <div className={styles.inside}>{children}</div>
    </details>
  );
}
