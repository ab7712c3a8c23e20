import { useEffect, useRef, useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import desk from '../../desk/desk.module.css';
import { PersonalWarning } from '../../desk/personal-warning.tsx';
import styles from './review.module.css';

/** Nothing goes back without a reason that the reporter can act on. */
export function ReturnReason(props: {
  name: string;
  busy: boolean;
  onReturn: (reason: string) => Promise<void>;
  onCancel: () => void;
}) {
  const { t } = useTranslation('desk');
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
    void props.onReturn(reason);
  };
  return (
    <form className={styles.reason} onSubmit={submit} noValidate>
      <label className={desk.field}>
        {t('review.reason')}
        <textarea
          aria-label={`${t('review.reason')}: ${props.name}`}
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
          {t('review.reasonNeeded')}
        </p>
      )}
      <div className={desk.row}>
        <button type="submit" className={desk.primary} disabled={props.busy}>
          {t('review.sendBack')}
        </button>
        <button type="button" className={desk.quiet} onClick={props.onCancel}>
          {t('submit.cancel')}
        </button>
      </div>
    </form>
  );
}
