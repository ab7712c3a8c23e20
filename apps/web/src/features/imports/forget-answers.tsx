import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import desk from '../../desk/desk.module.css';
import { ProblemList } from '../../desk/problem-list.tsx';
import type { Trouble } from '../../desk/problem-text.ts';
import { checkAgain, troubleOf } from './import-api.ts';

/** A word that was answered stands in no red row any more: it is asked about again once the answers are taken back. */
export function ForgetAnswers({ job, reload }: { job: string; reload: () => void }) {
  const { t } = useTranslation('desk');
  const [problem, setProblem] = useState<Trouble | null>(null);
  const forget = async () => {
    try {
      await checkAgain(job, { codes: null });
      reload();
    } catch (error) {
      setProblem(troubleOf(error));
    }
  };
  return (
    <div className={desk.stack}>
      {problem && <ProblemList problems={[problem]} />}
      <div className={desk.row}>
        <button type="button" className={desk.quiet} onClick={() => void forget()}>
          {t('import.unknown.forget')}
        </button>
      </div>
    </div>
  );
}
