import { useTranslation } from 'react-i18next';
import { confirmEmail, readEmailChange } from '../desk/auth.ts';
import desk from '../desk/desk.module.css';
import { ProblemList } from '../desk/problem-list.tsx';
import { useChange } from '../desk/use-change.ts';
import { MailLink, type OpenLink } from './mail-link.tsx';

export const ConfirmEmailPage = () => (
  <MailLink of="newEmail" read={readEmailChange}>
    {(link) => <Confirm {...link} />}
  </MailLink>
);

/** The reader has to press a button; opening the link is not enough, as mail scanners open links too. */
function Confirm({ token, onDone }: OpenLink) {
  const { t } = useTranslation('desk');
  const { problems, busy, run } = useChange();
  const confirm = async () => {
    const { done } = await run(async () => ({ problems: await confirmEmail(token) }));
    if (done) onDone();
  };
  return (
    <>
      <ProblemList problems={problems} />
      <div>
        <button
          type="button"
          className={desk.primary}
          disabled={busy}
          onClick={() => void confirm()}
        >
          {t('newEmail.confirm')}
        </button>
      </div>
    </>
  );
}
