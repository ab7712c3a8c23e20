import { useTranslation } from 'react-i18next';
import { Message } from '../ui/message.tsx';
import { useOnline } from './use-online.ts';
import { errorCode, errorReference, errorWait } from './refusal.ts';

/** Asks again for a page or part that failed; usually the `refetch` of its query. */
export type Retry = () => unknown;

/** Tries again. A second failure is ignored here, because it is shown in the place of the first. */
export async function tryAgain(retry: Retry): Promise<void> {
  await Promise.resolve(retry()).catch(() => undefined);
}

/** The error messages with which Chromium, Firefox and Safari say that there was no answer. */
const unanswered = /failed to fetch|networkerror|load failed/i;

/** Why a page or desk did not load (no connection, a temporary refusal, or a fault with its reference for the operator), and a button to retry. */
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
