import { useTranslation } from 'react-i18next';
import desk from '../../desk/desk.module.css';
import { ProblemList } from '../../desk/problem-list.tsx';
import { checkAgain } from './import-api.ts';
import { useSend } from './use-send.ts';

/** Takes the answers back: the texts are unknown again, and are asked about again. */
export function ForgetAnswers({ job, reload }: { job: string; reload: () => void }) {
  const { t } = useTranslation('desk');
  const { problem, send } = useSend(reload);
  return (
    <div className={desk.stack}>
      {problem && <ProblemList problems={[problem]} />}
      <div className={desk.row}>
        <button
          type="button"
          className={desk.quiet}
          onClick={() => send(checkAgain(job, { codes: null }))}
        >
          {t('import.unknown.forget')}
        </button>
      </div>
    </div>
  );
}
