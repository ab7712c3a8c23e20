import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChange } from '../../desk/use-change.ts';
import { SendAgainDocument } from './outbox.generated.ts';

/** Sends a mail once more that was given up or held. */
export function useSendAgain() {
  const { t } = useTranslation('desk');
  const [done, setDone] = useState('');
  const { problems, busy, change } = useChange('Outbox');
  const send = async (notification: string) => {
    const sent = await change(SendAgainDocument, { notification });
    setDone(sent.done ? t('outbox.queued') : '');
  };
  return { busy, done, problems, send };
}
