import { useTranslation } from 'react-i18next';
import desk from '../../desk/desk.module.css';
import { ProblemList } from '../../desk/problem-list.tsx';
import { mendRow, type ImportRow } from './import-api.ts';
import { useSend } from './use-send.ts';

/** A red row can be left out, and taken in again. */
export function LeaveOut(props: { job: string; row: ImportRow; onMended: () => void }) {
  const { job, row, onMended } = props;
  const { t } = useTranslation('desk');
  const { problem, send } = useSend(onMended);
  const isLeftOut = row.problems.some(({ code }) => code === 'LEFT_OUT');
  if (row.severity !== 'ERROR' && !isLeftOut) return null;
  const { line } = row;
  return (
    <>
      <button
        type="button"
        className={desk.quiet}
        aria-label={isLeftOut ? t('import.takeInRow', { line }) : t('import.leaveOutRow', { line })}
        onClick={() => send(mendRow(job, row.number, { leaveOut: !isLeftOut }))}
      >
        {isLeftOut ? t('import.takeIn') : t('import.leaveOut')}
      </button>
      {problem && <ProblemList problems={[problem]} />}
    </>
  );
}
