import type { ReactNode, SyntheticEvent } from 'react';
import styles from './view-form.module.css';

/** A form whose choices are kept in the address of a public page: without JavaScript it is sent by GET; with it, each choice leads there at once. */
export function ViewForm(props: {
  label: string;
  /** The address of the page without the choices. */
  action: string;
  /** The choices in the address now; when they change, a new form is made. */
  search: Readonly<Record<string, string>>;
  /** The fields of this form; all other choices are kept. */
  own: readonly string[];
  apply: (sent: FormData) => void;
  children: ReactNode;
}) {
  const { label, action, search, own, children } = props;
  const apply = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    props.apply(new FormData(event.currentTarget));
  };
  return (
    <form
      id="filter"
      tabIndex={-1}
      key={Object.values(search).join(' ')}
      className={`${styles.form ?? ''} no-print`}
      method="get"
      action={action}
      aria-label={label}
      onSubmit={apply}
      onChange={(event) => {
        // a search word is typed to its end before it is applied
        const { target } = event;
        if (!(target instanceof HTMLInputElement && target.type === 'search')) apply(event);
      }}
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
