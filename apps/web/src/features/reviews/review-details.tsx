import { useTranslation } from 'react-i18next';
import { can } from '@qadam/domain';
import { Alternatives } from '../../desk/alternatives/alternatives.tsx';
import desk from '../../desk/desk.module.css';
import { EvidenceList } from '../../desk/evidence/evidence-list.tsx';
import { PublicMark } from '../../desk/evidence/public-mark.tsx';
import { RevisionList } from '../../desk/revision-list.tsx';
import { useMe } from '../../desk/session.ts';
import { Thread } from '../../desk/thread.tsx';
import type { WorkObservationFragment } from '../../desk/work-observation.generated.ts';

/** What stands behind a submitted value: its versions, what proves it, what else is said of it, and the conversation. */
export function ReviewDetails({ observation }: { observation: WorkObservationFragment }) {
  const { t } = useTranslation('desk');
  const mayMark = can(useMe(), 'MARK_EVIDENCE') === 'ALLOWED';
  return (
    <div className={desk.behind}>
      <section>
        <h3>{t('details.history')}</h3>
        <RevisionList observation={observation} />
      </section>
      <section>
        <h3>{t('details.thread')}</h3>
        <Thread observation={observation} />
      </section>
      <section>
        <h3>{t('evidence.title')}</h3>
        <EvidenceList
          evidence={observation.evidence}
          actions={mayMark ? (one) => <PublicMark evidence={one} /> : undefined}
        />
      </section>
      {observation.whole && <Alternatives observation={observation} />}
    </div>
  );
}
