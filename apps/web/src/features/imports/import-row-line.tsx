import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import {
  BREAKDOWN_DIMENSIONS,
  MAX_FIX_LENGTH,
  ROW_FIELDS,
  type RowField,
  TOTAL,
} from '@qadam/domain';
import { useProblemText } from '../../desk/problem-text.ts';
import { LocalText } from '../../ui/local-text.tsx';
import { type ImportRowFragment, MendImportRowDocument } from './import-job.generated.ts';
import styles from './imports.module.css';
import { type SubmitEvent, useState } from 'react';
import desk from '../../desk/desk.module.css';
import { ProblemList } from '../../desk/problem-list.tsx';
import { useFieldName } from './use-field-name.ts';
import { useImportChange } from './use-import-change.ts';

/** A red row can be left out, and taken in again. */
function LeaveOut({ job, row }: { job: string; row: ImportRowFragment }) {
  const { t } = useTranslation('desk');
  const { problems, change } = useImportChange();
  const isLeftOut = row.problems.some(({ code }) => code === 'LEFT_OUT');
  if (row.severity !== 'ERROR' && !isLeftOut) return null;
  const { line } = row;
  const input = { job, row: row.number, leaveOut: !isLeftOut };
  return (
    <>
      <Button
        variant="default"
        aria-label={isLeftOut ? t('import.takeInRow', { line }) : t('import.leaveOutRow', { line })}
        onClick={() => void change(MendImportRowDocument, { input })}
      >
        {isLeftOut ? t('import.takeIn') : t('import.leaveOut')}
      </Button>
      <ProblemList problems={problems} />
    </>
  );
}

/** The cells of a red row that something is wrong with, and its figures, corrected where they are shown. */
function FixRow({ job, row }: { job: string; row: ImportRowFragment }) {
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
      <Button type="submit" variant="default">
        {t('import.save')}
      </Button>
      <ProblemList problems={problems} />
    </form>
  );
}

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
