import type { ReactNode, SyntheticEvent } from 'react';
import { useFormOf } from './use-form-of.ts';
import styles from './view-form.module.css';

/** A form whose choices are kept in the address of a public page: without JavaScript it is sent by GET; with it, each choice leads there at once. */
export function ViewForm(props: {
  label: string;
  /** The address of the page without the choices. */
  action: string;
  /** The choices in the address now. */
  search: Readonly<Record<string, string>>;
  /** The fields of this form; all other choices are kept. */
  own: readonly string[];
  apply: (sent: FormData) => void;
  children: ReactNode;
}) {
  const { label, action, search, own, children } = props;
  const form = useFormOf(Object.values(search).join(' '));
  const apply = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    props.apply(new FormData(event.currentTarget));
  };
  return (
    <form
      id="filter"
      tabIndex={-1}
      ref={form}
      className={`${styles.form ?? ''} no-print`}
      method="get"
      action={action}
      aria-label={label}
      onSubmit={apply}
      onChange={apply}
    >
      {Object.entries(search)
        .filter(([name]) => !own.includes(name))
        .map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
      {children}
    </form>
  );
}
