import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import admin from '../../desk/admin.module.css';
import { ROW_FIELDS, type RowField } from '@qadam/domain';
import { CheckAgainForm } from './check-again-form.tsx';
import type { ImportJobFragment } from './import-job.generated.ts';

/** What each column of the file holds: as it was understood or as the person chose. */
export function ColumnChoiceForm({ job }: { job: ImportJobFragment }) {
  const { t } = useTranslation('desk');
  const [choice, setChoice] = useState<Choice>({});
  const before = new Map(job.columnChoice?.map(({ field, at }) => [field, at]));
  const current = (meaning: RowField): number | null => {
    const chosen = choice[meaning];
    return chosen === undefined ? understood(job.columns, meaning) : chosen;
  };
  /** Does some column seem to hold this, and has nobody said yet whether it does? */
  const isAsked = (meaning: RowField) =>
    current(meaning) === null &&
    choice[meaning] === undefined &&
    !before.has(meaning) &&
    job.columns.some(({ holds }) => holds === meaning);
  const choose = (meaning: RowField, at: number | null) => {
    // a column holds one thing only: whatever it held before has no column now
    const freed = ROW_FIELDS.filter((one) => one !== meaning && at !== null && current(one) === at);
    const none = Object.fromEntries(freed.map((one) => [one, null]));
    setChoice({ ...choice, ...none, [meaning]: at });
  };
  const columns = ROW_FIELDS.flatMap((field) => {
    const at = choice[field] === undefined ? before.get(field) : choice[field];
    return at === undefined ? [] : [{ field, at }];
  });
  return (
    <CheckAgainForm
      answers={{ job: job.id, columns }}
      text={t('import.columns.text')}
      button={t('import.columns.apply')}
      disabled={Object.keys(choice).length === 0 || ROW_FIELDS.some(isAsked)}
    >
      <div className={admin.fields}>
        {ROW_FIELDS.map((meaning) => (
          <NativeSelect
            key={meaning}
            label={t(`import.columns.${meaning}`)}
            value={isAsked(meaning) ? '' : (current(meaning) ?? NONE)}
            error={isAsked(meaning)}
            onChange={({ target }) =>
              choose(meaning, target.value === NONE ? null : Number(target.value))
            }
          >
            {isAsked(meaning) && (
              <option value="" disabled>
                {t('import.columns.choose')}
              </option>
            )}
            <option value={NONE}>{t('import.columns.none')}</option>
            {job.columns.map(({ at, name, sample }) => (
              <option key={at} value={at}>
                {name || t('import.columns.noName', { at })}
                {sample && ` (${sample})`}
              </option>
            ))}
          </NativeSelect>
        ))}
      </div>
    </CheckAgainForm>
  );
}

/** The number of the column for each field; null: no column has it. */
type Choice = Partial<Record<RowField, number | null>>;

const NONE = 'none';

/** The column understood to hold a field. A column of series names the indicator just as a column of codes does. */
function understood(columns: ImportJobFragment['columns'], meaning: RowField): number | null {
  const own = columns.find(({ field }) => field === meaning);
  const series =
    meaning === 'indicator' ? columns.find(({ field }) => field === 'series') : undefined;
  return (own ?? series)?.at ?? null;
}
