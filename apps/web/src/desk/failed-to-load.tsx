import { useTranslation } from 'react-i18next';
import { Message } from '../ui/message.tsx';
import { useOnline } from './use-online.ts';
import { errorCode, errorReference, errorWait } from './refusal.ts';

/** What a failed page or part is asked again with: the `refetch` of its query, as a rule. */
export type Retry = () => unknown;

/** A second failure is shown where the first one is. */
export async function tryAgain(retry: Retry): Promise<void> {
  await Promise.resolve(retry()).catch(() => undefined);
}

/** How Chromium, Firefox and Safari say that nothing answered. */
const unanswered = /failed to fetch|networkerror|load failed/i;

/** What did not come, of a page or a desk: no connection, a refusal for now, or the fault with its reference for the operator; and another try. */
export function FailedToLoad({ error, retry }: { error?: unknown; retry: Retry }) {
  const { t } = useTranslation();
  const online = useOnline();
  const id = errorReference(error);
  const seconds = errorWait(error);
  const offline =
    id === undefined && (!online || (error instanceof Error && unanswered.test(error.message)));
  const refusal = errorCode(error) === 'RATE_LIMITED' ? 'rateLimited' : 'unavailable';
  const [title, text] = offline
    ? (['offline', 'offlineText'] as const)
    : seconds === undefined
      ? (['failure', 'failureText'] as const)
      : (['wait', refusal] as const);
  return (
    <Message alert title={t(`state.${title}`)} text={t(`state.${text}`, { seconds })}>
      {title === 'failure' && id !== undefined && <p>{t('state.reference', { id })}</p>}
      <button type="button" className="button" onClick={() => void tryAgain(retry)}>
        {t('state.retry')}
      </button>
    </Message>
  );
}
