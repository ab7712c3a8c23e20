import { useId, type ReactNode } from 'react';
import { DropDown } from './drop-down.tsx';
import styles from './drop-panel.module.css';

/** A button in a row that opens a panel over the page. Only one panel is open at a time. */
export function DropPanel(props: {
  title: ReactNode;
  /** The panel in one word, by which specs find it. */
  what: string;
  /** True: the button has a frame and an arrow, as it opens a list of choices. */
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
