import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import desk from '../../desk/desk.module.css';
import { FailedToLoad } from '../../desk/failed-to-load.tsx';
import { ProblemList } from '../../desk/problem-list.tsx';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import { MailRow } from './mail-row.tsx';
import { OutboxDocument, type NotificationState } from './outbox.generated.ts';
import styles from './outbox.module.css';
import { StateFilter } from './state-filter.tsx';
import { useSendAgain } from './use-send-again.ts';

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
