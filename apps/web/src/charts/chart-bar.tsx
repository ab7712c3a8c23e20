import { useId, type ReactNode, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChartCardProps } from './chart-facts.ts';
import styles from './chart-bar.module.css';
import { DownloadList } from './download-list.tsx';
import { CopyField } from '../ui/share/copy-field.tsx';
import { frameCode } from '../ui/share/frame-code.ts';

type Props = Pick<
  ChartCardProps,
  'facts' | 'table' | 'csv' | 'files' | 'embed' | 'citation' | 'definition' | 'tableOpen'
> & { drawing: RefObject<HTMLElement | null> };

/** What can be done with a chart, in the one order used everywhere. Plain disclosures, so that all of it works without JavaScript but the pictures. */
export function ChartBar(props: Props) {
  const { t } = useTranslation();
  const { facts } = props;
  return (
    <div className={styles.bar} data-chart-bar="">
      <BarItem title={t('chart.table')} open={props.tableOpen ?? false} printed>
        {props.table}
      </BarItem>
      <BarItem title={t('chart.download')}>
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
      </BarItem>
      <BarItem title={t('chart.link')}>
        <CopyField label={t('chart.linkLabel')} text={facts.url} />
      </BarItem>
      <BarItem title={t('chart.embed')}>
        <CopyField label={t('chart.embedLabel')} text={frameCode(props.embed, facts.title)} />
        <p>
          <a href={props.embed} target="_blank" rel="noreferrer">
            {t('chart.embedPreview')}
          </a>
        </p>
      </BarItem>
      <BarItem title={t('chart.cite')}>
        <CopyField label={t('chart.citeLabel')} text={props.citation} />
      </BarItem>
      <BarItem title={t('chart.definition')} sign>
        {props.definition}
      </BarItem>
    </div>
  );
}

/** A chart on somebody else's page: its numbers, and the way to ours. */
export function ChartFrameBar({ table, url }: { table: ReactNode; url: string }) {
  const { t } = useTranslation();
  return (
    <div className={styles.bar} data-chart-bar="">
      <BarItem title={t('chart.table')}>{table}</BarItem>
      <a className={styles.away} href={url} target="_blank" rel="noopener">
        {t('chart.openHere')}
      </a>
    </div>
  );
}

export function BarItem(props: {
  title: string;
  open?: boolean;
  printed?: boolean;
  sign?: boolean;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <details
      className={`${styles.item ?? ''} ${props.printed ? '' : 'no-print'}`}
      open={props.open ?? false}
    >
      <summary id={id}>
        {props.sign && (
          <svg width="15" height="15" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
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
      <div className={styles.body} role="group" aria-labelledby={id}>
        {props.children}
      </div>
    </details>
  );
}
