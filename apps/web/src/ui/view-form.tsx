import type { ReactNode, SyntheticEvent } from 'react';
import styles from './view-form.module.css';

/** What of a page for readers is chosen stands in its address: sent by GET without JavaScript, with it the choice itself leads there. */
export function ViewForm(props: {
  label: string;
  /** The address of the page, without what is chosen. */
  action: string;
  /** What the address says now; a new form is made when it changes. */
  search: Readonly<Record<string, string>>;
  /** The fields of this form; the rest is kept as it is. */
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
        // a word is typed to its end first
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
