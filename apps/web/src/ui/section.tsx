import { useId, type ReactNode } from 'react';
import styles from './section.module.css';

export function Section(props: {
  title: ReactNode;
  note?: ReactNode;
  /** Makes the section a target of links. */
  id?: string;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section
      className={styles.section}
      {...(props.id !== undefined && { id: props.id, tabIndex: -1 })}
      aria-labelledby={id}
    >
      <h2 id={id}>{props.title}</h2>
      {props.note !== undefined && <p className="soft">{props.note}</p>}
      {props.children}
    </section>
  );
}
