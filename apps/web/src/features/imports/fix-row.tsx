import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { MAX_FIX_LENGTH, ROW_FIELDS, type RowField } from '@qadam/domain';
import desk from '../../desk/desk.module.css';
import { ProblemList } from '../../desk/problem-list.tsx';
import { MendImportRowDocument, type ImportRowFragment } from './import-job.generated.ts';
import styles from './imports.module.css';
import { useFieldName } from './use-field-name.ts';
import { useImportChange } from './use-import-change.ts';

/** The cells of a red row that something is wrong with, and its figures, corrected where they are shown. */
export function FixRow({ job, row }: { job: string; row: ImportRowFragment }) {
  const { t } = useTranslation('desk');
  const [typed, setTyped] = useState<Partial<Record<RowField, string>>>({});
  const { problems, change } = useImportChange();
  const nameOf = useFieldName();
  const wrong = new Set(
    row.problems.filter(({ severity }) => severity === 'ERROR').map(({ field }) => field),
  );
  const written = new Map(row.cells.map(({ field, text }) => [field, text]));
  const isRate = Boolean(written.get('numerator')) || Boolean(written.get('denominator'));
  const figures: readonly RowField[] = isRate ? ['numerator', 'denominator'] : ['value'];
  const shown = ROW_FIELDS.filter((field) => wrong.has(field) || figures.includes(field));
  const label = (field: RowField) => {
    if (field === 'value' || field === 'numerator' || field === 'denominator')
      return t(`import.mend.${field}`, { line: row.line });
    return t('import.mend.field', { name: nameOf(field), line: row.line });
  };
  const save = (event: SubmitEvent) => {
    event.preventDefault();
    const cells = ROW_FIELDS.flatMap((field) => {
      const text = typed[field];
      return text === undefined ? [] : [{ field, text }];
    });
    void change(MendImportRowDocument, { input: { job, row: row.number, cells } });
  };
  return (
    <form className={styles.mend} onSubmit={save}>
      {shown.map((field) => (
        <input
          key={field}
          className={desk.input}
          aria-label={label(field)}
          aria-invalid={wrong.has(field) || undefined}
          title={label(field)}
          value={typed[field] ?? written.get(field) ?? ''}
          maxLength={MAX_FIX_LENGTH}
          onChange={(event) => setTyped({ ...typed, [field]: event.target.value })}
        />
      ))}
      <button type="submit" className={desk.quiet}>
        {t('import.save')}
      </button>
      <ProblemList problems={problems} />
    </form>
  );
}
