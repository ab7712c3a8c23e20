import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { NotFound } from '../../app/not-found.tsx';
import { Button } from '../../desk/button.tsx';
import cards from '../../desk/card-table.module.css';
import look from '../../desk/desk.module.css';
import { FailedToLoad } from '../../desk/failed-to-load.tsx';
import { PartFailed } from '../../desk/part-failed.tsx';
import { ReopeningsPanel } from '../../desk/reopening/reopenings-panel.tsx';
import { ReportedValue } from '../../desk/reported-figure.tsx';
import { useWhen } from '../../desk/use-when.ts';
import type { WorkObservationFragment } from '../../desk/work-observation.generated.ts';
import { errorCode } from '../../desk/refusal.ts';
import { LocalText } from '../../ui/local-text.tsx';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import { useFormat } from '../../ui/use-format.ts';
import type { AreaGroup } from './review-queue.ts';
import { ReturnHead, ReturnList, unlistedOf } from './returns.tsx';
import { ReviewHead, UndoBatches } from './review-head.tsx';
import { ReviewQueueDocument } from './review-queue.generated.ts';
import { ReviewRow } from './review-row.tsx';
import styles from './review.module.css';
import { useReviewDesk, type Desk } from './use-review-desk.ts';
import { WholeReturn } from './whole-return.tsx';

const NOTHING = { submitted: [], approved: [], returned: [] };

/** What waits for a decision, country by country or of one return, and what was decided and is not released yet. */
export function ReviewDesk(props: {
  areaNames: ReadonlyMap<string, string>;
  submission?: string | undefined;
}) {
  const { areaNames, submission = null } = props;
  const { lang } = useFormat();
  const { t } = useTranslation('desk');
  const { data, error, refetch } = useQuery(ReviewQueueDocument, {
    variables: { lang, submission },
  });
  const desk = useReviewDesk(data?.reviewQueue ?? NOTHING);

  if (submission !== null && errorCode(error) === 'NOT_FOUND') return <NotFound />;
  if (error && !data) return <FailedToLoad error={error} retry={refetch} />;
  if (!data) return <PageSkeleton />;
  const { submitted, approved, returned, batches, returns } = data.reviewQueue;
  const nameOf = (area: string) => areaNames.get(area) ?? area;
  const shown = <One extends { area: string }>(all: readonly One[]) =>
    all.filter(({ area }) => desk.area === null || desk.area === area);
  const chosen = submission === null ? undefined : returns.find(({ id }) => id === submission);
  const unlisted = shown(returns).reduce(
    (sum, one) => sum + unlistedOf(one, submitted, one === chosen),
    0,
  );
  return (
    <div className={styles.page}>
      {chosen && <ReturnHead handedIn={chosen} name={nameOf(chosen.area)} />}
      <ReviewHead
        desk={desk}
        waiting={shown(submitted).length + unlisted}
        nameOf={nameOf}
        titled={!chosen}
      />
      {error && <PartFailed error={error} retry={refetch} />}
      {desk.mayDecide && <UndoBatches batches={batches} decisions={desk.decisions} />}
      {!chosen && <ReturnList returns={shown(returns)} submitted={submitted} nameOf={nameOf} />}
      {chosen && unlisted > 0 && (
        <WholeReturn handedIn={chosen} listed={submitted.length} desk={desk} />
      )}
      {desk.groups.length === 0 && unlisted === 0 && (
        <p className={look.notice}>{t('review.none')}</p>
      )}
      {desk.groups.map((group) => (
        <AreaQueue key={group.area} group={group} name={nameOf(group.area)} desk={desk} />
      ))}
      {!chosen && <ReopeningsPanel areaNames={areaNames} />}
      <DecidedList
        title={t('review.approved')}
        observations={shown(approved)}
        nameOf={nameOf}
        undo={desk.mayDecide ? desk.decisions.undo : undefined}
      />
      <DecidedList title={t('review.returned')} observations={shown(returned)} nameOf={nameOf} />
    </div>
  );
}

const columns = ['indicator', 'before', 'submitted', 'change', 'checks', 'decision'] as const;

/** What one country has submitted: the unremarkable folded under one button, the rest one by one, oldest first. */
function AreaQueue({ group, name, desk }: { group: AreaGroup; name: string; desk: Desk }) {
  const { area, easy, others } = group;
  const { t } = useTranslation('desk');
  const heading = `queue-${area}`;
  const unfolded = desk.unfolded.has(area);
  const shown = { easy: unfolded ? easy : [], others };
  return (
    <section aria-labelledby={heading} className={look.tight}>
      <h2 id={heading}>
        {name} <span className={styles.count}>{easy.length + others.length}</span>
      </h2>
      {easy.length > 0 && (
        <div className={`${look.row ?? ''} ${look.panel ?? ''}`}>
          {desk.mayDecide && (
            <Button
              of={name}
              disabled={desk.decisions.busy}
              onClick={() => void desk.decisions.accept(easy)}
            >
              {t('review.acceptEasy', { count: easy.length })}
            </Button>
          )}
          <Button
            look="linklike"
            of={name}
            aria-expanded={unfolded}
            onClick={() => desk.unfold(area)}
          >
            {t('review.showEasy', { count: easy.length })}
          </Button>
        </div>
      )}
      {(['easy', 'others'] as const).map(
        (name) =>
          shown[name].length > 0 && (
            <table
              key={name}
              className={`${cards.table ?? ''} ${styles.queue ?? ''}`}
              aria-labelledby={heading}
            >
              <thead>
                <tr>
                  {columns.map((column) => (
                    <th key={column} scope="col">
                      {t(`review.${column}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {shown[name].map((one) => (
                  <ReviewRow key={one.id} observation={one} desk={desk} />
                ))}
              </tbody>
            </table>
          ),
      )}
    </section>
  );
}

/** Decided values that no release holds yet; an approval can still be undone. */
function DecidedList(props: {
  title: string;
  observations: readonly WorkObservationFragment[];
  nameOf: (area: string) => string;
  undo?: ((observation: WorkObservationFragment) => Promise<unknown>) | undefined;
}) {
  const { title, observations, nameOf, undo } = props;
  const { t } = useTranslation('desk');
  const when = useWhen();
  if (observations.length === 0) return null;
  return (
    <details className={styles.decided} open={undo !== undefined}>
      <summary>
        <h2>
          {title} <span className={styles.count}>{observations.length}</span>
        </h2>
      </summary>
      <ul className="plain-list">
        {observations.map((observation) => {
          const { indicatorName, current, reviews } = observation;
          const review = reviews.at(-1);
          return (
            <li key={observation.id} className="cluster middle">
              <div>
                <strong>
                  {nameOf(observation.area)}: <LocalText of={indicatorName} />, {observation.year}
                </strong>{' '}
                – <ReportedValue indicator={observation} of={current} />
                {review && (
                  <p className={look.soft}>
                    {review.reviewer.name} · {when(review.createdAt)}
                    {review.reason !== null && ` · “${review.reason}”`}
                  </p>
                )}
              </div>
              {undo && (
                <Button of={indicatorName.text} onClick={() => void undo(observation)}>
                  {t('review.undo')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
