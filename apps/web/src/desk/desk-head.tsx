import { useElementSize } from '@mantine/hooks';
import type { CSSProperties, ReactNode } from 'react';
import styles from './desk-head.module.css';

/**
 * A desk with a sticky head: what is worked on, how far it is and whether it is saved, and at its end the main action of the page.
 * `below`: what can be chosen, on a line of its own. Heads of tables stick below it (`--desk-head` is its height).
 */
export function Desk(props: {
  title: ReactNode;
  facts?: ReactNode;
  action?: ReactNode;
  below?: ReactNode;
  titleId?: string;
  children: ReactNode;
}) {
  const { ref, height } = useElementSize<HTMLDivElement>();
  return (
    <div
      data-desk=""
      className={styles.desk}
      style={{ '--desk-head': `${height}px` } as CSSProperties}
    >
      <div ref={ref} className={styles.head}>
        <div className={styles.line}>
          <h1 id={props.titleId} tabIndex={-1}>
            {props.title}
          </h1>
          {props.facts && <div className={styles.facts}>{props.facts}</div>}
          {props.action && <div className={styles.action}>{props.action}</div>}
        </div>
        {props.below && <div className={styles.below}>{props.below}</div>}
      </div>
      {props.children}
    </div>
  );
}
