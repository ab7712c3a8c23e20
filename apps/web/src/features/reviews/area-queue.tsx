import { useTranslation } from 'react-i18next';
import buttons from '../../desk/desk.module.css';
import type { AreaGroup } from './queue-of.ts';
import { QueueTable } from './queue-table.tsx';
import styles from './review.module.css';
import type { Desk } from './use-review-desk.ts';

/** What one country has submitted: the unremarkable folded under one button, the rest one by one, oldest first. */
export function AreaQueue({ group, name, desk }: { group: AreaGroup; name: string; desk: Desk }) {
  const { area, easy, others } = group;
  const { t } = useTranslation('desk');
  const heading = `queue-${area}`;
  const unfolded = desk.unfolded.has(area);
  return (
    <section aria-labelledby={heading} className={styles.area}>
      <h2 id={heading}>
        {name} <span className={styles.count}>{easy.length + others.length}</span>
      </h2>
      {easy.length > 0 && (
        <div className={styles.easy}>
          {desk.mayDecide && (
            <button
              type="button"
              className={buttons.quiet}
              aria-label={`${t('review.acceptEasy', { count: easy.length })}: ${name}`}
              disabled={desk.decisions.busy}
              onClick={() => void desk.decisions.accept(easy)}
            >
              {t('review.acceptEasy', { count: easy.length })}
            </button>
          )}
          <button
            type="button"
            className={buttons.linklike}
            aria-label={`${t('review.showEasy', { count: easy.length })}: ${name}`}
            aria-expanded={unfolded}
            onClick={() => desk.unfold(area)}
          >
            {t('review.showEasy', { count: easy.length })}
          </button>
        </div>
      )}
      {unfolded && easy.length > 0 && (
        <QueueTable label={heading} observations={easy} desk={desk} />
      )}
      {others.length > 0 && <QueueTable label={heading} observations={others} desk={desk} />}
    </section>
  );
}
