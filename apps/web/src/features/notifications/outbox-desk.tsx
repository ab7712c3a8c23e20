import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import desk from '../../desk/desk.module.css';
import { FailedToLoad } from '../../desk/failed-to-load.tsx';
import { ProblemList } from '../../desk/problem-list.tsx';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import {
  type MailFragment,
  type NotificationState,
  OutboxDocument,
  type OutboxQuery,
  SendAgainDocument,
} from './outbox.generated.ts';
import styles from './outbox.module.css';
import { useWhen } from '../../desk/use-when.ts';
import { useFormat } from '../../ui/use-format.ts';
import { useChange } from '../../desk/use-change.ts';

/** Sends a mail once more that was given up or held. */
function useSendAgain() {
  const { t } = useTranslation('desk');
  const [done, setDone] = useState('');
  const { problems, busy, change } = useChange('Outbox');
  const send = async (notification: string) => {
    const sent = await change(SendAgainDocument, { notification });
    setDone(sent.done ? t('outbox.queued') : '');
  };
  return { busy, done, problems, send };
}

/** All mails, or those in one state; only states that there are. */
function StateFilter(props: {
  counts: OutboxQuery['outbox']['counts'];
  chosen: NotificationState | null;
  choose: (state: NotificationState | null) => void;
}) {
  const { counts, chosen, choose } = props;
  const { t } = useTranslation('desk');
  const format = useFormat();
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const choices = [
    { state: null, name: t('outbox.all'), count: total },
    ...counts.map(({ state, count }) => ({ state, name: t(`outbox.state.${state}`), count })),
  ];
  return (
    <div role="group" aria-label={t('outbox.filter')} className={desk.row}>
      {choices.map(({ state, name, count }) => (
        <button
          key={name}
          type="button"
          className={`${desk.quiet ?? ''} ${styles.choice ?? ''}`}
          aria-pressed={state === chosen}
          onClick={() => choose(state)}
        >
          {name} {format.number(String(count))}
        </button>
      ))}
    </div>
  );
}

/** One mail: its state, to whom, about what, and its text. `send`: undefined where nothing can be sent. */
function MailRow(props: { mail: MailFragment; send: (() => void) | undefined; busy: boolean }) {
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

/** As many as the API answers at once. */
const PAGE = 50;

/** What was, will be or would be sent, newest first. */
export function OutboxDesk() {
  const { t } = useTranslation('desk');
  const [state, setState] = useState<NotificationState | null>(null);
  const [skip, setSkip] = useState(0);
  const { data, error, refetch } = useQuery(OutboxDocument, { variables: { state, skip } });
  const again = useSendAgain();
  if (error) return <FailedToLoad error={error} retry={refetch} />;
  if (!data) return <PageSkeleton />;
  const { sends, subscribers, counts, items } = data.outbox;
  const choose = (chosen: NotificationState | null) => {
    setState(chosen);
    setSkip(0);
  };
  return (
    <div className={desk.stack}>
      <h1>{t('outbox.title')}</h1>
      <p>{t('outbox.text')}</p>
      {subscribers > 0 && <p>{t('outbox.subscribers', { count: subscribers })}</p>}
      {!sends && <p className={styles.notice}>{t('outbox.notSending')}</p>}
      <StateFilter counts={counts} chosen={state} choose={choose} />
      <p role="status" className={desk.soft}>
        {again.done}
      </p>
      <ProblemList problems={again.problems} />
      {items.length === 0 && <p>{t('outbox.none')}</p>}
      <ul className={styles.mails}>
        {items.map((mail) => (
          <MailRow
            key={mail.id}
            mail={mail}
            busy={again.busy}
            send={sends ? () => void again.send(mail.id) : undefined}
          />
        ))}
      </ul>
      {(skip > 0 || items.length === PAGE) && (
        <nav aria-label={t('outbox.pages')} className={desk.row}>
          <button
            type="button"
            className={desk.quiet}
            disabled={skip === 0}
            onClick={() => setSkip(Math.max(0, skip - PAGE))}
          >
            {t('outbox.newer')}
          </button>
          <button
            type="button"
            className={desk.quiet}
            disabled={items.length < PAGE}
            onClick={() => setSkip(skip + PAGE)}
          >
            {t('outbox.older')}
          </button>
        </nav>
      )}
    </div>
  );
}
