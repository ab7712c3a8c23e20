import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import desk from '../desk.module.css';
import { ProblemList } from '../problem-list.tsx';
import { useChange } from '../use-change.ts';
import { EvidenceLink } from './evidence-link.tsx';
import { EvidenceList } from './evidence-list.tsx';
import { AttachEvidenceDocument, type EvidenceFragment } from './evidence.generated.ts';
import { FileDrop } from './file-drop.tsx';
import { KnownEvidence } from './known-evidence.tsx';
import { QuotaNote } from './quota-note.tsx';
import { uploadEvidence } from './upload-evidence.ts';

/** What proves a value: files and links, of which any can prove others too. */
export function EvidencePanel(props: {
  observation: { id: string; area: string; evidence: readonly EvidenceFragment[] };
  label: string;
  /** While the value itself may be changed. */
  editable: boolean;
}) {
  const { observation, label, editable } = props;
  const { id, area, evidence } = observation;
  const { t } = useTranslation('desk');
  const { busy, problems, run, send } = useChange('EvidenceQuota', 'ReturnForm', 'WorkObservation');
  const [done, setDone] = useState('');

  const set = (evidenceId: string, attached: boolean) =>
    send(AttachEvidenceDocument, { observation: id, evidence: evidenceId, attached });
  const change = async (which: string, attached: boolean) => {
    setDone('');
    await run(() => set(which, attached));
  };
  const upload = async (file: File) => {
    setDone('');
    const sent = await run(async () => {
      const answer = await uploadEvidence(area, file);
      return answer.evidence === null ? answer : set(answer.evidence.id, true);
    });
    if (sent.done) setDone(t('evidence.added', { name: file.name }));
  };

  return (
    <section>
      <h3>{t('evidence.title')}</h3>
      <EvidenceList
        evidence={evidence}
        actions={
          editable
            ? (one) => (
                <button
                  type="button"
                  className={desk.linklike}
                  aria-label={t('evidence.detachWhat', { name: one.title })}
                  disabled={busy}
                  onClick={() => void change(one.id, false)}
                >
                  {t('evidence.detach')}
                </button>
              )
            : undefined
        }
      />
      <ProblemList problems={problems} />
      <p role="status" className={done === '' ? 'visually-hidden' : desk.soft}>
        {done}
      </p>
      {editable ? (
        <>
          <FileDrop label={t('evidence.choose', { label })} busy={busy} onFile={upload} />
          <QuotaNote area={area} />
          <EvidenceLink area={area} onAdded={(which) => change(which, true)} />
          <KnownEvidence
            area={area}
            attached={evidence}
            onChosen={(which) => change(which, true)}
          />
        </>
      ) : (
        <p className={desk.soft}>{t('evidence.fixed')}</p>
      )}
    </section>
  );
}
