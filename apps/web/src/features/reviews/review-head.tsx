import { useTranslation } from 'react-i18next';
import { Button } from '../../desk/button.tsx';
import look from '../../desk/desk.module.css';
import { ProblemList } from '../../desk/problem-list.tsx';
import { useWhen } from '../../desk/use-when.ts';
import type { ReviewQueueQuery } from './review-queue.generated.ts';
import { conversations } from './review-queue.ts';
import styles from './review.module.css';
import type { Decisions } from './use-decisions.ts';
import type { Desk } from './use-review-desk.ts';

/** How much waits, what can be accepted at once, what to show, and what the last decision did. */
export function ReviewHead(props: {
  desk: Desk;
  waiting: number;
  nameOf: (area: string) => string;
  titled: boolean;
}) {
  const { desk, waiting, nameOf, titled } = props;
  const { easy, keys, decisions, mayDecide, counts } = desk;
  const { t } = useTranslation('desk');
  const areas = new Set([...desk.areas, ...(desk.area === null ? [] : [desk.area])]);
  return (
    <header id="waiting" className={`${look.tight ?? ''} ${styles.head ?? ''}`}>
      {titled && <h1>{t('review.title')}</h1>}
      {waiting > 0 && <p>{t('review.count', { count: waiting })}</p>}
      {!mayDecide && <p className={look.notice}>{t('review.readOnly')}</p>}
      {mayDecide && easy.length > 0 && (
        <Button
          look="primary"
          disabled={decisions.busy}
          onClick={() => void decisions.accept(easy)}
        >
          {t('review.acceptEasy', { count: easy.length })}
        </Button>
      )}
      {(desk.areas.length > 1 || desk.area !== null) && (
        <label className={look.row}>
          {t('review.area')}
          <select
            className={look.input}
            value={desk.area ?? ''}
            onChange={(event) => desk.change({ area: event.target.value || null })}
          >
            <option value="">{t('review.everyArea')}</option>
            {[...areas].map((area) => (
              <option key={area} value={area}>
                {nameOf(area)}
              </option>
            ))}
          </select>
        </label>
      )}
      {conversations.map(
        (one) =>
          (counts[one] > 0 || desk.only === one) && (
            <label key={one} className={styles.keys}>
              <input
                type="checkbox"
                checked={desk.only === one}
                onChange={(event) => desk.change({ only: event.target.checked ? one : null })}
              />
              <span>
                {t(one === 'questions' ? 'review.onlyQuestions' : 'review.onlyAnswers', {
                  count: counts[one],
                })}
              </span>
            </label>
          ),
      )}
      {mayDecide && waiting > 0 && (
        <label className={styles.keys}>
          <input
            type="checkbox"
            checked={keys.on}
            onChange={(event) => keys.switch(event.target.checked)}
          />
          <span>
            {t('review.keys')} <kbd>j</kbd> <kbd>k</kbd> {t('review.keyMove')} · <kbd>a</kbd>{' '}
            {t('review.keyAccept')} · <kbd>q</kbd> {t('review.keyAsk')} · <kbd>r</kbd>{' '}
            {t('review.keyReturn')}
          </span>
        </label>
      )}
      <p role="status" className={look.soft}>
        {decisions.done}
      </p>
      <ProblemList problems={decisions.generalProblems} />
    </header>
  );
}

/** What was accepted by one press can be taken back by one, for ten minutes. */
export function UndoBatches(props: {
  batches: ReviewQueueQuery['reviewQueue']['batches'];
  decisions: Decisions;
}) {
  const { batches, decisions } = props;
  const { t } = useTranslation('desk');
  const when = useWhen();
  if (batches.length === 0) return null;
  return (
    <ul
      className={`plain-list ${look.tight ?? ''} ${look.notice ?? ''}`}
      aria-label={t('review.batches')}
    >
      {batches.map(({ batch, values, undoableUntil, reviewer }) => (
        <li key={batch} className={look.row}>
          <span>
            {t('review.batch', { count: values, name: reviewer.name, time: when(undoableUntil) })}
          </span>
          <Button disabled={decisions.busy} onClick={() => void decisions.undoBatch(batch, values)}>
            {t('review.undoBatch', { count: values })}
          </Button>
        </li>
      ))}
    </ul>
  );
}
