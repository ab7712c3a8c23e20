import { CombinedGraphQLErrors } from '@apollo/client';
import { useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Message } from '../ui/message.tsx';

/** The reference by which the operator finds the request in the log. */
function reference(error: unknown): string | undefined {
  if (!CombinedGraphQLErrors.is(error)) return undefined;
  const id = error.errors[0]?.extensions?.['requestId'];
  return typeof id === 'string' ? id : undefined;
}

export function Failure({ error }: ErrorComponentProps) {
  const router = useRouter();
  const { t } = useTranslation();
  const id = reference(error);
  return (
    <Message alert title={t('state.failure')} text={t('state.failureText')}>
      {id !== undefined && <p>{t('state.reference', { id })}</p>}
      <button type="button" className="button" onClick={() => void router.invalidate()}>
        {t('state.retry')}
      </button>
    </Message>
  );
}
