import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import desk from '../../desk/desk.module.css';
import { ProblemList } from '../../desk/problem-list.tsx';
import type { Trouble } from '../../desk/problem-text.ts';
import { mendRow, troubleOf, type ImportRow } from './import-api.ts';

/** A red row can be left out, and taken in again. */
export function LeaveOut(props: { job: string; row: ImportRow; onMended: () => void }) {
  const { job, row, onMended } = props;
  const { t } = useTranslation('desk');
  const [problem, setProblem] = useState<Trouble | null>(null);
  const isLeftOut = row.problems.some(({ code }) => code === 'LEFT_OUT');
  if (row.severity !== 'ERROR' && !isLeftOut) return null;
  const say = async () => {
    try {
      await mendRow(job, row.number, { leaveOut: !isLeftOut });
      onMended();
    } catch (error) {
      setProblem(troubleOf(error));
    }
  };
  const { line } = row;
  return (
    <>
      <button
        type="button"
        className={desk.quiet}
        aria-label={isLeftOut ? t('import.takeInRow', { line }) : t('import.leaveOutRow', { line })}
        onClick={() => void say()}
      >
        {isLeftOut ? t('import.takeIn') : t('import.leaveOut')}
      </button>
      {problem && <ProblemList problems={[problem]} />}
    </>
  );
}
