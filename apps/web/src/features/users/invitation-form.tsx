import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { acceptInvitation } from '../../desk/auth.ts';
import { Form } from '../../desk/form.tsx';
import { useChange } from '../../desk/use-change.ts';
import { PasswordField, passwordProblems } from './password-field.tsx';

/** The first password of an account, or a new one after the old was forgotten. */
export function InvitationForm(props: {
  token: string;
  person: { email: string; name: string };
  onDone: () => void;
}) {
  const { t } = useTranslation('desk');
  const [password, setPassword] = useState('');
  const { problems, busy, run } = useChange();
  const send = async () => {
    const { done } = await run(async () => ({
      problems:
        passwordProblems(password, props.person) ?? (await acceptInvitation(props.token, password)),
    }));
    if (done) props.onDone();
  };
  return (
    <Form
      maw="32rem"
      problems={problems}
      button={t('invitation.submit')}
      disabled={busy}
      send={send}
    >
      {/* password managers store the password under this name */}
      <input type="hidden" name="username" autoComplete="username" value={props.person.email} />
      <PasswordField isNew value={password} onChange={setPassword} />
    </Form>
  );
}
