import { useEffect, useRef, type ReactNode } from 'react';
import styles from './form.module.css';
import { usePostedForm } from './use-posted-form.ts';

/** A form of the public pages. `said`: what came of it where it was sent without JavaScript. */
export function PostedForm(props: {
  action: string;
  outcome: string | undefined;
  button: string;
  sent: { title: string; text: string };
  children: ReactNode;
}) {
  const { sent, busy, problem, onSubmit } = usePostedForm(props.outcome);
  const done = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (sent) done.current?.focus();
  }, [sent]);
  if (sent)
    return (
      <div role="status" ref={done} tabIndex={-1}>
        <h2>{props.sent.title}</h2>
        <p>{props.sent.text}</p>
      </div>
    );
  return (
    <form method="post" action={props.action} className={styles.form} onSubmit={onSubmit}>
      {props.children}
      {problem.length > 0 && (
        <div role="alert" className={styles.trouble}>
          {problem.map((text) => (
            <p key={text}>{text}</p>
          ))}
        </div>
      )}
      <div>
        <button type="submit" disabled={busy}>
          {props.button}
        </button>
      </div>
    </form>
  );
}
