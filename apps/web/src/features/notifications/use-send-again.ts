import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Trouble } from '../../desk/problem-text.ts';
import { unreachable } from '../../desk/unreachable.ts';
import { SendAgainDocument } from './outbox.generated.ts';

/** Sends a mail once more that was given up or held. */
export function useSendAgain(reload: () => Promise<unknown>) {
  const { t } = useTranslation('desk');
  const [done, setDone] = useState('');
  const [problems, setProblems] = useState<readonly Trouble[]>([]);
  const [mutate, { loading }] = useMutation(SendAgainDocument, { fetchPolicy: 'no-cache' });
  const send = async (notification: string) => {
    try {
      const input = { notification, idempotencyKey: crypto.randomUUID() };
      const found = (await mutate({ variables: { input } })).data?.sendAgain.problems ?? [];
      setProblems(found);
      setDone(found.length === 0 ? t('outbox.queued') : '');
      await reload();
    } catch (error) {
      setDone('');
      setProblems([unreachable(error)]);
    }
  };
  return { busy: loading, done, problems, send };
}
