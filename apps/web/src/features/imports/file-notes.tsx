import { useTranslation } from 'react-i18next';
import { useProblemText } from '../../desk/problem-text.ts';
import type { ImportProblemFragment } from './import-job.generated.ts';
import styles from './imports.module.css';

/** What is to be said of the file as a whole, and of its columns by their names. */
export function FileNotes({ problems }: { problems: readonly ImportProblemFragment[] }) {
  const { t } = useTranslation('desk');
  const sentence = useProblemText();
  if (problems.length === 0) return null;
  return (
    <ul className={styles.notes} aria-label={t('import.fileNotes')}>
      {problems.map((problem) => (
        <li key={`${problem.code} ${problem.column ?? ''} ${problem.row ?? ''}`}>
          {problem.column !== null && <strong>{problem.column}: </strong>}
          {sentence(problem)}
        </li>
      ))}
    </ul>
  );
}
