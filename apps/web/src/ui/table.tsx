import type { ReactNode } from 'react';
import styles from './table.module.css';

/** A small table whose first column heads its rows; it scrolls in its own frame on a narrow screen. */
export function Table(props: {
  caption: string;
  head: readonly string[];
  rows: readonly (readonly ReactNode[])[];
}) {
  return (
    <div className={styles.frame} role="region" aria-label={props.caption} tabIndex={0}>
      <table className={styles.table}>
        <caption>
          <span>{props.caption}</span>
        </caption>
        <thead>
          <tr>
            {props.head.map((text) => (
              <th scope="col" key={text}>
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map(([first, ...rest], row) => (
            <tr key={row}>
              <th scope="row">{first}</th>
              {rest.map((cell, column) => (
                <td key={column}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
