import { useEffect, useRef, useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import desk from '../../desk/desk.module.css';
import { PersonalWarning } from '../../desk/personal-warning.tsx';
import { useStoredDraft } from '../../desk/use-stored-draft.ts';
import type { WorkObservationFragment } from '../../desk/work-observation.generated.ts';
import styles from './review.module.css';
import type { Desk, Writing } from './use-review-desk.ts';

const words = {
  RETURN: { label: 'review.reason', missing: 'review.reasonNeeded', send: 'review.sendBack' },
  ASK: { label: 'review.question', missing: 'review.questionNeeded', send: 'review.sendQuestion' },
} as const;

/**
 * Returned with a reason that the reporter can act on, or asked while the value stays where it is. Where somebody else
 * was faster, what was written stays, and can still be said as a message.
 */
export function WriteReporter(props: {
  act: Writing['act'];
  observation: WorkObservationFragment;
  desk: Desk;
}) {
  const { act, observation } = props;
  const { decisions, isHeld, release } = props.desk;
  const { t } = useTranslation('desk');
  const say = words[act];
  const { kept: text, keep, forget } = useStoredDraft(`${act} ${observation.id}`, '');
  const [missing, setMissing] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const held = isHeld(observation.id);

  const send = async () => {
    const { giveBack, ask, say: write } = decisions;
    const sending = held ? write : act === 'RETURN' ? giveBack : ask;
    if (await sending(observation, text)) close();
  };
  const close = () => {
    forget();
    release(observation.id);
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (text.trim() === '') {
      setMissing(true);
      field.current?.focus();
      return;
    }
    void send();
  };
  return (
    <form className={styles.reason} onSubmit={submit} noValidate>
      <label className={desk.field}>
        {t(say.label)}
        <textarea
          aria-label={`${t(say.label)}: ${observation.indicatorName.text}`}
          ref={field}
          rows={3}
          required
          className={desk.input}
          aria-invalid={missing || undefined}
          aria-describedby={missing ? 'reason-missing' : undefined}
          value={text}
          onChange={(event) => {
            keep(event.target.value);
            setMissing(false);
          }}
        />
      </label>
      <PersonalWarning text={text} />
      {missing && (
        <p role="alert" id="reason-missing" className={desk.error}>
          {t(say.missing)}
        </p>
      )}
      <div className={desk.row}>
        <button type="submit" className={desk.primary} disabled={decisions.busy}>
          {t(held ? 'review.sendAsMessage' : say.send)}
        </button>
        <button type="button" className={desk.quiet} onClick={close}>
          {t('submit.cancel')}
        </button>
      </div>
    </form>
  );
}
