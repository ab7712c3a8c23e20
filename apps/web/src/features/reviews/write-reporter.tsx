import { useEffect, useRef, useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import desk from '../../desk/desk.module.css';
import { PersonalWarning } from '../../desk/personal-warning.tsx';
import styles from './review.module.css';
import type { Writing } from './use-review-desk.ts';

const words = {
  RETURN: { label: 'review.reason', missing: 'review.reasonNeeded', send: 'review.sendBack' },
  ASK: { label: 'review.question', missing: 'review.questionNeeded', send: 'review.sendQuestion' },
} as const;

/** Returned with a reason that the reporter can act on, or asked while the value stays where it is. */
export function WriteReporter(props: {
  act: Writing['act'];
  name: string;
  busy: boolean;
  onSend: (reason: string) => Promise<void>;
  onCancel: () => void;
}) {
  const { t } = useTranslation('desk');
  const say = words[props.act];
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);

  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (reason.trim() === '') {
      setMissing(true);
      field.current?.focus();
      return;
    }
    void props.onSend(reason);
  };
  return (
    <form className={styles.reason} onSubmit={submit} noValidate>
      <label className={desk.field}>
        {t(say.label)}
        <textarea
          aria-label={`${t(say.label)}: ${props.name}`}
          ref={field}
          rows={3}
          required
          className={desk.input}
          aria-invalid={missing || undefined}
          aria-describedby={missing ? 'reason-missing' : undefined}
          value={reason}
          onChange={(event) => {
            setReason(event.target.value);
            setMissing(false);
          }}
        />
      </label>
      <PersonalWarning text={reason} />
      {missing && (
        <p role="alert" id="reason-missing" className={desk.error}>
          {t(say.missing)}
        </p>
      )}
      <div className={desk.row}>
        <button type="submit" className={desk.primary} disabled={props.busy}>
          {t(say.send)}
        </button>
        <button type="button" className={desk.quiet} onClick={props.onCancel}>
          {t('submit.cancel')}
        </button>
      </div>
    </form>
  );
}
