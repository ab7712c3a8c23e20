import { useTranslation } from 'react-i18next';
import { BREAKDOWN_DIMENSIONS, TOTAL } from '@qadam/domain';
import { useProblemText } from '../../desk/problem-text.ts';
import { LocalText } from '../../ui/local-text.tsx';
import { LeaveOut } from './leave-out.tsx';
import { FixRow } from './fix-row.tsx';
import type { ImportRowFragment } from './import-job.generated.ts';
import styles from './imports.module.css';

const GLYPHS = { OK: '●', WARN: '▲', ERROR: '✕' } as const;

export function ImportRowLine(props: { job: string; row: ImportRowFragment; mendable: boolean }) {
  const { row } = props;
  const { t } = useTranslation('desk');
  const sentence = useProblemText();
  const { part } = row;
  const codes = part
    ? BREAKDOWN_DIMENSIONS.map((one) => part[one]).filter((code) => code !== TOTAL)
    : [];
  return (
    <tr data-severity={row.severity}>
      <th scope="row">{row.line}</th>
      <td>
        <span className={styles.code}>{[row.indicator ?? '–', ...codes].join(' · ')}</span>{' '}
        {row.name && <LocalText of={row.name} />}
      </td>
      <td className={styles.figure} data-head={t('import.before')}>
        {row.before ?? '–'}
      </td>
      <td className={styles.figure} data-head={t('import.typed')}>
        {row.severity === 'ERROR' && props.mendable ? <FixRow {...props} /> : row.typed}
      </td>
      <td>
        <span className={styles.verdict}>
          <span aria-hidden>{GLYPHS[row.severity]}</span>{' '}
          {t(`import.verdict.${row.severity === 'ERROR' ? 'TO_CORRECT' : row.verdict}`)}
        </span>
        {props.mendable && <LeaveOut {...props} />}
      </td>
      <td className={styles.told}>
        {row.problems.map((problem) => (
          <p key={`${problem.code} ${problem.column ?? ''}`}>{sentence(problem)}</p>
        ))}
      </td>
    </tr>
  );
}
