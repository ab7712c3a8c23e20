import { useMutation } from '@apollo/client/react';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '@qadam/domain';
import desk from './desk.module.css';
import { ProblemList } from './problem-list.tsx';
import { useMe } from './session.ts';
import { useChange } from './use-change.ts';
import { useWhen } from './use-when.ts';
import { PersonalWarning } from './personal-warning.tsx';
import styles from './thread.module.css';
import {
  WriteMessageDocument,
  type WorkObservationFragment,
} from './work-observation.generated.ts';

/** The conversation of reporter and reviewers about one value. */
export function Thread(props: {
  observation: WorkObservationFragment;
  onWritten: () => Promise<unknown>;
}) {
  const { id, messages, area, indicatorName } = props.observation;
  const { t } = useTranslation('desk');
  const me = useMe();
  const when = useWhen();
  const [text, setText] = useState('');
  const { problems, busy, run } = useChange();
  const [write] = useMutation(WriteMessageDocument, { fetchPolicy: 'no-cache' });

  const send = async () => {
    const done = await run(async (idempotencyKey) => {
      const input = { observation: id, text, idempotencyKey };
      return (await write({ variables: { input } })).data?.writeMessage;
    });
    if (!done) return;
    setText('');
    await props.onWritten();
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    void send();
  };

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
        <form className={styles.form} onSubmit={submit}>
          <label className={desk.field}>
            {t('thread.write')}
            <textarea
              aria-label={`${t('thread.write')}: ${indicatorName.text}`}
              rows={2}
              required
              className={desk.input}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          </label>
          <PersonalWarning text={text} />
          <ProblemList problems={problems} />
          <button type="submit" className={desk.quiet} disabled={busy}>
            {t('thread.send')}
          </button>
        </form>
      )}
    </div>
  );
}
