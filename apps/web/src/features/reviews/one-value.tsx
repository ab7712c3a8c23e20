import { useTranslation } from 'react-i18next';
import { openWord } from '../../charts/reading-text.ts';
import desk from '../../desk/desk.module.css';
import { ReportedFigure, ReportedValue, sourceOf } from '../../desk/reported-figure.tsx';
import { useWhen } from '../../desk/use-when.ts';
import type { WorkObservationFragment } from '../../desk/work-observation.generated.ts';
import { Figure } from '../../ui/figure.tsx';
import { LocalText } from '../../ui/local-text.tsx';
import { Checks, Provenance, ReviewDetails } from './review-details.tsx';
import styles from './review.module.css';

/** A value on a page of its own: the figure, its state, what the rules found, what was decided, and its details. */
export function OneValue(props: { observation: WorkObservationFragment; name: string }) {
  const { observation, name } = props;
  const { current, published, reviews } = observation;
  const { t } = useTranslation('desk');
  const when = useWhen();
  const facts = {
    now: (
      <strong>
        <ReportedValue indicator={observation} of={current} />
      </strong>
    ),
    state: t(`state.${observation.state}`),
    published: published ? (
      <ReportedFigure
        indicator={observation}
        value={published.value}
        status={published.obsStatus}
      />
    ) : (
      t('value.never')
    ),
  };
  return (
    <>
      <h1>
        {observation.indicator} <LocalText of={observation.indicatorName} />: {name},{' '}
        {observation.year}
      </h1>
      <dl className={desk.facts}>
        {(['now', 'state', 'published'] as const).map((name) => (
          <div key={name}>
            <dt>{t(`value.${name}`)}</dt>
            <dd>{facts[name]}</dd>
          </div>
        ))}
      </dl>
      <Checks observation={observation} />
      <Provenance observation={observation} />
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

/** What the public pages would show of the value, if disclosure control lets it pass at the release. */
function DonorPreview({
  observation,
  name,
}: {
  observation: WorkObservationFragment;
  name: string;
}) {
  const { current, alternatives } = observation;
  const { t } = useTranslation('desk');
  const { t: say } = useTranslation();
  const source = sourceOf(current);
  const word = openWord(current.obsStatus);
  const status = current.missingReason === 'SUPPRESSED' ? 'Q' : current.obsStatus;
  return (
    <figure className={`${desk.card ?? ''} ${styles.preview ?? ''}`}>
      <figcaption>{t('value.preview')}</figcaption>
      <p>
        <LocalText of={observation.indicatorName} />, {name}, {observation.year}
      </p>
      <p className={styles.big}>
        <Figure indicator={observation} value={current.value} status={status} />{' '}
        {word && <small>{say(`chart.status.${word}`)}</small>}
      </p>
      <p className={styles.meta}>
        <LocalText of={observation.unitText} />
      </p>
      {source !== null && (
        <p className={styles.meta}>
          {t('review.source')} {source}
        </p>
      )}
      {alternatives.length > 0 && (
        <p className={styles.meta}>{t('value.others', { count: alternatives.length })}</p>
      )}
      <p className={styles.meta}>{t('value.previewHint')}</p>
    </figure>
  );
}
