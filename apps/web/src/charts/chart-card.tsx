import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './chart-card.module.css';

export interface ChartCardProps {
  /** The measure and its unit. */
  title: ReactNode;
  /** One sentence computed from the data. */
  takeaway: ReactNode;
  /** Countries, period, release. */
  subtitle: ReactNode;
  /** Where the figures come from, and how many are not final. */
  source: ReactNode;
  /** Exactly the plotted numbers. */
  table: ReactNode;
  definition: ReactNode;
  /** An address that shows the same again, and how to cite it. */
  cite: ReactNode;
  /** The drawing. */
  children: ReactNode;
  /** What may be chosen; stands above the drawing. */
  controls?: ReactNode;
  /** What the reader has to know before reading the lines. */
  note?: ReactNode;
  level?: 1 | 2;
}

/** A chart as a citizen: nothing is drawn without a title, a sentence, a source, a definition and a table of the same numbers. */
export function ChartCard(props: ChartCardProps) {
  const { t } = useTranslation();
  const id = useId();
  const Heading = props.level === 1 ? 'h1' : 'h2';
  return (
    <figure className={styles.card} aria-labelledby={id}>
      <Heading id={id}>{props.title}</Heading>
      <div className={styles.takeaway}>{props.takeaway}</div>
      <p className={styles.subtitle}>{props.subtitle}</p>
      {props.note}
      {props.controls !== undefined && <div className="no-print">{props.controls}</div>}
      {props.children}
      <figcaption className={styles.source}>{props.source}</figcaption>
      <div className={styles.more}>
        <details open className={styles.table}>
          <summary>{t('chart.table')}</summary>
          {props.table}
        </details>
        <details>
          <summary>{t('chart.definition')}</summary>
          <div className={styles.body}>{props.definition}</div>
        </details>
        <details>
          <summary>{t('chart.cite')}</summary>
          <div className={styles.body}>{props.cite}</div>
        </details>
      </div>
    </figure>
  );
}
