import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { FailedToLoad } from '../../desk/failed-to-load.tsx';
import { reloading } from '../../desk/reloading.ts';
import { ReopeningsPanel } from '../../desk/reopening/reopenings-panel.tsx';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { AreaQueue } from './area-queue.tsx';
import { DecidedList } from './decided-list.tsx';
import { ReviewHead } from './review-head.tsx';
import { ReviewQueueDocument } from './review-queue.generated.ts';
import styles from './review.module.css';
import { UndoBatches } from './undo-batches.tsx';
import { useReviewDesk } from './use-review-desk.ts';

/** What waits for a decision, country by country, and what was decided and is not released yet. */
export function ReviewDesk({ areaNames }: { areaNames: ReadonlyMap<string, string> }) {
  const { lang } = useFormat();
  const { t } = useTranslation('desk');
  const { data, error, refetch } = useQuery(ReviewQueueDocument, {
    variables: { lang, area: null },
  });
  const reload = reloading(refetch);
  const submitted = data?.reviewQueue.submitted ?? [];
  const desk = useReviewDesk(submitted, reload);

  if (error) return <FailedToLoad error={error} retry={() => void reload()} />;
  if (!data) return <PageSkeleton />;
  const { approved, returned, batches } = data.reviewQueue;
  return (
    <div className={styles.page}>
      <ReviewHead desk={desk} waiting={submitted.length} />
      {desk.mayDecide && <UndoBatches batches={batches} decisions={desk.decisions} />}
      {desk.groups.length === 0 && <p className={styles.empty}>{t('review.none')}</p>}
      {desk.groups.map((group) => (
        <AreaQueue
          key={group.area}
          group={group}
          name={areaNames.get(group.area) ?? group.area}
          desk={desk}
        />
      ))}
      <ReopeningsPanel areaNames={areaNames} />
      <DecidedList
        title={t('review.approved')}
        observations={approved}
        areaNames={areaNames}
        undo={desk.mayDecide ? desk.decisions.undo : undefined}
      />
      <DecidedList title={t('review.returned')} observations={returned} areaNames={areaNames} />
    </div>
  );
}
