import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import admin from '../desk/admin.module.css';
import { forgetPassword } from '../desk/auth.ts';
import { Form } from '../desk/form.tsx';
import { TextField } from '../desk/text-field.tsx';
import { useChange } from '../desk/use-change.ts';
import { Message } from '../ui/message.tsx';
import { PageLink } from '../ui/page-link.tsx';

/** Asks for a link by mail. What the page says then is the same whether or not there is such an account. */
export function ForgottenPage() {
  const { t } = useTranslation('desk');
  const [email, setEmail] = useState('');
  const [isSent, setSent] = useState(false);
  const { problems, busy, run } = useChange();
  const send = async () => {
    const { done } = await run(async () => ({ problems: await forgetPassword(email) }));
    setSent(done);
  };
  if (isSent)
    return (
      <Message title={t('forgotten.sent')} text={t('forgotten.sentText')}>
        <PageLink to="/$lang/sign-in" className="button">
          {t('signIn.title')}
        </PageLink>
      </Message>
    );
  return (
    <div className={admin.page}>
      <h1>{t('forgotten.title')}</h1>
      <p>{t('forgotten.text')}</p>
      <Form
        maw="26rem"
        problems={problems}
        button={t('forgotten.send')}
        disabled={busy}
        send={send}
      >
        <TextField
          label={t('signIn.email')}
          type="email"
          name="email"
          autoComplete="username"
          required
          value={email}
          onChange={setEmail}
        />
      </Form>
    </div>
  );
}
