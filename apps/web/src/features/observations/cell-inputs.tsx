import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import desk from '../../desk/desk.module.css';
import { keyOf } from './cell-key.ts';
import type { Draft, FigureField } from './cell-draft.ts';
import styles from './entry-grid.module.css';
import { errorsOf, type EntryState, type SaveState } from './entry-state.ts';
import { useReturn } from './open-return.ts';

export const inputLook = `${desk.input ?? ''} ${styles.input ?? ''}`;

export interface FieldProps {
  entry: EntryState;
  /** "Police officers trained, 2025" */
  label: string;
  describedBy: string | undefined;
  change: (patch: Partial<Draft>) => void;
  leave: () => void;
  revert: () => void;
}

export function useField(entry: EntryState, describedBy?: string): FieldProps {
  const { store } = useReturn();
  const key = keyOf(entry.cell);
  return {
    entry,
    label: `${entry.cell.name.text}, ${store.year}`,
    describedBy,
    change: (patch) => store.change(key, patch),
    leave: () => store.leave(key),
    revert: () => store.revert(key),
  };
}

/** A text field for a number. The text stays as it was typed, however it is read. */
export function FigureInput(
  props: FieldProps & { field: FigureField; placeholder?: string | undefined },
) {
  const { entry, field } = props;
  const invalid =
    entry.reading.fieldProblems.some((problem) => problem.field === field) ||
    (field === 'value' && errorsOf(entry).length > 0);
  return (
    <input
      type="text"
      inputMode="decimal"
      autoComplete="off"
      data-entry={field}
      className={inputLook}
      aria-label={props.label}
      aria-invalid={invalid || undefined}
      aria-describedby={props.describedBy}
      placeholder={props.placeholder}
      disabled={!entry.cell.editable}
      value={entry.draft[field]}
      onChange={(event) => props.change({ [field]: event.target.value })}
      onBlur={props.leave}
      onKeyDown={(event) => {
        if (event.key === 'Escape') props.revert();
      }}
    />
  );
}

export function CellSelect({
  of: { entry, leave },
  options,
  onChoose,
  ...rest
}: ComponentProps<'select'> & {
  of: FieldProps;
  options: readonly (readonly [string, string])[];
  onChoose: (value: string) => void;
}) {
  return (
    <select
      disabled={!entry.cell.editable}
      {...rest}
      className={inputLook}
      onChange={(event) => onChoose(event.target.value)}
      onBlur={leave}
    >
      {options.map(([value, text]) => (
        <option key={value} value={value}>
          {text}
        </option>
      ))}
    </select>
  );
}

/** A text field in a cell. `carried`: the text is taken over from before. */
export function CellText({
  of: { entry, leave },
  carried,
  onType,
  ...rest
}: ComponentProps<'textarea'> & {
  of: FieldProps;
  carried: boolean;
  onType: (text: string) => void;
}) {
  return (
    <textarea
      disabled={!entry.cell.editable}
      {...rest}
      className={`${inputLook} ${styles.text ?? ''}`}
      data-carried={carried ? '' : undefined}
      onChange={(event) => onType(event.target.value)}
      onBlur={leave}
    />
  );
}

const marks: Record<Exclude<SaveState, 'UNTOUCHED'>, string> = {
  WAITING: '…',
  SAVING: '⇅',
  SAVED: '✓',
  INVALID: '✕',
  CONFLICT: '≠',
  FAILED: '⟳',
};

/** The state of a cell in the review, and whether what is typed is saved. Told by words and marks, not by colour alone. */
export function CellState({ entry: { cell, save } }: { entry: EntryState }) {
  const { t } = useTranslation('desk');
  return (
    <span className={styles.state}>
      <span data-state={cell.state}>{t(`state.${cell.state}`)}</span>
      {save !== 'UNTOUCHED' && (
        <span className={styles.save} data-save={save}>
          <span aria-hidden="true">{marks[save]} </span>
          {t(`save.${save}`)}
        </span>
      )}
    </span>
  );
}

/** Whether a part is saved: a mark to see, and a word for screen readers. */
export function SaveMark({ save }: { save: keyof typeof marks }) {
  const { t } = useTranslation('desk');
  return (
    <span className={styles.save} data-save={save} title={t(`save.${save}`)}>
      <span aria-hidden="true">{marks[save]}</span>
      <span className="visually-hidden">{t(`save.${save}`)}</span>
    </span>
  );
}
