import { useMutation } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import desk from '../desk.module.css';
import { ProblemList } from '../problem-list.tsx';
import { useSending } from '../use-sending.ts';
import { MarkEvidenceDocument, type EvidenceFragment } from './evidence.generated.ts';

/** An officer says whether evidence may be shown to everybody. */
export function PublicMark(props: { evidence: EvidenceFragment; reload: () => Promise<unknown> }) {
  const { id, title, public: isPublic } = props.evidence;
  const { t } = useTranslation('desk');
  const { busy, problems, sending } = useSending();
  const [markEvidence] = useMutation(MarkEvidenceDocument, { fetchPolicy: 'no-cache' });
  const mark = async (next: boolean) => {
    const done = await sending(async () => {
      const input = { evidence: id, public: next, idempotencyKey: crypto.randomUUID() };
      return (await markEvidence({ variables: { input } })).data?.markEvidence.problems;
    });
    if (done) await props.reload();
  };
  return (
    <>
      <label title={t('evidence.publicHint')}>
        <input
          type="checkbox"
          aria-label={t('evidence.markPublic', { name: title })}
          checked={isPublic}
          disabled={busy}
          onChange={(event) => void mark(event.target.checked)}
        />{' '}
        {t('evidence.public')} <span className={desk.soft}>({t('evidence.publicHint')})</span>
      </label>
      <ProblemList problems={problems} />
    </>
  );
}
