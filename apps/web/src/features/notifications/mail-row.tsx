import { useTranslation } from 'react-i18next';
import desk from '../../desk/desk.module.css';
import { useWhen } from '../../desk/use-when.ts';
import type { MailFragment } from './outbox.generated.ts';
import styles from './outbox.module.css';

/** One mail: its state, to whom, about what, and its text. `send`: undefined where nothing can be sent. */
export function MailRow(props: {
  mail: MailFragment;
  send: (() => void) | undefined;
  busy: boolean;
}) {
  const { mail, send } = props;
  const { t } = useTranslation('desk');
  const when = useWhen();
  const maySend = send !== undefined && (mail.state === 'FAILED' || mail.state === 'HELD');
  const heading = `mail-${mail.id}`;
  return (
    <li aria-labelledby={heading}>
      <p className={styles.state} data-state={mail.state}>
        <strong>{t(`outbox.state.${mail.state}`)}</strong>
        {mail.attempts > 0 && <span>{t('outbox.tries', { count: mail.attempts })}</span>}
        <time dateTime={mail.changedAt}>{when(mail.changedAt)}</time>
      </p>
      <h2 id={heading} lang={mail.language}>
        {mail.subject}
      </h2>
      <dl>
        <div>
          <dt>{t('outbox.to')}</dt>
          <dd>
            {mail.address} (
            {mail.recipientRole === null ? t('outbox.noAccount') : t(`role.${mail.recipientRole}`)})
          </dd>
        </div>
        <div>
          <dt>{t('outbox.kindLabel')}</dt>
          <dd>{t(`outbox.kind.${mail.kind}`)}</dd>
        </div>
        <div>
          <dt>{t('outbox.written')}</dt>
          <dd>{when(mail.createdAt)}</dd>
        </div>
      </dl>
      {mail.error !== null && <p className={desk.error}>{mail.error}</p>}
      <details>
        <summary>{t('outbox.read')}</summary>
        {mail.text === '' ? (
          <p>{t('outbox.private')}</p>
        ) : (
          <pre lang={mail.language}>{mail.text}</pre>
        )}
      </details>
      {maySend && (
        <button
          type="button"
          className={desk.quiet}
          disabled={props.busy}
          aria-describedby={heading}
          onClick={send}
        >
          {mail.state === 'HELD' ? t('outbox.now') : t('outbox.again')}
        </button>
      )}
    </li>
  );
}
