import type { ReactNode } from 'react';
import desk from './desk.module.css';

/** One of a few: a label, the choices, and what there is to know about them. */
export function SelectField(props: {
  label: string;
  hint?: string;
  /** The choice of nothing, where that is one. */
  none?: string;
  value: string;
  options: Iterable<readonly [string, string]>;
  required?: boolean;
  onChange: (value: string) => void;
}): ReactNode {
  return (
    <label className={desk.field}>
      {props.label}
      <select
        className={desk.input}
        required={props.required}
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
      >
        {props.none !== undefined && <option value="">{props.none}</option>}
        {[...props.options].map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
      {props.hint !== undefined && <small>{props.hint}</small>}
    </label>
  );
}
