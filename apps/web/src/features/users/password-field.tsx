import { Button, Group } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { passwordProblem } from '@qadam/domain';
import desk from '../../desk/desk.module.css';
import type { Problem } from '../../desk/problem-text.ts';

/** Why the server would refuse a password, found without asking it; null if it would not. */
export function passwordProblems(
  ...given: Parameters<typeof passwordProblem>
): readonly Problem[] | null {
  const code = passwordProblem(...given);
  return code === null ? null : [{ code, params: [] }];
}

/** A password can be pasted, filled in by a password manager, and shown. */
export function PasswordField(props: {
  value: string;
  onChange: (value: string) => void;
  describedBy?: string | undefined;
  /** The name of the field, if this is not the password to sign in with. */
  label?: string;
  isNew?: boolean;
}) {
  const { t } = useTranslation('desk');
  const [shown, setShown] = useState(false);
  const id = useId();
  const name = props.isNew ? 'new-password' : 'password';
  return (
    <div className={desk.field}>
      <label htmlFor={id}>
        {props.label ?? t(props.isNew ? 'account.new' : 'signIn.password')}
      </label>
      <Group wrap="nowrap" gap="xs">
        <input
          id={id}
          className={desk.input}
          type={shown ? 'text' : 'password'}
          name={name}
          autoComplete={props.isNew ? name : 'current-password'}
          spellCheck={false}
          required
          value={props.value}
          onChange={(event) => props.onChange(event.target.value)}
          aria-describedby={props.isNew ? `${id}-hint` : props.describedBy}
        />
        <Button
          variant={shown ? 'filled' : 'default'}
          flex="none"
          aria-pressed={shown}
          onClick={() => setShown(!shown)}
        >
          {t('signIn.show')}
          <span className="visually-hidden"> {t('signIn.showWhat')}</span>
        </Button>
      </Group>
      {props.isNew && <small id={`${id}-hint`}>{t('account.newHint')}</small>}
    </div>
  );
}
