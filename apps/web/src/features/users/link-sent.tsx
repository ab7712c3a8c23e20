import { useTranslation } from 'react-i18next';
import admin from '../../desk/admin.module.css';

/** For a shell: an address may hold characters that a shell would act on. */
const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;

/** That a link was mailed, or how to print it without a mail server; never the link itself. `account`: the stored address. */
export function LinkSent(props: { email: string; account: string; sends: boolean }) {
  const { t } = useTranslation('desk');
  return (
    <div className={admin.box} role="status">
      {props.sends ? (
        <p>{t('users.linkSent', { email: props.email })}</p>
      ) : (
        <>
          <p>{t('users.linkHeld')}</p>
          <code>node apps/api/dist/cli.js user link --email {quoted(props.account)}</code>
        </>
      )}
    </div>
  );
}
