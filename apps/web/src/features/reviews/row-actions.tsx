import { useTranslation } from 'react-i18next';
import { Button } from '../../desk/button.tsx';
import look from '../../desk/desk.module.css';
import { ProblemList } from '../../desk/problem-list.tsx';
import { useWhen } from '../../desk/use-when.ts';
import type { WorkObservationFragment } from '../../desk/work-observation.generated.ts';
import type { Line } from './review-queue.ts';
import styles from './review.module.css';
import type { Desk, Writing } from './use-review-desk.ts';

/** The buttons to accept, ask or return, and what the last attempt resulted in. */
export function RowActions({ line, desk }: { line: Line; desk: Desk }) {
  const { id, lead, values } = line;
  const { indicatorName } = lead;
  // in a table, any part may have the question
  const openQuestion = values.find((one) => one.openQuestion !== null)?.openQuestion ?? null;
  const answer = values.find((one) => one.answer !== null)?.answer ?? null;
  const { t } = useTranslation('desk');
  const name = indicatorName.text;
  const { busy, accept, problemsOf } = desk.decisions;
  const writing = (act: Writing['act']) => desk.writing?.line === id && desk.writing.act === act;
  const write = (act: Writing['act']) =>
    desk.write(writing(act) ? undefined : { line: id, of: values, act });
  const problems = values.flatMap((one) => problemsOf(one.id));
  const held = values.every((one) => desk.isHeld(one.id));
  const unanswered = openQuestion !== null && problems.some(({ code }) => code === 'OPEN_QUESTION');
  return (
    <>
      {desk.mayDecide && !held && (
        <div className={styles.actions}>
          <Button small of={name} disabled={busy} onClick={() => void accept(values)}>
            {t('review.accept')}
          </Button>
          <Button small of={name} aria-expanded={writing('ASK')} onClick={() => write('ASK')}>
            {t('review.ask')}
          </Button>
          <Button small of={name} aria-expanded={writing('RETURN')} onClick={() => write('RETURN')}>
            {t('review.return')}
          </Button>
        </div>
      )}
      {openQuestion && (
        <p className={styles.question}>
          {t('review.openQuestion')} <q>{openQuestion.text}</q>
        </p>
      )}
      {answer && (
        <p className={styles.answer}>
          {t('review.answered')} <q>{answer.text}</q>
        </p>
      )}
      <ProblemList problems={problems} />
      {unanswered && (
        <Button of={name} disabled={busy} onClick={() => void accept(values, true)}>
          {t('review.closeQuestion')}
        </Button>
      )}
      {held && <EditConflict observation={lead} desk={desk} isExplained={problems.length > 0} />}
    </>
  );
}

/** Somebody else decided on the value or recalled it during the review: who, and what can be done now. */
function EditConflict(props: {
  observation: WorkObservationFragment;
  desk: Desk;
  /** True: a problem beside it already says who it was. */
  isExplained: boolean;
}) {
  const { observation, desk, isExplained } = props;
  const { id, state, reviews, indicatorName } = observation;
  const { t } = useTranslation('desk');
  const when = useWhen();
  const review = isExplained || state === 'SUBMITTED' ? undefined : reviews.at(-1);
  const name = indicatorName.text;
  return (
    <div role="status" className={`${look.tight ?? ''} ${look.notice ?? ''}`} data-tone="late">
      <p>{t('review.overtaken')}</p>
      {review && (
        <p>
          {t('meanwhile', {
            what: t(`value.decision.${review.decision}`),
            name: `${review.reviewer.name} (${t(`role.${review.reviewer.role}`)})`,
            time: when(review.createdAt),
          })}
        </p>
      )}
      <div className={look.row}>
        {state === 'APPROVED' && desk.mayDecide && (
          <Button
            of={name}
            disabled={desk.decisions.busy}
            onClick={() => void desk.decisions.undo(observation)}
          >
            {t('review.undo')}
          </Button>
        )}
        {!desk.writing?.of.some((one) => one.id === id) && (
          <Button of={name} onClick={() => desk.decisions.dismiss(id)}>
            {t('review.seen')}
          </Button>
        )}
      </div>
    </div>
  );
}
