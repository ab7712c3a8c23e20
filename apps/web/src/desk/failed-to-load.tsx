import { useTranslation } from 'react-i18next';
import { Message } from '../ui/message.tsx';
import { useOnline } from './use-online.ts';
import { errorReference } from './work-client.ts';

/** How Chromium, Firefox and Safari say that nothing answered. */
const unanswered = /failed to fetch|networkerror|load failed/i;

/** What did not come, of a page or a desk: no connection, or the fault with its reference for the operator; and another try. */
export function FailedToLoad({ error, retry }: { error?: unknown; retry: () => void }) {
  const { t } = useTranslation();
  const online = useOnline();
  const id = errorReference(error);
  const offline =
    id === undefined && (!online || (error instanceof Error && unanswered.test(error.message)));
  return (
    <Message
      alert
      title={offline ? t('state.offline') : t('state.failure')}
      text={offline ? t('state.offlineText') : t('state.failureText')}
    >
      {id !== undefined && <p>{t('state.reference', { id })}</p>}
      <button type="button" className="button" onClick={retry}>
        {t('state.retry')}
      </button>
    </Message>
  );
}
