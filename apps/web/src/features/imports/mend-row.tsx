import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { LONGEST_MEND, MENDED_FIELDS, type MendedField } from '@qadam/domain';
import desk from '../../desk/desk.module.css';
import { ProblemList } from '../../desk/problem-list.tsx';
import type { Trouble } from '../../desk/problem-text.ts';
import { mendRow, troubleOf, type ImportRow } from './import-api.ts';
import styles from './imports.module.css';

/** The cells of a red row that something is wrong with, and its figures, corrected where they are shown. */
export function MendRow(props: { job: string; row: ImportRow; onMended: () => void }) {
  const { job, row, onMended } = props;
  const { t } = useTranslation('desk');
  const [said, setSaid] = useState<Partial<Record<MendedField, string>>>({});
  const [problem, setProblem] = useState<Trouble | null>(null);
  const wrong = new Set(
    row.problems.filter(({ severity }) => severity === 'ERROR').map(({ field }) => field),
  );
  const isRate = Boolean(row.cells.numerator) || Boolean(row.cells.denominator);
  const figures: readonly MendedField[] = isRate ? ['numerator', 'denominator'] : ['value'];
  const shown = MENDED_FIELDS.filter((field) => wrong.has(field) || figures.includes(field));
  const label = (field: MendedField) => {
    if (field === 'value' || field === 'numerator' || field === 'denominator')
      return t(`import.mend.${field}`, { line: row.line });
    const name =
      field === 'breakdown' ? t('import.unknown.breakdown') : t(`import.columns.${field}`);
    return t('import.mend.field', { name, line: row.line });
  };
  const mend = async (event: SubmitEvent) => {
    event.preventDefault();
    try {
      await mendRow(job, row.number, said);
      onMended();
    } catch (error) {
      setProblem(troubleOf(error));
    }
  };
  return (
    <form className={styles.mend} onSubmit={(event) => void mend(event)}>
      {shown.map((field) => (
        <input
          key={field}
          className={desk.input}
          aria-label={label(field)}
          aria-invalid={wrong.has(field) || undefined}
          title={label(field)}
          value={said[field] ?? row.cells[field] ?? ''}
          maxLength={LONGEST_MEND}
          onChange={(event) => setSaid({ ...said, [field]: event.target.value })}
        />
      ))}
      <button type="submit" className={desk.quiet}>
        {t('import.save')}
      </button>
      {problem && <ProblemList problems={[problem]} />}
    </form>
  );
}
