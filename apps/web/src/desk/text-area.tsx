import type { ComponentProps } from 'react';
import desk from './desk.module.css';

/** A longer text with its label. `of`: what it is about, said in the name of the field alone. */
export function TextArea({
  label,
  of,
  hint,
  onChange,
  ...rest
}: Omit<ComponentProps<'textarea'>, 'onChange'> & {
  label: string;
  of?: string;
  hint?: string;
  onChange: (text: string) => void;
}) {
  return (
    <label className={desk.field}>
      {label}
      {hint !== undefined && <small>{hint}</small>}
      <textarea
        rows={2}
        className={desk.input}
        aria-label={of === undefined ? undefined : `${label}: ${of}`}
        {...rest}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}
