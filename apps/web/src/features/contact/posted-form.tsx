import { type ReactNode, type SubmitEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './form.module.css';
import { type Problem, useProblemText } from '../../desk/problem-text.ts';

/** Sends a form. Without JavaScript the browser sends it by itself; with it, what was typed stays if the form is refused. */
function usePostedForm(outcome: string | undefined) {
  const { t } = useTranslation('site');
  const sentence = useProblemText();
  const [state, setState] = useState<'OPEN' | 'BUSY' | 'SENT' | 'FAILED'>(
    outcome === 'sent' ? 'SENT' : 'OPEN',
  );
  const [problems, setProblems] = useState<readonly Problem[]>(
    outcome === undefined || outcome === 'sent' ? [] : [{ code: outcome, params: [] }],
  );
  const send = async (form: HTMLFormElement) => {
    setState('BUSY');
    try {
      const fields = [...new FormData(form)].map(([name, value]) => [
        name,
        typeof value === 'string' ? value : '',
      ]);
      const answer = await fetch(form.action, {
        method: 'POST',
        headers: { accept: 'application/json' },
        credentials: 'omit',
        body: new URLSearchParams(fields),
      });
      if (!answer.ok) throw new Error('It was not taken.');
      const found = ((await answer.json()) as { problems: Problem[] }).problems;
      setProblems(found);
      setState(found.length === 0 ? 'SENT' : 'OPEN');
    } catch {
      setProblems([]);
      setState('FAILED');
    }
  };
  return {
    sent: state === 'SENT',
    busy: state === 'BUSY',
    problem: state === 'FAILED' ? [t('form.failed')] : [...new Set(problems.map(sentence))],
    onSubmit: (event: SubmitEvent<HTMLFormElement>) => {
      event.preventDefault();
      void send(event.currentTarget);
    },
  };
}

/** A form of the public pages. `outcome`: the result if it was sent without JavaScript. */
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
