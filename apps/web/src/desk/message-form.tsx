import type { SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import desk from './desk.module.css';
import { PersonalWarning } from './personal-warning.tsx';
import { ProblemList } from './problem-list.tsx';
import styles from './thread.module.css';
import { useChange } from './use-change.ts';
import { useStoredDraft } from './use-stored-draft.ts';
import { WriteMessageDocument } from './work-observation.generated.ts';

/** Writes into the conversation about one value: a message, or the answer to a question. */
export function MessageForm(props: {
  observation: string;
  /** Of the value. */
  name: string;
  answers: boolean;
}) {
  const { observation, name, answers } = props;
  const { t } = useTranslation('desk');
  const { kept: text, keep, forget } = useStoredDraft(`message ${observation}`, '');
  const { problems, busy, change } = useChange('ReturnForm', 'ReviewQueue', 'WorkObservation');
  const label = t(answers ? 'thread.answer' : 'thread.write');

  const send = async () => {
    const { done } = await change(WriteMessageDocument, { observation, text });
    if (done) forget();
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    void send();
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <label className={desk.field}>
        {label}
        <textarea
          aria-label={`${label}: ${name}`}
          rows={2}
          required
          className={desk.input}
          value={text}
          onChange={(event) => keep(event.target.value)}
        />
      </label>
      <PersonalWarning text={text} />
      <ProblemList problems={problems} />
      <button
        type="submit"
        className={answers ? desk.primary : desk.quiet}
        aria-label={answers ? `${t('thread.sendAnswer')}: ${name}` : undefined}
        disabled={busy}
      >
        {t(answers ? 'thread.sendAnswer' : 'thread.send')}
      </button>
    </form>
  );
}
