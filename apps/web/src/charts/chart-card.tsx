import { useId, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ChartBar, ChartFrameBar } from './chart-bar.tsx';
import type { ChartFacts, ChartFile } from './chart-facts.ts';
import styles from './chart-card.module.css';

export interface ChartCardProps {
  /** What goes with the chart wherever it goes: into pictures, files and citations. */
  facts: ChartFacts;
  /** The title with the languages of its parts marked; else the title of the facts. */
  heading?: ReactNode;
  /** Exactly the plotted numbers. */
  table: ReactNode;
  /** The same numbers as a file. */
  csv: () => string;
  /** Released values with sources, notes and licences. */
  files: readonly ChartFile[];
  /** Address of the chart as a frame for other sites. */
  embed: string;
  citation: string;
  definition: ReactNode;
  /** The drawing. */
  children: ReactNode;
  /** What may be chosen; stands above the drawing. */
  controls?: ReactNode;
  /** What the reader has to know before reading the lines. */
  note?: ReactNode;
  level?: 1 | 2 | 3;
  /** The table is open at first. */
  tableOpen?: boolean;
  /** Inside another site: only what is needed to read it, and the way to the whole page. */
  framed?: boolean;
}

/**
 * A chart as a citizen: nothing is drawn without a title, a sentence computed from the data, a source, a definition, a table
 * of the same numbers, and the ways to take it away. The order is the same everywhere.
 */
export function ChartCard(props: ChartCardProps) {
  const { t } = useTranslation();
  const id = useId();
  const drawing = useRef<HTMLDivElement>(null);
  const { facts, framed = false } = props;
  const Heading = (['h1', 'h2', 'h3'] as const)[(props.level ?? 2) - 1] ?? 'h2';
  return (
    <figure
      className={`${styles.card ?? ''} ${framed ? (styles.framed ?? '') : (styles[`level${props.level ?? 2}`] ?? '')}`}
      aria-labelledby={id}
      data-chart={facts.name}
    >
      <Heading id={id}>{props.heading ?? facts.title}</Heading>
      <p className={styles.takeaway} data-takeaway="">
        {facts.takeaway}
      </p>
      <p className={styles.subtitle}>{facts.subtitle}</p>
      {props.note}
      {props.controls !== undefined && <div className="no-print">{props.controls}</div>}
      <div ref={drawing}>{props.children}</div>
      <figcaption className={styles.source}>{facts.source}</figcaption>
      {framed ? (
        <ChartFrameBar table={props.table} url={facts.url} />
      ) : (
        <ChartBar {...props} drawing={drawing} />
      )}
      <p className="print-only">
        {facts.url}
        {facts.open > 0 && ` · ${t('chart.printOpen')}`}
      </p>
    </figure>
  );
}
