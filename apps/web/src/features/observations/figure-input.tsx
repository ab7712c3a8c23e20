import styles from './entry-grid.module.css';
import { errorsOf } from './entry-state.ts';
import type { FieldProps } from './field-props.ts';
import type { FigureField } from './read-draft.ts';

/** A text field for a number: the text stays as typed, whatever is made of it. */
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
      className={styles.input}
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
