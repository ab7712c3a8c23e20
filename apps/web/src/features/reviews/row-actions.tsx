import { useTranslation } from 'react-i18next';
import { Button } from '../../desk/button.tsx';
import look from '../../desk/desk.module.css';
import { ProblemList } from '../../desk/problem-list.tsx';
import { useWhen } from '../../desk/use-when.ts';
import type { WorkObservationFragment } from '../../desk/work-observation.generated.ts';
import styles from './review.module.css';
import type { Desk, Writing } from './use-review-desk.ts';

/** Accept, ask or return, and what the last try answered. */
export function RowActions(props: {
  observation: WorkObservationFragment;
  desk: Desk;
  open: boolean;
}) {
  const { observation, desk, open } = props;
  const { id, indicatorName, messages, openQuestion, answer } = observation;
  const { t } = useTranslation('desk');
  const name = indicatorName.text;
  const { busy, accept, problemsOf } = desk.decisions;
  const writing = (act: Writing['act']) => desk.writing?.of.id === id && desk.writing.act === act;
  const write = (act: Writing['act']) =>
    desk.write(writing(act) ? undefined : { of: observation, act });
  const problems = problemsOf(id);
  const held = desk.isHeld(id);
  const unanswered = openQuestion !== null && problems.some(({ code }) => code === 'OPEN_QUESTION');
  return (
    <>
      <div className={styles.actions}>
        {desk.mayDecide && !held && (
          <>
            <Button
              look="primary"
              of={name}
              disabled={busy}
              onClick={() => void accept([observation])}
            >
              {t('review.accept')}
            </Button>
            <Button of={name} aria-expanded={writing('ASK')} onClick={() => write('ASK')}>
              {t('review.ask')}
            </Button>
            <Button of={name} aria-expanded={writing('RETURN')} onClick={() => write('RETURN')}>
              {t('review.return')}
            </Button>
          </>
        )}
        <Button
          look="linklike"
          of={name}
          aria-expanded={open}
          onClick={() => desk.change({ open: open ? null : id })}
        >
          {t('review.details')}
        </Button>
        {messages.length > 0 && <span>{t('grid.messages', { count: messages.length })}</span>}
      </div>
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
        <Button of={name} disabled={busy} onClick={() => void accept([observation], true)}>
          {t('review.closeQuestion')}
        </Button>
      )}
      {held && (
        <EditConflict observation={observation} desk={desk} isExplained={problems.length > 0} />
      )}
    </>
  );
}

/** Another decision on the value, or its recall, during review: by whom, and what can be done now. */
function EditConflict(props: {
  observation: WorkObservationFragment;
  desk: Desk;
  /** A problem beside it already says who it was. */
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
        {desk.writing?.of.id !== id && (
          <Button of={name} onClick={() => desk.release(id)}>
            {t('review.seen')}
          </Button>
        )}
      </div>
    </div>
  );
}
