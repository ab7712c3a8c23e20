import { useTranslation } from 'react-i18next';
import buttons from '../../desk/desk.module.css';
import { useWhen } from '../../desk/use-when.ts';
import type { WorkObservationFragment } from '../../desk/work-observation.generated.ts';
import styles from './review.module.css';
import type { Desk } from './use-review-desk.ts';

/** Another decision on the value, or its recall, during review: by whom, and what can be done now. */
export function EditConflict(props: {
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
    <div role="status" className={styles.overtaken}>
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
      <div className={buttons.row}>
        {state === 'APPROVED' && desk.mayDecide && (
          <button
            aria-label={`${t('review.undo')}: ${name}`}
            type="button"
            className={buttons.quiet}
            disabled={desk.decisions.busy}
            onClick={() => void desk.decisions.undo(observation)}
          >
            {t('review.undo')}
          </button>
        )}
        {desk.writing?.of.id !== id && (
          <button
            aria-label={`${t('review.seen')}: ${name}`}
            type="button"
            className={buttons.quiet}
            onClick={() => desk.release(id)}
          >
            {t('review.seen')}
          </button>
        )}
      </div>
    </div>
  );
}
