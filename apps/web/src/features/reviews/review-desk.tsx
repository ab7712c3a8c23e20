import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '@qadam/domain';
import desk from '../../desk/desk.module.css';
import { FailedToLoad } from '../../desk/failed-to-load.tsx';
import { reloading } from '../../desk/reloading.ts';
import { groupBy } from '../../desk/group-by.ts';
import { ProblemList } from '../../desk/problem-list.tsx';
import { ReopeningsPanel } from '../../desk/reopening/reopenings-panel.tsx';
import { useMe } from '../../desk/session.ts';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { AreaQueue } from './area-queue.tsx';
import { DecidedList } from './decided-list.tsx';
import { ReviewQueueDocument } from './review-queue.generated.ts';
import styles from './review.module.css';
import { unremarkable, useDecisions } from './use-decisions.ts';
import { useReviewKeys } from './use-review-keys.ts';

const order = ['KAZ', 'KGZ', 'TJK', 'UZB', 'CA4'];

/** What waits for a decision, country by country, and what was decided and is not released yet. */
export function ReviewDesk({ areaNames }: { areaNames: ReadonlyMap<string, string> }) {
  const { lang } = useFormat();
  const { t } = useTranslation('desk');
  const me = useMe();
  const { data, error, refetch } = useQuery(ReviewQueueDocument, {
    variables: { lang, area: null },
  });
  const reload = reloading(refetch);
  const decisions = useDecisions(reload);
  const [returning, setReturning] = useState<string>();
  const mayDecide = can(me, 'APPROVE') === 'ALLOWED';
  const submitted = data?.reviewQueue.submitted ?? [];
  const groups = [...groupBy(submitted, ({ area }) => area)].sort(
    ([a], [b]) => order.indexOf(a) - order.indexOf(b),
  );
  const inOrder = groups.flatMap(([, group]) => group);
  const keys = useReviewKeys({
    ids: inOrder.map(({ id }) => id),
    accept: (id) => {
      if (mayDecide) void decisions.accept(inOrder.filter((one) => one.id === id));
    },
    startReturn: (id) => {
      if (mayDecide) setReturning(id);
    },
  });

  if (error) return <FailedToLoad error={error} retry={() => void reload()} />;
  if (!data) return <PageSkeleton />;
  const easy = unremarkable(submitted, me.id);
  const { approved, returned } = data.reviewQueue;
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{t('review.title')}</h1>
        {submitted.length > 0 && <p>{t('review.count', { count: submitted.length })}</p>}
        {!mayDecide && <p className={styles.readOnly}>{t('review.readOnly')}</p>}
        {mayDecide && easy.length > 0 && (
          <button
            type="button"
            className={desk.primary}
            disabled={decisions.busy}
            onClick={() => void decisions.accept(easy)}
          >
            {t('review.acceptEasy', { count: easy.length })}
          </button>
        )}
        {mayDecide && submitted.length > 0 && (
          <label className={styles.keys}>
            <input
              type="checkbox"
              checked={keys.on}
              onChange={(event) => keys.switch(event.target.checked)}
            />
            <span>
              {t('review.keys')} <kbd>j</kbd> <kbd>k</kbd> {t('review.keyMove')} · <kbd>a</kbd>{' '}
              {t('review.keyAccept')} · <kbd>r</kbd> {t('review.keyReturn')}
            </span>
          </label>
        )}
        <p role="status" className={desk.soft}>
          {decisions.done}
        </p>
        <ProblemList problems={decisions.generalProblems} />
      </header>
      {submitted.length === 0 && <p className={styles.empty}>{t('review.none')}</p>}
      {groups.map(([area, observations]) => (
        <AreaQueue
          key={area}
          area={area}
          name={areaNames.get(area) ?? area}
          observations={observations}
          current={keys.current}
          returning={returning}
          setReturning={setReturning}
          mayDecide={mayDecide}
          decisions={decisions}
          reload={reload}
        />
      ))}
      <ReopeningsPanel areaNames={areaNames} />
      <DecidedList
        title={t('review.approved')}
        observations={approved}
        areaNames={areaNames}
        undo={mayDecide ? decisions.undo : undefined}
      />
      <DecidedList title={t('review.returned')} observations={returned} areaNames={areaNames} />
    </div>
  );
}
