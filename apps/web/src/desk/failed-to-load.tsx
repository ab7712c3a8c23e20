import { useTranslation } from 'react-i18next';
import { Message } from '../ui/message.tsx';
import { errorReference } from './work-client.ts';

/** Data of a desk that did not come: what to tell the operator, and another try. */
export function FailedToLoad({ error, retry }: { error?: unknown; retry: () => void }) {
  const { t } = useTranslation();
  const id = errorReference(error);
  return (
    <Message alert title={t('state.failure')} text={t('state.failureText')}>
      {id !== undefined && <p>{t('state.reference', { id })}</p>}
      <button type="button" className="button" onClick={retry}>
        {t('state.retry')}
      </button>
    </Message>
  );
}
