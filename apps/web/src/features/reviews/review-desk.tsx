import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { NotFound } from '../../app/not-found.tsx';
import { FailedToLoad } from '../../desk/failed-to-load.tsx';
import { PartFailed } from '../../desk/part-failed.tsx';
import { ReopeningsPanel } from '../../desk/reopening/reopenings-panel.tsx';
import { useMe } from '../../desk/session.ts';
import { errorCode } from '../../desk/work-client.ts';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { AreaQueue } from './area-queue.tsx';
import { DecidedList } from './decided-list.tsx';
import { ReturnHead } from './return-head.tsx';
import { ReturnList } from './return-list.tsx';
import { ReviewHead } from './review-head.tsx';
import { ReviewQueueDocument } from './review-queue.generated.ts';
import styles from './review.module.css';
import { UndoBatches } from './undo-batches.tsx';
import { useReviewDesk } from './use-review-desk.ts';

const NOTHING = { submitted: [], approved: [], returned: [] };

/** What waits for a decision, country by country or of one return, and what was decided and is not released yet. */
export function ReviewDesk(props: {
  areaNames: ReadonlyMap<string, string>;
  submission?: string | undefined;
}) {
  const { areaNames, submission = null } = props;
  const { lang } = useFormat();
  const { t } = useTranslation('desk');
  const me = useMe();
  const { data, error, refetch } = useQuery(ReviewQueueDocument, {
    variables: { lang, submission },
  });
  const desk = useReviewDesk(data?.reviewQueue ?? NOTHING);

  if (submission !== null && errorCode(error) === 'NOT_FOUND') return <NotFound />;
  if (error && !data) return <FailedToLoad error={error} retry={refetch} />;
  if (!data) return <PageSkeleton />;
  const { submitted, approved, returned, batches, returns } = data.reviewQueue;
  const nameOf = (area: string) => areaNames.get(area) ?? area;
  const shown = (observations: typeof submitted) =>
    observations.filter(({ area }) => desk.area === null || desk.area === area);
  const chosen = submission === null ? undefined : returns.find(({ id }) => id === submission);
  return (
    <div className={styles.page}>
      {chosen && <ReturnHead handedIn={chosen} name={nameOf(chosen.area)} />}
      <ReviewHead desk={desk} waiting={shown(submitted).length} nameOf={nameOf} titled={!chosen} />
      {error && <PartFailed error={error} retry={refetch} />}
      {desk.mayDecide && <UndoBatches batches={batches} decisions={desk.decisions} />}
      {!chosen && (
        <ReturnList
          returns={returns.filter(({ area }) => desk.area === null || desk.area === area)}
          submitted={submitted}
          reviewer={me.id}
          areaNames={areaNames}
        />
      )}
      {desk.groups.length === 0 && <p className={styles.empty}>{t('review.none')}</p>}
      {desk.groups.map((group) => (
        <AreaQueue key={group.area} group={group} name={nameOf(group.area)} desk={desk} />
      ))}
      {!chosen && <ReopeningsPanel areaNames={areaNames} />}
      <DecidedList
        title={t('review.approved')}
        observations={shown(approved)}
        areaNames={areaNames}
        undo={desk.mayDecide ? desk.decisions.undo : undefined}
      />
      <DecidedList
        title={t('review.returned')}
        observations={shown(returned)}
        areaNames={areaNames}
      />
    </div>
  );
}
