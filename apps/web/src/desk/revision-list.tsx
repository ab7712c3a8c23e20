import { FactLine } from './fact-line.tsx';
import { ReportedValue } from './reported-figure.tsx';
import styles from './thread.module.css';
import { useWhen } from './use-when.ts';
import type { WorkObservationFragment } from './work-observation.generated.ts';

/** All that was ever saved in a cell, the newest first. Nothing is overwritten. */
export function RevisionList({ observation }: { observation: WorkObservationFragment }) {
  const when = useWhen();
  return (
    <ol className={styles.revisions} reversed>
      {observation.revisions.toReversed().map((revision) => (
        <li key={revision.id}>
          <strong>
            <ReportedValue indicator={observation} of={revision} status={revision.obsStatus} />
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
