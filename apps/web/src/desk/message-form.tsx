import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';
import desk from './desk.module.css';
import { PersonalWarning } from './personal-warning.tsx';
import { ProblemList } from './problem-list.tsx';
import { TextArea } from './text-area.tsx';
import styles from './thread.module.css';
import { onSubmit, useChange } from './use-change.ts';
import { useStoredDraft } from './use-stored-draft.ts';
import { WriteMessageDocument } from './work-observation.generated.ts';

/** Writes into the conversation about one value (of that name): a message, or the answer to a question. */
export function MessageForm(props: { observation: string; name: string; answers: boolean }) {
  const { observation, name, answers } = props;
  const { t } = useTranslation('desk');
  const { kept: text, keep, forget } = useStoredDraft(`message ${observation}`, '');
  const { problems, busy, change } = useChange('ReturnForm', 'ReviewQueue', 'WorkObservation');
  const send = async () => {
    const { done } = await change(WriteMessageDocument, { observation, text });
    if (done) forget();
  };
  return (
    <form className={`${desk.tight ?? ''} ${styles.form ?? ''}`} onSubmit={onSubmit(send)}>
      <TextArea
        label={t(answers ? 'thread.answer' : 'thread.write')}
        of={name}
        required
        value={text}
        onChange={keep}
      />
      <PersonalWarning text={text} />
      <ProblemList problems={problems} />
      <Button
        type="submit"
        look={answers ? 'primary' : 'quiet'}
        of={answers ? name : undefined}
        disabled={busy}
      >
        {t(answers ? 'thread.sendAnswer' : 'thread.send')}
      </Button>
    </form>
  );
}
