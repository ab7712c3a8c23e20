import { useQuery } from '@apollo/client/react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PartFailed } from '../../desk/part-failed.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { DeskSummaryDocument } from './desk-summary.generated.ts';
import styles from './desk-summary.module.css';
import { OutstandingList } from './outstanding-list.tsx';

const numbers = ['late', 'toReview', 'openQuestions', 'readyToPublish'] as const;
/** Where each of them is worked on. */
const places = {
  late: { to: '/$lang/review', search: {}, hash: 'owing' },
  toReview: { to: '/$lang/review', search: {}, hash: 'waiting' },
  openQuestions: { to: '/$lang/review', search: { only: 'questions' }, hash: 'waiting' },
  readyToPublish: { to: '/$lang/publish' },
} as const;

/** The officer's home: four numbers, and outstanding returns. */
export function DeskSummary() {
  const { t } = useTranslation('desk');
  const format = useFormat();
  const { data, error, refetch } = useQuery(DeskSummaryDocument, {
    variables: { lang: format.lang },
  });
  if (error) {
    return (
      <section aria-label={t('summary.label')} className={styles.summary}>
        <PartFailed error={error} retry={refetch} />
      </section>
    );
  }
  const summary = data?.deskSummary;
  return (
    <section aria-label={t('summary.label')} className={styles.summary}>
      <dl className={styles.numbers}>
        {numbers.map((name) => (
          <div key={name} data-alert={(name === 'late' && (summary?.late ?? 0) > 0) || undefined}>
            <dt>{t(`summary.${name}`)}</dt>
            <dd>
              {summary === undefined ? (
                '…'
              ) : summary[name] === 0 ? (
                '0'
              ) : (
                <Link
                  {...places[name]}
                  params={{ lang: format.lang }}
                  preload={false}
                  aria-label={`${t(`summary.${name}`)}: ${String(summary[name])}`}
                >
                  {format.number(String(summary[name]))}
                </Link>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {summary !== undefined && summary.outstanding.length > 0 && (
        <details id="owing" className={styles.owing} open={summary.late > 0}>
          <summary>{t('summary.owing', { count: summary.outstanding.length })}</summary>
          <OutstandingList outstanding={summary.outstanding} />
        </details>
      )}
    </section>
  );
}
