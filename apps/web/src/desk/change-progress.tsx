import { skipToken, useQuery } from '@apollo/client/react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/use-format.ts';
import { ChangeProgressDocument } from './change-progress.generated.ts';
import { ProblemList } from './problem-list.tsx';
import type { Problem } from './problem-text.ts';
import { type QueryName, useAskAgain } from './use-change.ts';
import { WorkProgress } from './work-progress.tsx';

const POLL_MS = 700;

/**
 * The progress of a change of very many values. Polls while this page makes the change (`busy`), and also if another page makes it, or
 * this page did before it was reloaded or lost the answer (`problems`). When a change that is not this page's own ends, the queries
 * in `alters` are asked again. `of`: null if no progress is shown.
 */
export function useChangeProgress(
  of: string | null,
  { busy, problems }: { busy: boolean; problems: readonly Problem[] },
  ...alters: readonly QueryName[]
) {
  const { data, startPolling, stopPolling } = useQuery(
    ChangeProgressDocument,
    of === null ? skipToken : { variables: { of }, fetchPolicy: 'network-only' },
  );
  const [isOurs, setOurs] = useState(busy);
  const isLost = !busy && problems.some(({ code }) => code === 'UNREACHABLE');
  if (busy && !isOurs) setOurs(true);
  else if (isLost && isOurs) setOurs(false);
  const told = data?.changeProgress ?? null;
  const isRunning = told?.state === 'RUNNING';
  const isAwaited = busy || isRunning;
  useEffect(() => {
    if (isAwaited) startPolling(POLL_MS);
    else stopPolling();
  }, [isAwaited, startPolling, stopPolling]);
  const askAgain = useAskAgain(...alters);
  const wasRunning = useRef(false);
  useEffect(() => {
    if (wasRunning.current && !isRunning && !isOurs) void askAgain();
    wasRunning.current = isRunning;
  });
  // the result of this page's own change is in the answer to its request
  return { told: isOurs && !isRunning ? null : told, isAwaited };
}

/** Shows the progress of a change, then how it ended. `name`: what is being done. */
export function ChangeProgress(props: {
  name: string;
  progress: ReturnType<typeof useChangeProgress>;
}) {
  const { told, isAwaited } = props.progress;
  const { t } = useTranslation('desk');
  const { number } = useFormat();
  if (isAwaited) {
    const { done = 0, values = null, step = 'CHECKING' } = told ?? {};
    const counts = { done: number(String(done)), values: number(String(values)) };
    return (
      <WorkProgress name={props.name} done={done} all={values}>
        {values === null ? props.name : t(`progress.${step}`, counts)}
      </WorkProgress>
    );
  }
  if (told === null || told.state === 'RUNNING') return null;
  return (
    <>
      <p role="status">{t(`progress.${told.state}`, { done: number(String(told.done)) })}</p>
      <ProblemList problems={told.problems} />
    </>
  );
}
