import { useTranslation } from 'react-i18next';
import { FactLine } from './fact-line.tsx';
import { useWhen } from './use-when.ts';
import { ReportedFigure } from './reported-figure.tsx';
import type { WorkObservationFragment } from './work-observation.generated.ts';
import styles from './thread.module.css';

/** All that was ever saved in a cell, the newest first. Nothing is overwritten. */
export function RevisionList({ observation }: { observation: WorkObservationFragment }) {
  const { t } = useTranslation('desk');
  const when = useWhen();
  return (
    <ol className={styles.revisions} reversed>
      {observation.revisions.toReversed().map((revision) => (
        <li key={revision.id}>
          <strong>
            {revision.missingReason === null ? (
              <ReportedFigure
                indicator={observation}
                value={revision.value}
                status={revision.obsStatus}
                computed={revision.numerator !== null}
              />
            ) : (
              t(`missing.${revision.missingReason}`)
            )}
          </strong>
          {revision.factDate !== null && (
            <>
              {' · '}
              <FactLine of={revision} />
            </>
          )}
          {revision.author && ` · ${revision.author.name}`}
          {revision.namedSource !== null && ` · ${revision.namedSource}`} ·{' '}
          {when(revision.createdAt)}
          {revision.comment !== null && <q>{revision.comment}</q>}
        </li>
      ))}
    </ol>
  );
}
