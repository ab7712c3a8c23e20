import { useId, type ReactNode, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { DropPanel } from '../ui/drop-panel.tsx';
import { Share } from '../ui/share/share.tsx';
import type { ChartCardProps } from './chart-facts.ts';
import styles from './chart-bar.module.css';
import { DownloadList } from './download-list.tsx';

type Props = Pick<
  ChartCardProps,
  'facts' | 'table' | 'csv' | 'files' | 'embed' | 'citation' | 'definition' | 'controls' | 'level'
> & { drawing: RefObject<HTMLElement | null> };

/**
 * The row under a chart: first what can be chosen, then what can be done with the chart, in the same order everywhere. Plain
 * disclosures, so that everything but the pictures works without JavaScript. If the chart is the main part of the page
 * (level 1), its table and definition are elsewhere on it.
 */
export function ChartBar(props: Props) {
  const { t } = useTranslation();
  const { facts, level = 2 } = props;
  return (
    <div className={styles.bar} data-chart-bar="">
      {props.controls}
      <span className={styles.apart} />
      {level > 1 && (
        <BarItem title={t('chart.table')} what="table" printed>
          {props.table}
        </BarItem>
      )}
      <Share
        title={facts.title}
        url={facts.url}
        citation={props.citation}
        {...(props.embed === undefined ? {} : { embed: props.embed })}
      />
      <DropPanel what="download" title={t('chart.download')}>
        <DownloadList
          facts={facts}
          csv={props.csv}
          files={props.files}
          picture={async (kind) => {
            const { takePicture } = await import('./picture/take-picture.ts');
            if (!props.drawing.current) throw new Error('Nothing is drawn.');
            return takePicture(props.drawing.current, facts, kind);
          }}
        />
      </DropPanel>
      {level > 1 && (
        <BarItem title={t('chart.definition')} what="definition" sign>
          {props.definition}
        </BarItem>
      )}
    </div>
  );
}

/** The row under a chart on another site: its numbers, and a link to its page here. */
export function ChartFrameBar({ table, url }: { table: ReactNode; url: string }) {
  const { t } = useTranslation();
  return (
    <div className={styles.bar} data-chart-bar="">
      <BarItem title={t('chart.table')} what="table">
        {table}
      </BarItem>
      <a className="row-button" href={url} target="_blank" rel="noopener">
        {t('chart.openHere')}
      </a>
    </div>
  );
}

export function BarItem(props: {
  title: string;
  what?: string;
  printed?: boolean;
  sign?: boolean;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <details className={`${styles.item ?? ''} ${props.printed ? '' : 'no-print'}`}>
      <summary id={id} className="row-button">
        {props.sign && (
          <svg width="15" height="15" viewBox="0 0 16 16" aria-hidden="true">
            <path
              d="M8 .75a7.25 7.25 0 1 0 0 14.5A7.25 7.25 0 0 0 8 .75ZM8 7v5M8 3.6v1.6"
              fill="none"
              stroke="currentColor"
              strokeWidth="1.5"
            />
          </svg>
        )}
        {props.title}
      </summary>
      <div className={styles.body} role="group" aria-labelledby={id} data-way={props.what}>
        {props.children}
      </div>
    </details>
  );
}
