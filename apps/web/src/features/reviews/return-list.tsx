import { Link, getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import look from '../../desk/desk.module.css';
import { useWhen } from '../../desk/use-when.ts';
import { LocalText } from '../../ui/local-text.tsx';
import type { WorkObservationFragment } from '../../desk/work-observation.generated.ts';
import { isRoutine } from './queue-of.ts';
import type { ReviewReturnFragment } from './review-queue.generated.ts';
import styles from './review.module.css';

const root = getRouteApi('__root__');

/** Returns that wait, the oldest first: each is a page of its own. */
export function ReturnList(props: {
  returns: readonly ReviewReturnFragment[];
  submitted: readonly WorkObservationFragment[];
  reviewer: string;
  areaNames: ReadonlyMap<string, string>;
}) {
  const { returns, submitted, reviewer, areaNames } = props;
  const { lang } = root.useRouteContext();
  const { t } = useTranslation('desk');
  const when = useWhen();
  if (returns.length === 0) return null;
  const byId = new Map(submitted.map((one) => [one.id, one]));
  return (
    <section aria-labelledby="review-returns" className={styles.area}>
      <h2 id="review-returns">
        {t('review.returns')} <span className={styles.count}>{returns.length}</span>
      </h2>
      <ul className={styles.returns}>
        {returns.map((one) => {
          const waiting = one.observations.flatMap((id) => byId.get(id) ?? []);
          const remarkable = waiting.filter((each) => !isRoutine(each, reviewer)).length;
          return (
            <li key={one.id}>
              <Link to="/$lang/review/$id" params={{ lang, id: one.id }} preload={false}>
                {areaNames.get(one.area) ?? one.area}, {one.cycle}
              </Link>
              <span>
                {t('review.valuesWait', { count: waiting.length })}
                {', '}
                {t('review.remarkable', { count: remarkable })}
              </span>
              <span className={look.soft}>
                {one.organisation && (
                  <>
                    <LocalText of={one.organisation} /> ·{' '}
                  </>
                )}
                {one.submittedBy.name} · {when(one.submittedAt)} · {one.number}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
