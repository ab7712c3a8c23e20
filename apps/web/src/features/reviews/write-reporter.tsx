import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../desk/button.tsx';
import look from '../../desk/desk.module.css';
import { PersonalWarning } from '../../desk/problem-list.tsx';
import { TextArea } from '../../desk/text-area.tsx';
import { onSubmit } from '../../desk/use-change.ts';
import { useStoredDraft } from '../../desk/use-stored-draft.ts';
import styles from './review.module.css';
import type { Desk, Writing } from './use-review-desk.ts';

const words = {
  RETURN: { label: 'review.reason', missing: 'review.reasonNeeded', send: 'review.sendBack' },
  ASK: { label: 'review.question', missing: 'review.questionNeeded', send: 'review.sendQuestion' },
} as const;

/**
 * The form to return values with a reason that the reporter can act on, or to ask while they stay submitted; for
 * several values the same text is sent for each. If somebody else decided first, the text stays, and can still be sent
 * as a message.
 */
export function WriteReporter({ writing, desk }: { writing: Writing; desk: Desk }) {
  const { act, of } = writing;
  const { decisions, isHeld } = desk;
  const { t } = useTranslation('desk');
  const say = words[act];
  const ids = of.map(({ id }) => id);
  const { kept: text, keep, forget } = useStoredDraft([act, ...ids].join(' '), '');
  const [missing, setMissing] = useState(false);
  const [sending, setSending] = useState(false);
  const waits = sending || decisions.busy;
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const held = ids.every(isHeld);
  const name = of[0]?.indicatorName.text ?? '';

  const close = () => {
    forget();
    desk.close(writing);
  };
  const send = async () => {
    if (text.trim() === '') {
      setMissing(true);
      field.current?.focus();
      return;
    }
    const { giveBack, ask, say: write } = decisions;
    const tell = held ? write : act === 'RETURN' ? giveBack : ask;
    setSending(true);
    const isSent = await tell(of, text);
    setSending(false);
    if (isSent) close();
  };
  return (
    <form
      className={`${look.tight ?? ''} ${look.notice ?? ''} ${styles.reason ?? ''}`}
      onSubmit={onSubmit(send)}
      noValidate
    >
      <TextArea
        label={t(say.label)}
        of={writing.line === null ? t('review.selected', { count: of.length }) : name}
        ref={field}
        rows={2}
        required
        readOnly={sending}
        aria-invalid={missing || undefined}
        aria-describedby={missing ? 'reason-missing' : undefined}
        value={text}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          if (!waits) void send();
        }}
        onChange={(next) => {
          keep(next);
          setMissing(false);
        }}
      />
      <PersonalWarning text={text} />
      {missing && (
        <p role="alert" id="reason-missing" className={look.error}>
          {t(say.missing)}
        </p>
      )}
      <div className={look.row}>
        <Button type="submit" look="primary" disabled={waits}>
          {t(held ? 'review.sendAsMessage' : say.send)}
        </Button>
        <Button disabled={sending} onClick={close}>
          {t('submit.cancel')}
        </Button>
      </div>
    </form>
  );
}
