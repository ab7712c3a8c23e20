import { useTranslation } from 'react-i18next';
import { ReportedFigure } from '../../desk/reported-figure.tsx';
import desk from '../../desk/desk.module.css';
import { useWhen } from '../../desk/use-when.ts';
import type { WorkObservationFragment } from '../../desk/work-observation.generated.ts';
import { LocalText } from '../../ui/local-text.tsx';
import { Checks } from './checks.tsx';
import { DonorPreview } from './donor-preview.tsx';
import { ReviewDetails } from './review-details.tsx';
import styles from './review.module.css';

/** A value on its own: the figure, its state, what the rules say, what was decided, and all that stands behind it. */
export function OneValue(props: { observation: WorkObservationFragment; name: string }) {
  const { observation, name } = props;
  const { current, published, reviews } = observation;
  const { t } = useTranslation('desk');
  const when = useWhen();
  return (
    <>
      <h1>
        {observation.indicator} <LocalText of={observation.indicatorName} />: {name},{' '}
        {observation.year}
      </h1>
      <dl className={styles.facts}>
        <div>
          <dt>{t('value.now')}</dt>
          <dd>
            <strong>
              {current.missingReason === null ? (
                <ReportedFigure
                  indicator={observation}
                  value={current.value}
                  computed={current.numerator !== null}
                />
              ) : (
                t(`missing.${current.missingReason}`)
              )}
            </strong>
          </dd>
        </div>
        <div>
          <dt>{t('value.state')}</dt>
          <dd>{t(`state.${observation.state}`)}</dd>
        </div>
        <div>
          <dt>{t('value.published')}</dt>
          <dd>
            {published === null ? (
              t('value.never')
            ) : (
              <ReportedFigure
                indicator={observation}
                value={published.value}
                status={published.obsStatus}
              />
            )}
          </dd>
        </div>
      </dl>
      <Checks observation={observation} />
      <DonorPreview observation={observation} name={name} />
      {reviews.length > 0 && (
        <section aria-labelledby="value-decisions" className={desk.stack}>
          <h2 id="value-decisions">{t('value.decisions')}</h2>
          <ol className={styles.decisions}>
            {reviews.map((review) => (
              <li key={review.createdAt}>
                {t(`value.decision.${review.decision}`)} · {review.reviewer.name} ·{' '}
                {when(review.createdAt)} {review.reason !== null && <q>{review.reason}</q>}
              </li>
            ))}
          </ol>
        </section>
      )}
      <h2>{t('grid.details')}</h2>
      <ReviewDetails observation={observation} />
    </>
  );
}
