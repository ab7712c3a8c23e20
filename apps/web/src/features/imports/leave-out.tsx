import { useTranslation } from 'react-i18next';
import desk from '../../desk/desk.module.css';
import { ProblemList } from '../../desk/problem-list.tsx';
import { MendImportRowDocument, type ImportRowFragment } from './import-job.generated.ts';
import { useImportChange } from './use-import-change.ts';

/** A red row can be left out, and taken in again. */
export function LeaveOut({ job, row }: { job: string; row: ImportRowFragment }) {
  const { t } = useTranslation('desk');
  const { problems, change } = useImportChange();
  const isLeftOut = row.problems.some(({ code }) => code === 'LEFT_OUT');
  if (row.severity !== 'ERROR' && !isLeftOut) return null;
  const { line } = row;
  const input = { job, row: row.number, leaveOut: !isLeftOut };
  return (
    <>
      <button
        type="button"
        className={desk.quiet}
        aria-label={isLeftOut ? t('import.takeInRow', { line }) : t('import.leaveOutRow', { line })}
        onClick={() => void change(MendImportRowDocument, { input })}
      >
        {isLeftOut ? t('import.takeIn') : t('import.leaveOut')}
      </button>
      <ProblemList problems={problems} />
    </>
  );
}
