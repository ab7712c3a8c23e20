import { useQuery } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NotFound } from '../../app/not-found.tsx';
import { answered } from '../../desk/answered.tsx';
import { Button } from '../../desk/button.tsx';
import cards from '../../desk/card-table.module.css';
import { Desk } from '../../desk/desk-head.tsx';
import look from '../../desk/desk.module.css';
import { ReopeningsPanel } from '../../desk/reopening/reopenings-panel.tsx';
import { ReportedValue } from '../../desk/reported-figure.tsx';
import { useWhen } from '../../desk/use-when.ts';
import type { WorkObservationFragment } from '../../desk/work-observation.generated.ts';
import { errorCode } from '../../desk/refusal.ts';
import { LocalText } from '../../ui/local-text.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { ReturnHead, ReturnList, ReturnNote, unlistedOf } from './returns.tsx';
import { ReviewChoices, ReviewFoot } from './review-head.tsx';
import { valuesIn, type AreaGroup } from './review-queue.ts';
import { ReviewQueueDocument } from './review-queue.generated.ts';
import { ReviewRow } from './review-row.tsx';
import styles from './review.module.css';
import { HEADING, useReviewDesk, type Desk as ReviewState } from './use-review-desk.ts';
import { WholeReturn } from './whole-return.tsx';

const NOTHING = { submitted: [], approved: [], returned: [], batches: [] };

/** The values that wait for a decision, by country or of one return, and those that were decided and are not released yet. */
export function ReviewDesk(props: {
  areaNames: ReadonlyMap<string, string>;
  submission?: string | undefined;
  /** Shown above the queue: a summary of the desk. */
  summary?: ReactNode;
}) {
  const { areaNames, submission = null } = props;
  const { lang } = useFormat();
  const { t } = useTranslation('desk');
  const { data, error, instead, notice } = answered(
    useQuery(ReviewQueueDocument, {
      variables: { lang, submission },
    }),
  );
  const nameOf = (area: string) => areaNames.get(area) ?? area;
  const desk = useReviewDesk(data?.reviewQueue ?? NOTHING, nameOf);

  if (submission !== null && errorCode(error) === 'NOT_FOUND') return <NotFound />;
  if (!data) return instead;
  const { submitted, approved, returned, batches, returns } = data.reviewQueue;
  const shown = <One extends { area: string }>(all: readonly One[]) =>
    all.filter(({ area }) => desk.area === null || desk.area === area);
  const chosen = submission === null ? undefined : returns.find(({ id }) => id === submission);
  const unlisted = shown(returns).reduce(
    (sum, one) => sum + unlistedOf(one, submitted, one === chosen),
    0,
  );
  const waiting = shown(submitted).length + unlisted;
  const { easy, mayDecide, decisions } = desk;
  return (
    <Desk
      titleId={HEADING}
      title={chosen ? `${nameOf(chosen.area)}, ${chosen.cycle}` : t('review.title')}
      facts={
        <>
          {waiting > 0 && <p id="waiting">{t('review.count', { count: waiting })}</p>}
          {chosen && <ReturnHead handedIn={chosen} />}
        </>
      }
      action={
        mayDecide &&
        easy.length > 0 && (
          <Button
            look="primary"
            disabled={decisions.busy}
            onClick={() => void decisions.accept(easy)}
          >
            {t('review.acceptEasy', { count: easy.length })}
          </Button>
        )
      }
      below={<ReviewChoices desk={desk} nameOf={nameOf} />}
    >
      {props.summary}
      {!mayDecide && <p className={look.notice}>{t('review.readOnly')}</p>}
      {notice}
      {chosen && <ReturnNote of={chosen} />}
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
        undo={mayDecide ? decisions.undo : undefined}
      />
      <DecidedList title={t('review.returned')} observations={shown(returned)} nameOf={nameOf} />
      <ReviewFoot desk={desk} batches={batches} />
    </Desk>
  );
}

const columns = ['indicator', 'before', 'submitted', 'checks', 'proof', 'decision'] as const;

/** What one country has submitted: first the values to be looked at one by one, the oldest first, then the unremarkable ones in one row. */
function AreaQueue({ group, name, desk }: { group: AreaGroup; name: string; desk: ReviewState }) {
  const { area, easy, others } = group;
  const { t } = useTranslation('desk');
  const { number } = useFormat();
  const heading = `queue-${area}`;
  const unfolded = desk.unfolded.has(area);
  const easyValues = valuesIn(easy);
  const count = easyValues.length + valuesIn(others).length;
  return (
    <section aria-labelledby={heading} className={look.tight}>
      <h2 id={heading} className={styles.area}>
        {name} <span className={styles.count}>{number(String(count))}</span>
      </h2>
      <table className={`${cards.table ?? ''} ${styles.queue ?? ''}`} aria-labelledby={heading}>
        <thead>
          <tr>
            <td />
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`review.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {others.map((line) => (
            <ReviewRow key={line.id} line={line} desk={desk} />
          ))}
          {easy.length > 0 && (
            <tr className={styles.easy}>
              <td colSpan={7}>
                <div className={look.row}>
                  <span>{t('review.easy', { count: easyValues.length })}</span>
                  <Button
                    look="linklike"
                    of={name}
                    aria-expanded={unfolded}
                    onClick={() => desk.unfold(area)}
                  >
                    {t('review.showEasy', { count: easyValues.length })}
                  </Button>
                  {desk.mayDecide && desk.groups.length > 1 && (
                    <Button
                      small
                      of={name}
                      disabled={desk.decisions.busy}
                      onClick={() => void desk.decisions.accept(easyValues)}
                    >
                      {t('review.acceptEasy', { count: easyValues.length })}
                    </Button>
                  )}
                </div>
              </td>
            </tr>
          )}
          {unfolded && easy.map((line) => <ReviewRow key={line.id} line={line} desk={desk} />)}
        </tbody>
      </table>
    </section>
  );
}

/** Decided values that are in no release yet; an approval can still be undone. */
function DecidedList(props: {
  title: string;
  observations: readonly WorkObservationFragment[];
  nameOf: (area: string) => string;
  undo?: ((observation: WorkObservationFragment) => Promise<unknown>) | undefined;
}) {
  const { title, observations, nameOf, undo } = props;
  const { t } = useTranslation('desk');
  const { number } = useFormat();
  const when = useWhen();
  if (observations.length === 0) return null;
  return (
    <details className={styles.decided} open={undo !== undefined}>
      <summary>
        <h2>
          {title} <span className={styles.count}>{number(String(observations.length))}</span>
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
