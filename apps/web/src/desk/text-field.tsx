import desk from './desk.module.css';

/** One line of text with its label. */
export function TextField(props: {
  label: string;
  hint?: string;
  type?: 'text' | 'email' | 'date' | 'search';
  lang?: string;
  value: string;
  required?: boolean;
  onChange: (value: string) => void;
}) {
  const { label, hint, type = 'text', onChange, ...rest } = props;
  return (
    <label className={desk.field}>
      {label}
      <input
        {...rest}
        type={type}
        className={desk.input}
        onChange={(event) => onChange(event.target.value)}
      />
      {hint !== undefined && <small>{hint}</small>}
    </label>
  );
}
