import { useTranslation } from 'react-i18next';
import desk from '../../desk/desk.module.css';
import { ProblemList } from '../../desk/problem-list.tsx';
import { CheckImportDocument } from './import-job.generated.ts';
import { useImportChange } from './use-import-change.ts';

/** Takes the answers back: the texts are unknown again, and are asked about again. */
export function ForgetAnswers({ job }: { job: string }) {
  const { t } = useTranslation('desk');
  const { problems, change } = useImportChange();
  return (
    <div className={desk.stack}>
      <ProblemList problems={problems} />
      <div className={desk.row}>
        <button
          type="button"
          className={desk.quiet}
          onClick={() => void change(CheckImportDocument, { input: { job, codes: null } })}
        >
          {t('import.unknown.forget')}
        </button>
      </div>
    </div>
  );
}
