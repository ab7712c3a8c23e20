import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { evidenceLock } from '@qadam/domain';
import desk from '../../desk/desk.module.css';
import { EvidencePanel } from '../../desk/evidence/evidence-panel.tsx';
import { PartFailed } from '../../desk/part-failed.tsx';
import { LockedCell } from '../../desk/reopening/locked-cell.tsx';
import { RevisionList, Thread } from '../../desk/thread.tsx';
import { WorkObservationDocument } from '../../desk/work-observation.generated.ts';
import { LocalText } from '../../ui/local-text.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { Correction } from './correction.tsx';
import type { EntryState } from './entry-state.ts';
import { useReturn } from './open-return.ts';
import { CellHistory } from './past.tsx';

/** The details of a cell: its definition, earlier years, earlier revisions and the conversation with the reviewers. */
export function CellDetails({ entry }: { entry: EntryState }) {
  const { cell } = entry;
  const { cycle } = useReturn().form;
  const { t } = useTranslation('desk');
  return (
    <div className={desk.behind}>
      <section>
        <h3>{t('details.definition')}</h3>
        <p>
          <LocalText of={cell.definition} />
        </p>
        {cell.state === 'PUBLISHED' && cell.id !== null && <Correction id={cell.id} cell={cell} />}
      </section>
      <LockedCell cell={cell} cycle={cycle} />
      <section>
        <h3>{t('outlook.title')}</h3>
        <CellHistory entry={entry} />
      </section>
      {cell.id === null ? (
        <p className={desk.soft}>
          {t('details.unsaved')} {cell.editable && t('evidence.unsaved')}
        </p>
      ) : (
        <History
          id={cell.id}
          key={cell.version}
          editable={cell.editable && evidenceLock(cell.state, null) === null}
        />
      )}
    </div>
  );
}

function History({ id, editable }: { id: string; editable: boolean }) {
  const { lang } = useFormat();
  const { t } = useTranslation(['desk', 'public']);
  const { data, error, refetch } = useQuery(WorkObservationDocument, { variables: { id, lang } });
  if (error && !data) return <PartFailed error={error} retry={refetch} />;
  const observation = data?.workObservation;
  if (!observation) return <p aria-busy="true">{t('public:state.loading')}</p>;
  return (
    <>
      <section>
        <h3>{t('desk:details.history')}</h3>
        <RevisionList observation={observation} />
      </section>
      <EvidencePanel
        observation={observation}
        label={observation.indicatorName.text}
        editable={editable}
      />
      <section>
        <h3>{t('desk:details.thread')}</h3>
        <Thread observation={observation} />
      </section>
    </>
  );
}
