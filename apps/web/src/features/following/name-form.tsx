import type { ComponentProps, ReactNode } from 'react';
import styles from './tools.module.css';

export const ToolButton = (props: ComponentProps<'button'>) => (
  <button type="button" className={styles.button} {...props} />
);

/** A field for the name under which a view is kept. */
export function NameForm(props: {
  label: string;
  name: string;
  button: string;
  busy: boolean;
  save: (name: string) => Promise<void>;
  children?: ReactNode;
}) {
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        const name = new FormData(event.currentTarget).get('name');
        void props.save(typeof name === 'string' ? name : '');
      }}
    >
      <label>
        {props.label}
        <input name="name" required maxLength={80} autoFocus defaultValue={props.name} />
      </label>
      <button type="submit" className="button" disabled={props.busy}>
        {props.button}
      </button>
      {props.children}
    </form>
  );
}
