import { useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ChartBar, ChartFrameBar } from './chart-bar.tsx';
import type { ChartCardProps } from './chart-facts.ts';
import styles from './chart-card.module.css';

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
      <div ref={drawing} data-drawing="">
        {props.children}
      </div>
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
