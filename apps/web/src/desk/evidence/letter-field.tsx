import { useTranslation } from 'react-i18next';
import { Button } from '../button.tsx';
import desk from '../desk.module.css';
import { ProblemList } from '../problem-list.tsx';
import { useChange } from '../use-change.ts';
import type { EvidenceFragment } from './evidence.generated.ts';
import { FileDrop, uploadEvidence } from './file-drop.tsx';

export type Letter = Pick<EvidenceFragment, 'id' | 'title'>;

/** The letter by which the head of the body signs the return. */
export function LetterField(props: {
  area: string;
  letter: Letter | null;
  onChange: (letter: Letter | null) => void;
}) {
  const { area, letter, onChange } = props;
  const { t } = useTranslation('desk');
  const { busy, problems, run } = useChange();
  const upload = async (file: File) => {
    const { answer } = await run(() => uploadEvidence(area, file));
    if (answer?.evidence) onChange(answer.evidence);
  };
  return (
    <section>
      <h3>{t('letter.title')}</h3>
      {letter === null ? (
        <>
          <p className={desk.soft}>{t('letter.hint')}</p>
          <FileDrop label={t('letter.title')} busy={busy} onFile={upload} />
        </>
      ) : (
        <p role="status">
          ✓ {t('letter.attached', { name: letter.title })}{' '}
          <Button look="linklike" onClick={() => onChange(null)}>
            {t('letter.remove')}
          </Button>
        </p>
      )}
      <ProblemList problems={problems} />
    </section>
  );
}
