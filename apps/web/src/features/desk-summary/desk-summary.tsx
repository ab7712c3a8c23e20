import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { FailedToLoad } from '../../desk/failed-to-load.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { DeskSummaryDocument } from './desk-summary.generated.ts';
import styles from './desk-summary.module.css';
import { OwingList } from './owing-list.tsx';

/** Where an officer's day begins: four numbers, and who owes what. */
export function DeskSummary() {
  const { t } = useTranslation('desk');
  const format = useFormat();
  const { data, error, refetch } = useQuery(DeskSummaryDocument, {
    variables: { lang: format.lang },
  });
  if (error) return <FailedToLoad error={error} retry={() => void refetch()} />;
  const summary = data?.deskSummary;
  const numbers = ['late', 'toReview', 'openQuestions', 'readyToPublish'] as const;
  return (
    <section aria-label={t('summary.label')} className={styles.summary}>
      <dl className={styles.numbers}>
        {numbers.map((name) => (
          <div key={name} data-alert={(name === 'late' && (summary?.late ?? 0) > 0) || undefined}>
            <dt>{t(`summary.${name}`)}</dt>
            <dd>{summary === undefined ? '…' : format.number(String(summary[name]))}</dd>
          </div>
        ))}
      </dl>
      {summary !== undefined && summary.owing.length > 0 && (
        <details className={styles.owing} open={summary.late > 0}>
          <summary>{t('summary.owing', { count: summary.owing.length })}</summary>
          <OwingList owing={summary.owing} reload={refetch} />
        </details>
      )}
    </section>
  );
}
