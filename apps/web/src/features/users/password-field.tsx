import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import desk from '../../desk/desk.module.css';
import styles from './sign-in-form.module.css';

/** May be pasted, filled in by a password manager and looked at. */
export function PasswordField(props: {
  value: string;
  onChange: (value: string) => void;
  describedBy?: string | undefined;
  /** Of a password that is not the one to sign in with. */
  label?: string;
  isNew?: boolean;
}) {
  const { t } = useTranslation('desk');
  const [shown, setShown] = useState(false);
  const id = useId();
  return (
    <div className={desk.field}>
      <label htmlFor={id}>{props.label ?? t('signIn.password')}</label>
      <span className={styles.password}>
        <input
          id={id}
          className={desk.input}
          type={shown ? 'text' : 'password'}
          name={props.isNew ? 'new-password' : 'password'}
          autoComplete={props.isNew ? 'new-password' : 'current-password'}
          spellCheck={false}
          required
          value={props.value}
          onChange={(event) => props.onChange(event.target.value)}
          aria-describedby={props.describedBy}
        />
        <button
          type="button"
          className={desk.quiet}
          aria-pressed={shown}
          onClick={() => setShown(!shown)}
        >
          {t('signIn.show')}
          <span className="visually-hidden"> {t('signIn.showWhat')}</span>
        </button>
      </span>
    </div>
  );
}
