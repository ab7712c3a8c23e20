import { useTranslation } from 'react-i18next';
import buttons from '../../desk/desk.module.css';
import { ProblemList } from '../../desk/problem-list.tsx';
import type { WorkObservationFragment } from '../../desk/work-observation.generated.ts';
import { EditConflict } from './edit-conflict.tsx';
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
            <button
              aria-label={`${t('review.accept')}: ${name}`}
              type="button"
              className={buttons.primary}
              disabled={busy}
              onClick={() => void accept([observation])}
            >
              {t('review.accept')}
            </button>
            <button
              aria-label={`${t('review.ask')}: ${name}`}
              type="button"
              className={buttons.quiet}
              aria-expanded={writing('ASK')}
              onClick={() => write('ASK')}
            >
              {t('review.ask')}
            </button>
            <button
              aria-label={`${t('review.return')}: ${name}`}
              type="button"
              className={buttons.quiet}
              aria-expanded={writing('RETURN')}
              onClick={() => write('RETURN')}
            >
              {t('review.return')}
            </button>
          </>
        )}
        <button
          aria-label={`${t('review.details')}: ${name}`}
          type="button"
          className={buttons.linklike}
          aria-expanded={open}
          onClick={() => desk.setOpen(open ? null : id)}
        >
          {t('review.details')}
        </button>
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
        <button
          aria-label={`${t('review.closeQuestion')}: ${name}`}
          type="button"
          className={buttons.quiet}
          disabled={busy}
          onClick={() => void accept([observation], true)}
        >
          {t('review.closeQuestion')}
        </button>
      )}
      {held && (
        <EditConflict observation={observation} desk={desk} isExplained={problems.length > 0} />
      )}
    </>
  );
}
