import { useId, type ReactNode } from 'react';
import { DropDown } from './drop-down.tsx';
import styles from './drop-panel.module.css';

/** A button of a row that opens a panel beside it, over the page. One of a row at a time. */
export function DropPanel(props: {
  title: ReactNode;
  /** The panel in one word, for finding it. */
  what: string;
  /** Higher than a button of text: a row of choices. */
  framed?: boolean;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <DropDown
      name="panel"
      className={`${styles.drop ?? ''} ${props.framed ? (styles.framed ?? '') : ''} no-print`}
    >
      <summary id={id} className="row-button">
        {props.title}
      </summary>
      <div className={styles.panel} role="group" aria-labelledby={id} data-way={props.what}>
        {props.children}
      </div>
    </DropDown>
  );
}
