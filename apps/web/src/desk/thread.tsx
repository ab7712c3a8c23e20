import { useMutation } from '@apollo/client/react';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '@qadam/domain';
import desk from './desk.module.css';
import { ProblemList } from './problem-list.tsx';
import type { Trouble } from './problem-text.ts';
import { useMe } from './session.ts';
import { unreachable } from './unreachable.ts';
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
  const [problems, setProblems] = useState<readonly Trouble[]>([]);
  const [write, { loading }] = useMutation(WriteMessageDocument, { fetchPolicy: 'no-cache' });

  const send = async () => {
    try {
      const input = { observation: id, text, idempotencyKey: crypto.randomUUID() };
      const { data } = await write({ variables: { input } });
      const found = data?.writeMessage.problems ?? [];
      setProblems(found);
      if (found.length > 0) return;
      setText('');
      await props.onWritten();
    } catch (error) {
      setProblems([unreachable(error)]);
    }
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
          <button type="submit" className={desk.quiet} disabled={loading}>
            {t('thread.send')}
          </button>
        </form>
      )}
    </div>
  );
}
