import { useTranslation } from 'react-i18next';
import { can } from '@qadam/domain';
import desk from './desk.module.css';
import { MessageForm } from './message-form.tsx';
import { useMe } from './session.ts';
import { useWhen } from './use-when.ts';
import styles from './thread.module.css';
import type { WorkObservationFragment } from './work-observation.generated.ts';

/** The conversation of reporter and reviewers about one value. */
export function Thread({ observation }: { observation: WorkObservationFragment }) {
  const { id, messages, area, indicatorName, openQuestion } = observation;
  const { t } = useTranslation('desk');
  const me = useMe();
  const when = useWhen();
  return (
    <div className={desk.stack}>
      {messages.length === 0 ? (
        <p className={desk.soft}>{t('thread.none')}</p>
      ) : (
        <ul className={styles.messages}>
          {messages.map((message) => (
            <li key={message.id} data-mine={message.author.id === me.id}>
              <p className={styles.by}>
                <strong>{message.author.name}</strong> · {when(message.createdAt)}
              </p>
              <p>{message.text}</p>
            </li>
          ))}
        </ul>
      )}
      {can(me, 'WRITE_MESSAGE', { area }) === 'ALLOWED' && (
        <MessageForm
          observation={id}
          name={indicatorName.text}
          answers={me.role === 'REPORTER' && openQuestion !== null}
        />
      )}
    </div>
  );
}
