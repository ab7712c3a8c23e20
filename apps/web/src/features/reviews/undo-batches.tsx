import { useTranslation } from 'react-i18next';
import buttons from '../../desk/desk.module.css';
import { useWhen } from '../../desk/use-when.ts';
import type { ReviewQueueQuery } from './review-queue.generated.ts';
import styles from './review.module.css';
import type { Decisions } from './use-decisions.ts';

/** What was accepted by one press can be taken back by one, for ten minutes. */
export function UndoBatches(props: {
  batches: ReviewQueueQuery['reviewQueue']['batches'];
  decisions: Decisions;
}) {
  const { t } = useTranslation('desk');
  const when = useWhen();
  if (props.batches.length === 0) return null;
  return (
    <ul className={styles.batches} aria-label={t('review.batches')}>
      {props.batches.map(({ batch, values, undoableUntil, reviewer }) => (
        <li key={batch}>
          <span>
            {t('review.batch', { count: values, name: reviewer.name, time: when(undoableUntil) })}
          </span>
          <button
            type="button"
            className={buttons.quiet}
            disabled={props.decisions.busy}
            onClick={() => void props.decisions.undoBatch(batch, values)}
          >
            {t('review.undoBatch', { count: values })}
          </button>
        </li>
      ))}
    </ul>
  );
}
