import type { ReactNode } from 'react';
import styles from './fold.module.css';

/** A section that the reader opens when it is wanted. On paper it is open. */
export function Fold(props: {
  title: ReactNode;
  note?: ReactNode;
  open?: boolean;
  children: ReactNode;
}) {
  return (
    <details className={styles.fold} open={props.open ?? false}>
      <summary>
        <h2>{props.title}</h2>
      </summary>
      <div className={styles.body}>
        {props.note !== undefined && <p className="soft">{props.note}</p>}
        {props.children}
      </div>
    </details>
  );
}
