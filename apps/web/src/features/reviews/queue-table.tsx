import { useTranslation } from 'react-i18next';
import type { WorkObservationFragment } from '../../desk/work-observation.generated.ts';
import { ReviewRow } from './review-row.tsx';
import styles from './review.module.css';
import type { Desk } from './use-review-desk.ts';

/** Submitted values beside what they would replace, each with its decision. */
export function QueueTable(props: {
  label: string;
  observations: readonly WorkObservationFragment[];
  desk: Desk;
}) {
  const { label, observations, desk } = props;
  const { t } = useTranslation('desk');
  return (
    <table className={styles.queue} aria-labelledby={label}>
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
          <ReviewRow key={observation.id} observation={observation} desk={desk} />
        ))}
      </tbody>
    </table>
  );
}
