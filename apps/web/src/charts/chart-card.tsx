import { useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ChartBar, ChartFrameBar } from './chart-bar.tsx';
import type { ChartCardProps } from './chart-facts.ts';
import styles from './chart-card.module.css';

/**
 * A chart with everything that belongs to it: no chart is without a title, a sentence computed from the data, a source, a definition,
 * a table of the same numbers, and the ways to take it along. The order is the same everywhere; on a page whose main part is
 * the chart (level 1), the drawing comes right after the title and the sentence.
 */
export function ChartCard(props: ChartCardProps) {
  const { t } = useTranslation();
  const id = useId();
  const drawing = useRef<HTMLDivElement>(null);
  const { facts, framed = false, level = 2 } = props;
  const Heading = (['h1', 'h2', 'h3'] as const)[level - 1] ?? 'h2';
  const first = level === 1 && !framed;
  const subtitle = (
    <p className={styles.subtitle} data-subtitle="">
      {facts.subtitle}
    </p>
  );
  const source = <figcaption className={styles.source}>{facts.source}</figcaption>;
  return (
    <figure
      className={`${styles.card ?? ''} ${framed ? (styles.framed ?? '') : (styles[`level${level}`] ?? '')}`}
      aria-labelledby={id}
      data-chart={facts.name}
    >
      <Heading id={id}>{props.heading ?? facts.title}</Heading>
      <p className={styles.takeaway} data-takeaway="">
        {facts.takeaway}
      </p>
      {!first && subtitle}
      {props.note}
      <div ref={drawing} data-drawing="">
        {props.children}
      </div>
      {props.below}
      {!first && source}
      {framed ? (
        <ChartFrameBar table={props.table} url={facts.url} />
      ) : (
        <ChartBar {...props} drawing={drawing} />
      )}
      {first && (
        <div className={styles.foot}>
          {source}
          {subtitle}
        </div>
      )}
      {first && props.tableFold !== false && (
        <details className={styles.numbers}>
          <summary>{t('chart.table')}</summary>
          <div data-way="table">{props.table}</div>
        </details>
      )}
      <p className="print-only">
        {facts.url}
        {facts.open > 0 && ` · ${t('chart.printOpen')}`}
      </p>
    </figure>
  );
}
