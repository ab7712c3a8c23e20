import { useTranslation } from 'react-i18next';
import { Button } from '../../desk/button.tsx';
import choices from '../../desk/choices.module.css';
import look from '../../desk/desk.module.css';
import { ProblemList } from '../../desk/problem-list.tsx';
import { useWhen } from '../../desk/use-when.ts';
import type { ReviewQueueQuery } from './review-queue.generated.ts';
import { conversations, valuesIn } from './review-queue.ts';
import styles from './review.module.css';
import type { Desk } from './use-review-desk.ts';
import { WriteReporter } from './write-reporter.tsx';

/** Choices for the queue: all values, those with questions or answers, one country; and the shortcuts. */
export function ReviewChoices(props: { desk: Desk; nameOf: (area: string) => string }) {
  const { desk, nameOf } = props;
  const { keys, mayDecide, counts } = desk;
  const { t } = useTranslation('desk');
  const areas = new Set([...desk.areas, ...(desk.area === null ? [] : [desk.area])]);
  const others = valuesIn(desk.groups.flatMap((group) => group.others)).length;
  return (
    <>
      <div className="cluster" role="group" aria-label={t('review.show')}>
        <button
          type="button"
          className={choices.choice}
          aria-pressed={desk.only === null}
          onClick={() => desk.change({ only: null })}
        >
          {t('review.toLookAt', { count: desk.only === null ? others : counts.all })}
        </button>
        {conversations.map(
          (one) =>
            (counts[one] > 0 || desk.only === one) && (
              <button
                key={one}
                type="button"
                className={choices.choice}
                data-waits={one === 'answers' ? '' : undefined}
                aria-pressed={desk.only === one}
                onClick={() => desk.change({ only: desk.only === one ? null : one })}
              >
                {t(one === 'questions' ? 'review.onlyQuestions' : 'review.onlyAnswers', {
                  count: counts[one],
                })}
              </button>
            ),
        )}
      </div>
      {(desk.areas.length > 1 || desk.area !== null) && (
        <label>
          <span className="visually-hidden">{t('review.area')}</span>
          <select
            className={choices.list}
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
      {mayDecide && (
        <label className={styles.keys}>
          <input
            type="checkbox"
            checked={keys.on}
            onChange={(event) => keys.switch(event.target.checked)}
          />
          <span>
            {t('review.keys')} <kbd>j</kbd> <kbd>k</kbd> {t('review.keyMove')} · <kbd>x</kbd>{' '}
            {t('review.keySelect')} · <kbd>a</kbd> {t('review.keyAccept')} · <kbd>q</kbd>{' '}
            {t('review.keyAsk')} · <kbd>r</kbd> {t('review.keyReturn')} · <kbd>u</kbd>{' '}
            {t('review.keyUndo')}
          </span>
        </label>
      )}
    </>
  );
}

/** At the foot of the page: the decision on all selected values, what the last decision did, and a button to undo it. */
export function ReviewFoot(props: {
  desk: Desk;
  batches: ReviewQueueQuery['reviewQueue']['batches'];
}) {
  const { desk, batches } = props;
  const { decisions, selected, mayDecide } = desk;
  const { t } = useTranslation('desk');
  const when = useWhen();
  const values = valuesIn(selected);
  const writing = desk.writing?.line === null ? desk.writing : undefined;
  const write = (act: 'ASK' | 'RETURN') => desk.write({ line: null, of: values, act });
  const accept = async () => {
    if (await decisions.accept(values)) desk.deselect(selected);
  };
  return (
    <div className={`${styles.foot ?? ''} no-print`}>
      {writing && <WriteReporter key={writing.act} writing={writing} desk={desk} />}
      <div className={styles.footLine}>
        {mayDecide && selected.length > 0 && (
          <div className={look.row} role="group" aria-label={t('review.together')}>
            <strong>{t('review.selected', { count: values.length })}</strong>
            <Button look="primary" disabled={decisions.busy} onClick={() => void accept()}>
              {t('review.accept')}
            </Button>
            <Button onClick={() => write('ASK')}>{t('review.askAll')}</Button>
            <Button onClick={() => write('RETURN')}>{t('review.returnAll')}</Button>
            <Button look="linklike" onClick={desk.selectNone}>
              {t('review.selectNone')}
            </Button>
          </div>
        )}
        <p role="status" className={look.soft}>
          {decisions.done}
        </p>
        {mayDecide && batches.length > 0 && (
          <ul className="plain-list" aria-label={t('review.batches')}>
            {batches.map(({ batch, values: count, undoableUntil, reviewer }) => (
              <li key={batch} className={look.row}>
                <span>
                  {t('review.batch', { count, name: reviewer.name, time: when(undoableUntil) })}
                </span>
                <Button
                  small
                  disabled={decisions.busy}
                  onClick={() => void decisions.undoBatch(batch, count)}
                >
                  {t('review.undoBatch', { count })}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </div>
      <ProblemList problems={decisions.generalProblems} />
    </div>
  );
}
