import type { ReactNode } from 'react';
import { languageTag, type Language } from '@qadam/i18n';
import desk from '../../desk/desk.module.css';
import styles from './framework.module.css';

interface Field<T> {
  label: string;
  hint?: string | undefined;
  value: T;
  onChange: (value: T) => void;
  disabled?: boolean | undefined;
}

export function TextField(
  props: Field<string> & {
    /** Of the text, where it is not the page's. */
    lang?: Language;
    rows?: number;
    type?: 'text' | 'date' | 'number';
    invalid?: boolean | undefined;
  },
) {
  const { label, hint, value, onChange, disabled, lang, rows, type = 'text', invalid } = props;
  const shared = {
    className: desk.input,
    value,
    disabled,
    lang: lang && languageTag(lang),
    'aria-invalid': invalid === true ? true : undefined,
  };
  return (
    <label className={desk.field}>
      {label}
      {hint !== undefined && <small>{hint}</small>}
      {rows === undefined ? (
        <input type={type} {...shared} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <textarea rows={rows} {...shared} onChange={(event) => onChange(event.target.value)} />
      )}
    </label>
  );
}

export function SelectField<T extends string>(
  props: Field<T> & { options: Readonly<Record<T, string>> },
) {
  const { label, value, onChange, disabled, options } = props;
  const names = Object.keys(options) as T[];
  return (
    <label className={desk.field}>
      {label}
      <select
        className={desk.input}
        value={value}
        disabled={disabled}
        onChange={(event) => onChange(names.find((one) => one === event.target.value) ?? value)}
      >
        {names.map((one) => (
          <option key={one} value={one}>
            {options[one]}
          </option>
        ))}
      </select>
    </label>
  );
}

export function CheckField({ label, value, onChange, disabled }: Field<boolean>) {
  return (
    <label className={styles.check}>
      <input
        type="checkbox"
        checked={value}
        disabled={disabled}
        onChange={(event) => onChange(event.target.checked)}
      />
      {label}
    </label>
  );
}

export function Fields({ legend, children }: { legend: string; children: ReactNode }) {
  return (
    <fieldset className={styles.fieldset}>
      <legend>{legend}</legend>
      {children}
    </fieldset>
  );
}
