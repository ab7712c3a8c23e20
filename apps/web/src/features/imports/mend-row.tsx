import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { LONGEST_MEND, ROW_FIELDS, type RowField } from '@qadam/domain';
import desk from '../../desk/desk.module.css';
import { ProblemList } from '../../desk/problem-list.tsx';
import { mendRow, type ImportRow } from './import-api.ts';
import styles from './imports.module.css';
import { useFieldName } from './use-field-name.ts';
import { useSend } from './use-send.ts';

/** The cells of a red row that something is wrong with, and its figures, corrected where they are shown. */
export function MendRow(props: { job: string; row: ImportRow; onMended: () => void }) {
  const { job, row, onMended } = props;
  const { t } = useTranslation('desk');
  const [said, setSaid] = useState<Partial<Record<RowField, string>>>({});
  const { problem, send } = useSend(onMended);
  const nameOf = useFieldName();
  const wrong = new Set(
    row.problems.filter(({ severity }) => severity === 'ERROR').map(({ field }) => field),
  );
  const isRate = Boolean(row.cells.numerator) || Boolean(row.cells.denominator);
  const figures: readonly RowField[] = isRate ? ['numerator', 'denominator'] : ['value'];
  const shown = ROW_FIELDS.filter((field) => wrong.has(field) || figures.includes(field));
  const label = (field: RowField) => {
    if (field === 'value' || field === 'numerator' || field === 'denominator')
      return t(`import.mend.${field}`, { line: row.line });
    return t('import.mend.field', { name: nameOf(field), line: row.line });
  };
  const mend = (event: SubmitEvent) => {
    event.preventDefault();
    send(mendRow(job, row.number, said));
  };
  return (
    <form className={styles.mend} onSubmit={mend}>
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
