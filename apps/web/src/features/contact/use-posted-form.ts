import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemText, type Problem } from '../../desk/problem-text.ts';

/** A form that a browser without JavaScript sends by itself; with it nothing that was typed is lost when it is refused. */
export function usePostedForm(outcome: string | undefined) {
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
