import { useTranslation } from 'react-i18next';
import type { WorkObservationFragment } from '../../desk/work-observation.generated.ts';
import { ReviewRow } from './review-row.tsx';
import styles from './review.module.css';
import type { Decisions } from './use-decisions.ts';

/** What one country has submitted, oldest first. */
export function AreaQueue(props: {
  area: string;
  name: string;
  observations: readonly WorkObservationFragment[];
  current: string | undefined;
  returning: string | undefined;
  setReturning: (id: string | undefined) => void;
  mayDecide: boolean;
  decisions: Decisions;
  reload: () => Promise<unknown>;
}) {
  const { area, name, observations, current, returning } = props;
  const { t } = useTranslation('desk');
  const heading = `queue-${area}`;
  return (
    <section aria-labelledby={heading} className={styles.area}>
      <h2 id={heading}>
        {name} <span className={styles.count}>{observations.length}</span>
      </h2>
      <table className={styles.queue} aria-labelledby={heading}>
        <thead>
          <tr>
            <th scope="col">{t('review.indicator')}</th>
            <th scope="col" className={styles.figure}>
              {t('review.before')}
            </th>
            <th scope="col" className={styles.figure}>
              {t('review.submitted')}
            </th>
            <th scope="col" className={styles.figure}>
              {t('review.change')}
            </th>
            <th scope="col">{t('review.checks')}</th>
            <th scope="col">{t('review.decision')}</th>
          </tr>
        </thead>
        <tbody>
          {observations.map((observation) => (
            <ReviewRow
              key={observation.id}
              observation={observation}
              isCurrent={observation.id === current}
              isReturning={observation.id === returning}
              setReturning={props.setReturning}
              mayDecide={props.mayDecide}
              decisions={props.decisions}
              reload={props.reload}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}
