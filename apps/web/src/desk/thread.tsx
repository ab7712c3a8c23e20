import { useTranslation } from 'react-i18next';
import { can } from '@qadam/domain';
import { Button } from './button.tsx';
import desk from './desk.module.css';
import { PersonalWarning, ProblemList } from './problem-list.tsx';
import { FactLine, ReportedValue } from './reported-figure.tsx';
import { useMe } from './session.ts';
import { TextArea } from './text-area.tsx';
import styles from './thread.module.css';
import { onSubmit, useChange } from './use-change.ts';
import { useStoredDraft } from './use-stored-draft.ts';
import { useWhen } from './use-when.ts';
import {
  WriteMessageDocument,
  type WorkObservationFragment,
} from './work-observation.generated.ts';

const SHOWN_IN = ['ReturnForm', 'ReviewQueue', 'DeskSummary', 'WorkObservation'] as const;

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

/** A form for a message about one value, or for the answer to a question. `name`: the name of the value's indicator. */
export function MessageForm(props: { observation: string; name: string; answers: boolean }) {
  const { observation, name, answers } = props;
  const { t } = useTranslation('desk');
  const { kept: text, keep, forget } = useStoredDraft(`message ${observation}`, '');
  const { problems, busy, change } = useChange(...SHOWN_IN);
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

/** Everything that was ever saved in a cell, the newest first: nothing is overwritten. */
export function RevisionList({ observation }: { observation: WorkObservationFragment }) {
  const when = useWhen();
  return (
    <ol className={styles.revisions} reversed>
      {observation.revisions.toReversed().map((revision) => (
        <li key={revision.id}>
          <strong>
            <ReportedValue indicator={observation} of={revision} status={revision.obsStatus} />
          </strong>
          {revision.factDate !== null && (
            <>
              {' · '}
              <FactLine of={revision} />
            </>
          )}
          {revision.author && ` · ${revision.author.name}`}
          {revision.namedSource !== null && ` · ${revision.namedSource}`} ·{' '}
          {when(revision.createdAt)}
          {revision.comment !== null && <q>{revision.comment}</q>}
        </li>
      ))}
    </ol>
  );
}
