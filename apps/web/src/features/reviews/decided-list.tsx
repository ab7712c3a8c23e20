import { useTranslation } from 'react-i18next';
import desk from '../../desk/desk.module.css';
import { useWhen } from '../../desk/use-when.ts';
import { ReportedFigure } from '../../desk/reported-figure.tsx';
import { LocalText } from '../../ui/local-text.tsx';
import type { WorkObservationFragment } from '../../desk/work-observation.generated.ts';
import styles from './review.module.css';

/** Decided values that no release holds yet; an approval can still be undone. */
export function DecidedList(props: {
  title: string;
  observations: readonly WorkObservationFragment[];
  areaNames: ReadonlyMap<string, string>;
  undo?: ((observation: WorkObservationFragment) => Promise<unknown>) | undefined;
}) {
  const { title, observations, areaNames, undo } = props;
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
      <ul>
        {observations.map((observation) => {
          const review = observation.reviews.at(-1);
          return (
            <li key={observation.id}>
              <div>
                <strong>
                  {areaNames.get(observation.area) ?? observation.area}:{' '}
                  <LocalText of={observation.indicatorName} />, {observation.year}
                </strong>{' '}
                –{' '}
                {observation.current.missingReason === null ? (
                  <ReportedFigure
                    indicator={observation}
                    value={observation.current.value}
                    computed={observation.current.numerator !== null}
                  />
                ) : (
                  t(`missing.${observation.current.missingReason}`)
                )}
                {review && (
                  <p className={desk.soft}>
                    {review.reviewer.name} · {when(review.createdAt)}
                    {review.reason !== null && ` · “${review.reason}”`}
                  </p>
                )}
              </div>
              {undo && (
                <button
                  aria-label={`${t('review.undo')}: ${observation.indicatorName.text}`}
                  type="button"
                  className={desk.quiet}
                  onClick={() => void undo(observation)}
                >
                  {t('review.undo')}
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
