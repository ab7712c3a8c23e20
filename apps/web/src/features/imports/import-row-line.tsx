import { Button, Group, TextInput } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import {
  BREAKDOWN_DIMENSIONS,
  MAX_FIX_LENGTH,
  ROW_FIELDS,
  TOTAL,
  type RowField,
} from '@qadam/domain';
import { ProblemList } from '../../desk/problem-list.tsx';
import { useProblemText } from '../../desk/problem-text.ts';
import { LocalText } from '../../ui/local-text.tsx';
import { MendImportRowDocument, type ImportRowFragment } from './import-job.generated.ts';
import styles from './imports.module.css';
import { useImportChange } from './use-import-change.ts';

const GLYPHS = { OK: '●', WARN: '▲', ERROR: '✕' } as const;

interface Mendable {
  job: string;
  row: ImportRowFragment;
  /** Called when a change of the row is sent. */
  onMend: () => void;
}

/** One row of the file. `dated`: its year is shown, as the file has several. */
export function ImportRowLine(
  props: Mendable & {
    mendable: boolean;
    dated: boolean;
  },
) {
  const { row, mendable } = props;
  const { severity, part } = row;
  const { t } = useTranslation('desk');
  const sentence = useProblemText();
  const codes = part
    ? BREAKDOWN_DIMENSIONS.map((one) => part[one]).filter((code) => code !== TOTAL)
    : [];
  const year = props.dated && row.year !== null ? [String(row.year)] : [];
  return (
    <tr data-severity={severity}>
      <th scope="row">{row.line}</th>
      <td>
        <span className={styles.code}>{[row.indicator ?? '–', ...year, ...codes].join(' · ')}</span>{' '}
        {row.name && <LocalText of={row.name} />}
      </td>
      <td data-label={t('import.before')}>{row.before ?? '–'}</td>
      <td data-label={t('import.typed')}>
        {severity === 'ERROR' && mendable ? <FixRow {...props} /> : row.typed}
      </td>
      <td>
        <span className={styles.code}>
          <span aria-hidden>{GLYPHS[severity]}</span>{' '}
          {t(`import.verdict.${severity === 'ERROR' ? 'TO_CORRECT' : row.verdict}`)}
        </span>
        {mendable && <LeaveOut {...props} />}
      </td>
      <td>
        {row.problems.map((problem) => (
          <p key={`${problem.code} ${problem.column ?? ''}`}>{sentence(problem)}</p>
        ))}
      </td>
    </tr>
  );
}

/** The wrong cells of a row with errors, and its figures, which are corrected right here. */
function FixRow({ job, row, onMend }: Mendable) {
  const { line } = row;
  const { t } = useTranslation('desk');
  const [typed, setTyped] = useState<Partial<Record<RowField, string>>>({});
  const { problems, change } = useImportChange();
  const wrong = new Set(
    row.problems.filter(({ severity }) => severity === 'ERROR').map(({ field }) => field),
  );
  const written = new Map(row.cells.map(({ field, text }) => [field, text]));
  const isRate = Boolean(written.get('numerator')) || Boolean(written.get('denominator'));
  const figures: readonly RowField[] = isRate ? ['numerator', 'denominator'] : ['value'];
  const shown = ROW_FIELDS.filter((field) => wrong.has(field) || figures.includes(field));
  const label = (field: RowField) =>
    field === 'value' || field === 'numerator' || field === 'denominator'
      ? t(`import.mend.${field}`, { line })
      : t('import.mend.field', { name: t(`import.columns.${field}`), line });
  const save = (event: SubmitEvent) => {
    event.preventDefault();
    const cells = ROW_FIELDS.flatMap((field) => {
      const text = typed[field];
      return text === undefined ? [] : [{ field, text }];
    });
    onMend();
    void change(MendImportRowDocument, { input: { job, row: row.number, cells } });
  };
  return (
    <Group component="form" gap="xs" onSubmit={save}>
      {shown.map((field) => (
        <TextInput
          key={field}
          w="8rem"
          aria-label={label(field)}
          error={wrong.has(field)}
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
    </Group>
  );
}

/** A button to leave out a row with errors, or to take it in again. */
function LeaveOut({ job, row, onMend }: Mendable) {
  const { t } = useTranslation('desk');
  const { problems, change } = useImportChange();
  const isLeftOut = row.problems.some(({ code }) => code === 'LEFT_OUT');
  if (row.severity !== 'ERROR' && !isLeftOut) return null;
  const input = { job, row: row.number, leaveOut: !isLeftOut };
  const send = () => {
    onMend();
    void change(MendImportRowDocument, { input });
  };
  return (
    <div>
      <Button
        variant="default"
        aria-label={t(isLeftOut ? 'import.takeInRow' : 'import.leaveOutRow', { line: row.line })}
        onClick={send}
      >
        {t(isLeftOut ? 'import.takeIn' : 'import.leaveOut')}
      </Button>
      <ProblemList problems={problems} />
    </div>
  );
}
