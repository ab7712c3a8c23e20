import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { TOTAL } from '@qadam/domain';
import desk from '../../desk/desk.module.css';
import { ProblemList } from '../../desk/problem-list.tsx';
import { useProblemText, type Trouble } from '../../desk/problem-text.ts';
import { LocalText } from '../../ui/local-text.tsx';
import { mendRow, troubleOf, type Figure, type ImportRow } from './import-api.ts';
import styles from './imports.module.css';

const GLYPHS = { OK: '●', WARN: '▲', ERROR: '✕' } as const;

export function ImportRowLine(props: {
  job: string;
  row: ImportRow;
  mendable: boolean;
  onMended: () => void;
}) {
  const { row } = props;
  const { t } = useTranslation('desk');
  const sentence = useProblemText();
  const codes = Object.values(row.cell?.part ?? {}).filter((code) => code !== TOTAL);
  return (
    <tr data-severity={row.severity}>
      <th scope="row">{row.line}</th>
      <td>
        <span className={styles.code}>{[row.cell?.indicator ?? '–', ...codes].join(' · ')}</span>{' '}
        {row.name && <LocalText of={row.name} />}
      </td>
      <td className={styles.figure} data-head={t('import.before')}>
        {row.before ?? '–'}
      </td>
      <td className={styles.figure} data-head={t('import.typed')}>
        {row.severity === 'ERROR' && row.cell !== null && props.mendable ? (
          <Mend {...props} />
        ) : (
          row.typed
        )}
      </td>
      <td>
        <span className={styles.verdict}>
          <span aria-hidden>{GLYPHS[row.severity]}</span> {t(`import.verdict.${row.verdict}`)}
        </span>
      </td>
      <td className={styles.told}>
        {row.problems.map((problem) => (
          <p key={`${problem.code} ${problem.column ?? ''}`}>{sentence(problem)}</p>
        ))}
      </td>
    </tr>
  );
}

/** The figures of a red row, corrected where they are shown. */
function Mend({ job, row, onMended }: { job: string; row: ImportRow; onMended: () => void }) {
  const { t } = useTranslation('desk');
  const [figures, setFigures] = useState<Partial<Record<Figure, string>>>({});
  const [problem, setProblem] = useState<Trouble | null>(null);
  const isRate = Boolean(row.figures.numerator) || Boolean(row.figures.denominator);
  const fields = isRate ? (['numerator', 'denominator'] as const) : (['value'] as const);
  const mend = async (event: SubmitEvent) => {
    event.preventDefault();
    try {
      await mendRow(job, row.number, figures);
      onMended();
    } catch (error) {
      setProblem(troubleOf(error));
    }
  };
  return (
    <form className={styles.mend} onSubmit={(event) => void mend(event)}>
      {fields.map((field) => (
        <input
          key={field}
          className={desk.input}
          aria-label={t(`import.mend.${field}`, { line: row.line })}
          value={figures[field] ?? row.figures[field] ?? ''}
          maxLength={100}
          onChange={(event) => setFigures({ ...figures, [field]: event.target.value })}
        />
      ))}
      <button type="submit" className={desk.quiet}>
        {t('import.save')}
      </button>
      {problem && <ProblemList problems={[problem]} />}
    </form>
  );
}
